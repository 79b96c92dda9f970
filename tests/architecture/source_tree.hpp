// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palermo::test {

struct Include {
    std::string target;  ///< as written between the quotes or brackets
    bool ours = false;   ///< written with quotes
    int line = 0;
};

/// A C++ file of the production code, path relative to the root.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;
    std::vector<Include> includes;

    /// "indexer/load"; "searchd" for the files that lie in searchd itself.
    [[nodiscard]] std::string folder() const { return std::filesystem::path(path).parent_path().string(); }
    /// The header and the source of one unit share this: "indexer/load/loader".
    [[nodiscard]] std::string unit() const { return std::filesystem::path(path).replace_extension().string(); }
    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
};

/// Every .hpp and .cpp below the named folders.
[[nodiscard]] std::vector<SourceFile> read_source_tree(const std::filesystem::path& root, const std::vector<std::string>& folders);

}  // namespace palermo::test
