// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_finder.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<std::string> records_below(const fs::path& directory, std::error_code& error) {
    std::vector<std::string> files;
    for (fs::recursive_directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        if (is_hidden(entry->path())) {
            if (entry->is_directory()) entry.disable_recursion_pending();
        } else if (entry->path().extension() == ".xml") {
            files.push_back(entry->path().string());
            // A directory may be called x.xml: it is reported as one, not searched.
            if (entry->is_directory()) entry.disable_recursion_pending();
        }
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

FoundSources find_sources(std::span<const std::string> paths) {
    FoundSources found;
    std::set<fs::path> seen;  // of several paths, which may overlap
    const auto add = [&](std::string file) {
        if (paths.size() == 1 || seen.insert(file).second) found.files.push_back(std::move(file));
    };
    for (const auto& path : paths) {
        std::error_code error;
        if (!fs::exists(path, error)) {
            found.diagnostics.push_back(error_at(path, "There is no such file or directory.", "Check the path."));
            continue;
        }
        if (!fs::is_directory(path, error)) {
            add(path);
            continue;
        }
        auto files = records_below(path, error);
        if (error)
            found.diagnostics.push_back(error_at(path, "The directory cannot be read: " + error.message() + ".", "Check its permissions."));
        else if (files.empty())
            found.diagnostics.push_back(error_at(path, "There is no record (*.xml) in this directory.", "Check the path."));
        for (auto& file : files) add(std::move(file));
    }
    return found;
}

}  // namespace palermo
