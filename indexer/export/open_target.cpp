// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export/open_target.hpp"

#include "indexer/export/directory_target.hpp"
#include "indexer/export/tar_target.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

constexpr std::array archives{std::pair<std::string_view, TarPacking>{".tar", TarPacking::none},
                              std::pair<std::string_view, TarPacking>{".tar.gz", TarPacking::gzip},
                              std::pair<std::string_view, TarPacking>{".tgz", TarPacking::gzip},
                              std::pair<std::string_view, TarPacking>{".tar.zst", TarPacking::zstd}};

/// Who writes one of these wants an archive, and would be surprised by a directory of that name.
constexpr std::array other_archives{".zip", ".7z", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".gz", ".zst"};

std::optional<TarPacking> packing_of(std::string_view name) {
    const auto* found = std::ranges::find_if(archives, [&](const auto& archive) { return name.ends_with(archive.first); });
    return found == archives.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Result<std::unique_ptr<ExportTarget>> open_export_target(const std::string& name, bool force, std::time_t time) {
    if (name == "-") return open_tar_on_standard_output(time);
    if (const auto packing = packing_of(name)) return open_tar_file(name, *packing, force, time);
    if (std::ranges::any_of(other_archives, [&](const auto* ending) { return name.ends_with(ending); })) {
        return error_at(name, "Archives of this kind are not written.", "Choose a name that ends in .tar, .tar.gz, .tgz or .tar.zst.");
    }
    return open_directory_target(name, force);
}

}  // namespace palermo
