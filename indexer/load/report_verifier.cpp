// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/report_verifier.hpp"

#include "indexer/index/mapped_file.hpp"
#include "indexer/load/report_forgetting.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

bool is_whole_file(const std::filesystem::path& file) {
    const auto mapped = MappedFile::open(file);
    return mapped && is_whole_report(mapped->bytes());
}

}  // namespace

std::optional<Diagnostic> report_damage(const IndexDirectory& directory, std::uint64_t generation) {
    const auto file = directory.report_file(generation);
    std::error_code error;
    // Only loads have one; and a writer who goes on beside this may have removed it meanwhile.
    if (is_whole_file(file) || !std::filesystem::exists(file, error)) return std::nullopt;
    return error_at(file.string(), "The report of the load that made generation " + std::to_string(generation) + " is damaged.",
                    "Restore the file from a copy of the index, or remove it: no record depends on it.", Cause::index);
}

void verify_reports(const IndexDirectory& directory, Diagnostics& findings) {
    auto generations = directory.generations();
    // What is wrong with these is told by who looks at the index itself.
    if (!generations) return;
    std::ranges::reverse(*generations);
    for (const auto number : *generations) {
        if (auto damage = report_damage(directory, number)) findings.push_back(std::move(*damage));
    }
}

}  // namespace palermo
