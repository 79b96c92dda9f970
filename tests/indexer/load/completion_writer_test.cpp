// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/completion_writer.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <map>

namespace palermo::test {
namespace {

std::map<std::string, std::uint32_t> weights(const TempIndex& index, CompletionKind kind) {
    const auto snapshot = index.snapshot();
    REQUIRE(snapshot->manifest().segments.size() == 1);
    const auto& completions = snapshot->completions(0);
    std::map<std::string, std::uint32_t> all;
    for (std::uint32_t i = 0; i < completions.keys(kind).size; ++i) {
        const auto entry = completions.at(kind, i);
        all[std::string(entry.text)] = entry.weight;
    }
    return all;
}

using Weights = std::map<std::string, std::uint32_t>;

}  // namespace

TEST_CASE("a segment's completions are its words, its cases and their citations", "[load][completions]") {
    const TempIndex index{{.id = "a",
                           .title = "The Queen v Wei Tang",
                           .facts = {"An old DÉBT of 2010, it is; a victim's debt."},
                           .identifiers = {{"neutral-citation", "[2008] HCA 39"}, {"sherloc-path", "x/y.html"}}},
                          {.id = "b", .title = "债役案", .facts = {"Debt and 债役."}}};
    auto words = weights(index, CompletionKind::word);
    CHECK(words["debt"] == 2);
    // Whether two characters are one word or two is the dictionary's business.
    std::erase_if(words, [](const auto& word) { return static_cast<unsigned char>(word.first.front()) >= 0x80; });
    CHECK(words == Weights{{"and", 1}, {"debt", 2}, {"old", 1}, {"queen", 1}, {"tang", 1}, {"the", 1}, {"wei", 1}});
    CHECK(weights(index, CompletionKind::case_name) == Weights{{"The Queen v Wei Tang", 1}, {"债役案", 1}});
    CHECK(weights(index, CompletionKind::citation) == Weights{{"[2008] HCA 39", 1}});
}

}  // namespace palermo::test
