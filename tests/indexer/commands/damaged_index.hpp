// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/index_directory.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_index.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palermo::test {

/// A small index of two segments, in which something is changed as a program with a fault would: what it writes is well-formed and has its
/// checksums.
class DamagedIndex {
public:
    DamagedIndex();

    [[nodiscard]] std::filesystem::path path() const { return index_.path(); }
    [[nodiscard]] IndexDirectory directory() const { return IndexDirectory(path()); }
    [[nodiscard]] Manifest manifest() const;
    /// The first segment: "birch" (docid 1, convicted) and "cedar" (docid 2, no outcome).
    [[nodiscard]] std::filesystem::path segment() const { return directory().segment(manifest().segments.front().id); }

    void change_manifest(const std::function<void(Manifest&)>& change) const;
    /// Gives the manifest the sizes and checksums that the files have now.
    void seal_again() const;

    /// `palermo-indexer verify`: its exit code and what it says.
    [[nodiscard]] Finished verify(std::vector<std::string> options = {}) const;

private:
    TempIndex index_;
};

}  // namespace palermo::test
