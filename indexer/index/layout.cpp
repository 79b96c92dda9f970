// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/layout.hpp"

#include "corpus/zero_padded.hpp"
#include "indexer/index/checksum.hpp"

#include <algorithm>
#include <utility>

namespace palermo::layout {
namespace {

template <class Table, class Key>
constexpr bool all_different(const Table& table, Key key) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            if (table[i].*key == table[j].*key) return false;
        }
    }
    return true;
}

static_assert(all_different(boolean_fields, &BooleanField::prefix), "two fields would mix their terms");
static_assert(all_different(text_fields, &TextField::prefix), "two fields would mix their words");
static_assert(all_different(value_slots, &ValueSlot::slot), "two values would overwrite each other");

bool begins_with_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

std::size_t encoded_size(std::string_view text) { return text.size() + static_cast<std::size_t>(std::ranges::count(text, '\0')); }

std::string term_of(std::string prefix, std::string_view content) {
    auto term = std::move(prefix);
    // Without the colon, prefix X and content "Ab" would read as prefix XA.
    if (!term.empty() && (begins_with_capital(content) || content.starts_with(':'))) term += ':';
    term += content;
    if (term.size() <= longest_term / 2 || encoded_size(term) <= longest_term) return term;
    const auto tail = checksum_of(content).substr(std::string_view("xxh3:").size());
    std::size_t kept = 0;
    for (std::size_t cost = 0; kept < term.size(); ++kept) {
        cost += term[kept] == '\0' ? std::size_t{2} : std::size_t{1};
        if (cost + tail.size() > longest_term) break;
    }
    while (kept > 0 && (static_cast<unsigned char>(term[kept]) & 0xC0U) == 0x80U) --kept;
    return term.substr(0, kept) + tail;
}

}  // namespace

const BooleanField& boolean_field(Facet facet) {
    switch (facet) {
        case Facet::evidential_issue: return evidential_issue;
        case Facet::legal_concept: return legal_concept;
        case Facet::outcome: return outcome;
        case Facet::crime_type: return crime_type;
        case Facet::jurisdiction: return jurisdiction;
        case Facet::court_level: return court_level;
        case Facet::year: return year;
    }
    return id;
}

std::string stem_term(const TextField& field, std::string_view stem) {
    std::string prefix(stem_prefix);
    prefix += field.prefix;
    return term_of(std::move(prefix), stem);
}

std::string written_term(const TextField& field, std::string_view word) { return make_term(field.prefix, word); }

std::optional<TextTerm> read_text_term(std::string_view term) {
    TextTerm read{.field = 0, .is_stem = term.starts_with(stem_prefix), .content = term};
    if (read.is_stem) read.content.remove_prefix(stem_prefix.size());
    for (std::size_t field = 1; field < text_fields.size(); ++field) {
        const auto prefix = text_fields[field].prefix;
        if (!read.content.starts_with(prefix)) continue;
        read.field = field;
        read.content.remove_prefix(prefix.size());
        break;
    }
    if (term != read.content && read.content.starts_with(':')) {
        read.content.remove_prefix(1);
        return read;
    }
    // A capital: the prefix is a longer one.
    if (read.content.empty() || begins_with_capital(read.content)) return std::nullopt;
    return read;
}

std::string sentence_value(unsigned months) {
    constexpr std::size_t digits = 6;
    return zero_padded(std::min(months, life_in_months), digits);
}

std::string make_term(std::string_view prefix, std::string_view content) { return term_of(std::string(prefix), content); }

}  // namespace palermo::layout
