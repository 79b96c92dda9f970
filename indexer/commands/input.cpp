// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/input.hpp"

#include "corpus/source_finder.hpp"

#include <array>
#include <iostream>
#include <utility>

namespace palermo::commands {
namespace {

/// Reads no further than one byte past what a record may have: enough to be told that it is too large.
std::string read_standard_input() {
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (bytes.size() <= max_record_bytes && (std::cin.read(buffer.data(), buffer.size()) || std::cin.gcount() > 0)) {
        bytes.append(buffer.data(), static_cast<std::size_t>(std::cin.gcount()));
    }
    return bytes;
}

}  // namespace

Input collect_input(const std::vector<std::string>& paths) {
    Input input;
    std::vector<std::string> names;
    for (const auto& path : paths) {
        if (path != "-") {
            names.push_back(path);
            continue;
        }
        auto source = source_from_bytes("standard input", read_standard_input());
        if (source)
            input.sources.emplace_back(std::move(*source));
        else
            input.diagnostics.push_back(source.error());
    }
    auto found = find_sources(names);
    input.sources.reserve(input.sources.size() + found.files.size());
    for (auto& file : found.files) input.sources.emplace_back(RecordFile{std::move(file)});
    input.diagnostics.insert(input.diagnostics.end(), found.diagnostics.begin(), found.diagnostics.end());
    return input;
}

}  // namespace palermo::commands
