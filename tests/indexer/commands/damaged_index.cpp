// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/commands/damaged_index.hpp"

#include "indexer/index/checksum.hpp"

#include <algorithm>
#include <fstream>

namespace palermo::test {
namespace {

FileEntry described(const std::filesystem::path& root, const std::filesystem::path& file) {
    return {.path = file.lexically_relative(root).generic_string(),
            .size = std::filesystem::file_size(file),
            .checksum = checksum_of_file(file).value()};
}

}  // namespace

DamagedIndex::DamagedIndex()
    : index_{{.id = "birch",
              .title = "The State v. Birch",
              .facts = {"They came by ship."},
              .outcome = "convicted",
              .legal_concepts = {"debt-bondage"}},
             {.id = "cedar", .title = "The State v. Cedar", .facts = {"They came by train."}, .legal_concepts = {"debt-bondage"}}} {
    index_.load({{.id = "larch", .title = "The State v. Larch", .facts = {"被害人受债役控制。"}, .lang = "zh"}});
}

Manifest DamagedIndex::manifest() const { return directory().read_manifest(directory().current_generation().value().value()).value(); }

void DamagedIndex::change_manifest(const std::function<void(Manifest&)>& change) const {
    auto changed = manifest();
    change(changed);
    std::ofstream(directory().generation_file(changed.generation), std::ios::binary) << format(changed);
}

void DamagedIndex::seal_again() const {
    change_manifest([this](Manifest& manifest) {
        for (auto& segment : manifest.segments) {
            segment.files.clear();
            for (const auto& entry : std::filesystem::recursive_directory_iterator(directory().segment(segment.id))) {
                if (entry.is_regular_file()) segment.files.push_back(described(path(), entry.path()));
            }
            std::ranges::sort(segment.files, {}, &FileEntry::path);
        }
        for (auto& vocabulary : manifest.vocabularies) vocabulary.file = described(path(), path() / vocabulary.file.path);
    });
}

Finished DamagedIndex::verify(std::vector<std::string> options) const {
    options.insert(options.begin(), {PALERMO_INDEXER, "verify", "--index", path().string()});
    return run(options);
}

}  // namespace palermo::test
