// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace palermo::segment_files {

// The files of a segment, by name, wherever its directory is.
[[nodiscard]] inline std::filesystem::path database(const std::filesystem::path& segment) { return segment / "xapian"; }
[[nodiscard]] inline std::filesystem::path facet_columns(const std::filesystem::path& segment) { return segment / "facets.col"; }
[[nodiscard]] inline std::filesystem::path texts(const std::filesystem::path& segment) { return segment / "texts.blk"; }
[[nodiscard]] inline std::filesystem::path documents(const std::filesystem::path& segment) { return segment / "documents.blk"; }
[[nodiscard]] inline std::filesystem::path forward(const std::filesystem::path& segment) { return segment / "forward.idx"; }
[[nodiscard]] inline std::filesystem::path completions(const std::filesystem::path& segment) { return segment / "completions.idx"; }
[[nodiscard]] inline std::filesystem::path records(const std::filesystem::path& segment) { return segment / "records.tbl"; }

}  // namespace palermo::segment_files
