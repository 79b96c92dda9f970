// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/finding_list.hpp"

#include <algorithm>
#include <iterator>

namespace palermo {
namespace {

constexpr std::size_t most_told = 20;
constexpr auto mend = "Restore the index from a copy, or load the records into a new directory.";

}  // namespace

void FindingList::add(std::string message) { add(error_at(place_, std::move(message), mend, Cause::index)); }

void FindingList::add(Diagnostic finding) {
    if (++count_ <= most_told) findings_.push_back(std::move(finding));
}

void FindingList::move_to(Diagnostics& all) && {
    std::ranges::move(findings_, std::back_inserter(all));
    if (count_ > most_told)
        all.push_back(error_at(place_, "There are " + std::to_string(count_ - most_told) + " more such findings.", mend, Cause::index));
}

}  // namespace palermo
