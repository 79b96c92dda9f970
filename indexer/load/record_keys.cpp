// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/record_keys.hpp"

#include "indexer/analysis/identifier.hpp"
#include "indexer/index/checksum.hpp"

#include <algorithm>
#include <string>

namespace palermo {
namespace {

/// A kind before the text: a citation that reads like a court's name is another key.
std::uint64_t key_of(char kind, std::string_view text) { return short_checksum(kind + std::string(text)); }

}  // namespace

std::uint64_t text_key(std::string_view checksum) { return key_of('t', checksum); }

std::vector<CaseKey> case_keys(const CaseRecord& record) {
    std::vector<CaseKey> keys;
    for (const auto& identifier : record.identifiers) {
        const auto folded = fold_identifier(identifier.value);
        // A bare number is nobody's name: each court counts its own.
        const bool is_telling = identifier.scheme != "docket" && identifier.scheme != "application" && !folded.empty();
        if (is_telling) keys.push_back({.key = key_of('i', folded), .is_citation = true});
    }
    for (const auto& proceeding : record.proceedings) {
        const bool is_known = !proceeding.court.empty() && proceeding.decided && proceeding.decided->day();
        if (is_known) keys.push_back({.key = key_of('d', fold_identifier(proceeding.court) + '|' + proceeding.decided->to_string())});
    }
    std::ranges::sort(keys, {}, &CaseKey::key);
    keys.erase(std::unique(keys.begin(), keys.end(), [](const CaseKey& one, const CaseKey& other) { return one.key == other.key; }),
               keys.end());
    return keys;
}

std::vector<std::uint64_t> record_keys(std::string_view checksum, std::span<const CaseKey> of_case) {
    std::vector<std::uint64_t> keys{text_key(checksum)};
    for (const auto& each : of_case) keys.push_back(each.key);
    return keys;
}

}  // namespace palermo
