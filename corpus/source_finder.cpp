// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_finder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// Behind the last slash. There may be a million: as paths of their own, they and their extensions would take as long as finding them.
std::string_view name_of(const fs::path& path) {
    const std::string_view whole = path.native();
    return whole.substr(whole.rfind('/') + 1);
}

struct RecordsBelow {
    std::vector<std::string> files;
    bool has_links = false;  ///< one of them may be another
};

RecordsBelow records_below(const fs::path& directory, std::error_code& error) {
    RecordsBelow below;
    // What cannot be looked at, as a link to itself, is told when it is read.
    std::error_code ignored;
    for (fs::recursive_directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = name_of(entry->path());
        if (name.starts_with('.')) {
            if (entry->is_directory(ignored)) entry.disable_recursion_pending();
        } else if (name.ends_with(".xml")) {
            below.files.push_back(entry->path().native());
            below.has_links = below.has_links || entry->is_symlink(ignored);
            // A directory may be called x.xml: it is reported as one, not searched.
            if (entry->is_directory(ignored)) entry.disable_recursion_pending();
        }
    }
    std::ranges::sort(below.files);
    return below;
}

/// Files that were met, whatever they are called: a million of their paths would take much memory, and say less.
class SeenFiles {
public:
    /// False for one that was met under this name or another. What leads nowhere is always new.
    bool add(const std::string& path) {
        struct stat status {};
        return ::stat(path.c_str(), &status) != 0 || seen_.emplace(status.st_dev, status.st_ino).second;
    }

private:
    std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

FoundSources find_sources(std::span<const std::string> paths) {
    FoundSources found;
    SeenFiles seen;
    const auto add = [&](std::string file, bool may_be_known) {
        if (!may_be_known || seen.add(file)) found.files.push_back(std::move(file));
    };
    const bool may_overlap = paths.size() > 1;
    for (const auto& path : paths) {
        std::error_code error;
        if (!fs::exists(path, error)) {
            found.diagnostics.push_back(error_at(path, "There is no such file or directory.", "Check the path."));
            continue;
        }
        if (!fs::is_directory(path, error)) {
            add(path, may_overlap);
            continue;
        }
        auto below = records_below(path, error);
        if (error)
            found.diagnostics.push_back(error_at(path, "The directory cannot be read: " + error.message() + ".", "Check its permissions."));
        else if (below.files.empty())
            found.diagnostics.push_back(error_at(path, "There is no record (*.xml) in this directory.", "Check the path."));
        for (auto& file : below.files) add(std::move(file), may_overlap || below.has_links);
    }
    return found;
}

std::vector<std::string> without_repeats(std::span<const std::string> paths) {
    std::vector<std::string> once;
    SeenFiles seen;
    std::ranges::copy_if(paths, std::back_inserter(once), [&](const std::string& path) { return seen.add(path); });
    return once;
}

}  // namespace palermo
