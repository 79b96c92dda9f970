// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>

namespace palermo {

/// What one check of `palermo-indexer verify` finds in one file: the first few, then how many more there were. A damage that has gone
/// through a whole segment is told in a page.
class FindingList {
public:
    explicit FindingList(const std::filesystem::path& place) : place_(place.string()) {}

    /// An error at the place, with the mend that all damage has.
    void add(std::string message);
    void add(Diagnostic finding);

    [[nodiscard]] bool empty() const { return count_ == 0; }
    void move_to(Diagnostics& all) &&;

private:
    std::string place_;
    std::size_t count_ = 0;
    Diagnostics findings_;
};

}  // namespace palermo
