// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/vocabulary_installer.hpp"

#include "indexer/load/durable_file.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// A version may be any text; a name of a file may not.
std::string as_name(const std::string& version) {
    std::string name;
    for (const char c : version) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
        name += is_plain ? c : '_';
    }
    return name.empty() ? "old" : name;
}

/// NAME.VERSION.rdf, or with a number where that holds something else.
fs::path place_beside(const fs::path& file, const std::string& version, const std::string& content) {
    const auto stem = file.stem().string() + '.' + as_name(version);
    auto place = file.parent_path() / (stem + ".rdf");
    std::error_code error;
    for (int number = 2; fs::exists(place, error); ++number) {
        const auto held = read_bytes(place);
        if (held && *held == content) break;
        place = file.parent_path() / (stem + '-' + std::to_string(number) + ".rdf");
    }
    return place;
}

}  // namespace

VocabularyInstaller::VocabularyInstaller(fs::path file, fs::path kept, std::string old_content, bool kept_is_new)
    : file_(std::move(file)), kept_(std::move(kept)), old_content_(std::move(old_content)), kept_is_new_(kept_is_new) {}

Result<VocabularyInstaller> VocabularyInstaller::install(const fs::path& file, std::string_view content, const std::string& old_version) {
    auto old_content = read_bytes(file);
    if (!old_content) return old_content.error();
    auto kept = place_beside(file, old_version, *old_content);
    std::error_code error;
    const bool kept_is_new = !fs::exists(kept, error);
    if (kept_is_new) {
        if (auto written = replace_durably(kept, *old_content); !written) return written.error();
    }
    VocabularyInstaller installer(file, std::move(kept), std::move(*old_content), kept_is_new);
    if (auto written = replace_durably(file, content); !written) {
        fs::remove(fs::path(file) += ".new", error);
        if (kept_is_new) fs::remove(installer.kept_, error);
        return written.error();
    }
    return installer;
}

Result<void> VocabularyInstaller::put_back() const {
    if (auto written = replace_durably(file_, old_content_); !written) return written;
    std::error_code error;
    if (kept_is_new_) fs::remove(kept_, error);
    return {};
}

Result<std::string> read_bytes(const fs::path& file) {
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    if (!stream.is_open()) return disk_error(file, errno);
    return bytes;
}

}  // namespace palermo
