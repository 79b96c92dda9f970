// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>

namespace palermo::test {
namespace {

std::optional<Include> parse_include(std::string_view line, int number) {
    constexpr std::string_view directive = "#include ";
    if (!line.starts_with(directive)) return std::nullopt;
    line.remove_prefix(directive.size());
    const bool ours = line.starts_with('"');
    const auto end = line.find(ours ? '"' : '>', 1);
    if (end == std::string_view::npos) return std::nullopt;
    return Include{.target = std::string(line.substr(1, end - 1)), .ours = ours, .line = number};
}

SourceFile read_source_file(const std::filesystem::path& root, const std::filesystem::path& path) {
    SourceFile file{.path = path.lexically_relative(root).generic_string(), .lines = {}, .includes = {}};
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
        file.lines.push_back(line);
        if (auto include = parse_include(line, static_cast<int>(file.lines.size()))) file.includes.push_back(*include);
    }
    return file;
}

}  // namespace

std::vector<SourceFile> read_source_tree(const std::filesystem::path& root, const std::vector<std::string>& folders) {
    std::vector<SourceFile> files;
    for (const auto& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (entry.is_regular_file() && (extension == ".hpp" || extension == ".cpp"))
                files.push_back(read_source_file(root, entry.path()));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

}  // namespace palermo::test
