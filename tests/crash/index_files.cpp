// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/index_files.hpp"
#include "indexer/index/file_magic.hpp"

#include "indexer/index/document_store.hpp"
#include "indexer/index/index_verifier.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/load/live_generation.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

template <class Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(format(result.error()));
    return std::move(*result);
}

/// Every file and directory that a tidy index has, relative to it.
std::set<std::string> tidy(const fs::path& index) {
    std::set<std::string> names{"current", "writer.lock", "generations", "segments", "vocabularies"};
    const IndexDirectory directory(index);
    for (const auto number : must(directory.generations())) {
        const auto manifest = must(directory.read_manifest(number));
        for (const auto& file : {directory.generation_file(number), directory.report_file(number)})
            names.insert(file.lexically_relative(index).generic_string());
        for (const auto& vocabulary : manifest.vocabularies) names.insert(vocabulary.file.path);
        for (const auto& segment : manifest.segments) {
            names.insert({"segments/" + segment.id, "segments/" + segment.id + "/xapian"});
            for (const auto& file : segment.files) names.insert(file.path);
        }
    }
    return names;
}

bool holds_packed(const fs::path& file, const std::string& word) {
    const auto magic = file.filename() == "texts.blk" ? file_magic::texts : file_magic::documents;
    const auto blocks = BlockFile::open(file, magic);
    Unpacker unpacker;
    for (std::uint32_t number = 0; blocks && number < blocks->block_count(); ++number) {
        const auto block = blocks->block(number, unpacker);
        if (block && block->find(word) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

void copy_index(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::create_hard_links);
    // The one file that is written in place.
    fs::remove(to / "writer.lock");
}

void add_files(const fs::path& from, const fs::path& to) {
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        const auto place = to / entry.path().lexically_relative(from);
        if (entry.is_directory())
            fs::create_directories(place);
        else if (!fs::exists(place))
            fs::copy_file(entry.path(), place);
    }
}

std::string shown(const fs::path& index) {
    const IndexDirectory directory(index);
    const auto live = must(LiveGeneration::open(directory));
    if (live.manifest().generation == 0) return "nothing";
    const auto view = must(WorkerView::open(must(Snapshot::open(directory, live.manifest().generation))));
    std::string lines;
    for (const auto& record : live.all()) {
        const auto document = must(view.data(record.docid));
        if (document.id != record.id) throw std::runtime_error("the database and the table of records disagree about " + record.id);
        lines += std::to_string(record.docid) + ' ' + record.id + ' ' + record.checksum + '\n';
    }
    for (const auto& tombstone : live.manifest().tombstones) lines += "taken down: " + tombstone.id + '\n';
    return lines;
}

std::uint64_t live_generation(const fs::path& index) { return must(IndexDirectory(index).current_generation()).value_or(0); }

std::vector<std::uint64_t> kept_generations_of(const fs::path& index) { return must(IndexDirectory(index).generations()); }

std::vector<std::string> leftovers(const fs::path& index) {
    const auto names = tidy(index);
    std::vector<std::string> left;
    for (const auto& entry : fs::recursive_directory_iterator(index)) {
        auto name = entry.path().lexically_relative(index).generic_string();
        if (!names.contains(name)) left.push_back(std::move(name));
    }
    return left;
}

std::vector<std::string> files_with(const fs::path& index, const std::string& word) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(index)) {
        if (!entry.is_regular_file()) continue;
        const bool is_packed = entry.path().extension() == ".blk";
        if (content_of(entry.path()).find(word) != std::string::npos || (is_packed && holds_packed(entry.path(), word)))
            files.push_back(entry.path().lexically_relative(index).generic_string());
    }
    return files;
}

std::string damage_in(const fs::path& index) {
    std::string lines;
    for (const auto& finding : verify_index(IndexDirectory(index)).findings) lines += format(finding) + '\n';
    return lines;
}

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace palermo::test
