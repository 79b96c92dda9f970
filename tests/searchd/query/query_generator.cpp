// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/query/query_generator.hpp"

#include <cstdlib>

namespace palermo::query::test {
namespace {

using Pieces = std::vector<std::string_view>;

const Pieces words{"debt",
                   "bondage",
                   "R",
                   "v.",
                   "Tang",
                   "Art.",
                   "3(a)",
                   "O'Brien",
                   "l'exploitation",
                   "[2013]",
                   "EWCA",
                   "991",
                   "2-13-CR",
                   "passport",
                   "traffick*",
                   "国债役",
                   "долговая",
                   "é",
                   "السخرة",
                   "and",
                   "AND*",
                   "NEAR/x",
                   "s",
                   "--x",
                   "x:y",
                   "ECLI:NL:HR:2019:1",
                   "U.S.",
                   "act/means",
                   "~5",
                   "ab*cd",
                   "a*",
                   "*",
                   "+",
                   "/",
                   "life"};
const Pieces phrases{"\"debt bondage\"", "\"debt bondage\"~", "\"debt bondage\"~5", "“held traffick* key”", "«AND»", "\"-\"",
                     "\"a\"~0",          "\"a\"~101",         "「债役」~3",         "\"title:x\""};
const Pieces nearness{"NEAR", "NEAR/5", "ADJ/5", "ADJ", "/s",    "/p", "/5",   "w/5",     "w/s",
                      "W/P",  "+s",     "+5",    "+p",  "pre/5", "/0", "/101", "within/3"};
const Pieces text_fields{"title:", "court:", "party:", "text:", "TEXT: "};
const Pieces filter_fields{"country:", "crime:", "outcome:", "concept:", "issue:", "citation:", "docket:", "lang:", "id:"};
const Pieces values{"NZ",           "\"New Zealand\"",
                    "(NZ OR AU)",   "(new zealand OR fiji)",
                    "debt-bondage", "\"AND\"",
                    "\"-x\"",       "\"NEAR\"",
                    "x*",           "not-recorded",
                    "\"/s\"",       "\"\"",
                    "(a -b)",       "3(a)",
                    "\"id:x\""};
const Pieces ranges{"year:", "date:", "sentence:"};
const Pieces bounds{"2010",    "2010..2015", "2015..2010", "..", "2010..", "..2015",     ">=2010", "<2010",
                    ">life",   "life",       "<life",      "5y", ">=5y",   "18m..10y",   "<0",     "2010-03..2011",
                    "2010-13", "\"2010\"",   "(2010)",     ">",  ">9999",  "99999999999"};
const Pieces signs{" ", " ", "(", ")", "\"", "-", "\xE2\x80\x9C", "\xC2\xBB", "*", "~", ":", "..", "/", "\t", "'", "--", "x("};

std::string joined(std::string_view left, std::string_view right) { return std::string(left) + std::string(right); }

}  // namespace

std::string QueryGenerator::next() {
    switch (below(8)) {
        case 0: return bytes();
        case 1:
        case 2: return pieces();
        case 3:
        case 4: return with_slips(expression(4));
        default: return expression(4);
    }
}

std::string QueryGenerator::expression(int depth) {
    static const Pieces between{" ", " ", " ", " AND ", " OR ", " NOT ", " -"};
    std::string text = one_in(8) ? "NOT " : one_in(8) ? "-" : "";
    text += operand(depth);
    for (auto more = below(3); more > 0; --more) {
        text += one_in(4) ? ' ' + std::string(any_of(nearness)) + ' ' : std::string(any_of(between));
        text += operand(depth);
    }
    return text;
}

std::string QueryGenerator::operand(int depth) {
    switch (below(depth > 0 ? 8 : 6)) {
        case 0: return std::string(any_of(phrases));
        case 1: return field(depth);
        case 6:
        case 7: return '(' + expression(depth - 1) + ')';
        default: return std::string(any_of(words));
    }
}

std::string QueryGenerator::field(int depth) {
    switch (below(3)) {
        case 0: return joined(any_of(ranges), any_of(bounds));
        case 1: return joined(any_of(filter_fields), any_of(values));
        default: return std::string(any_of(text_fields)) + operand(depth > 0 ? depth - 1 : 0);
    }
}

std::string QueryGenerator::with_slips(std::string text) {
    for (auto slips = 1 + below(3); slips > 0 && !text.empty(); --slips) {
        const auto at = below(text.size());
        if (one_in(2))
            text.erase(at, 1 + below(3));
        else
            text.insert(at, any_of(signs));
    }
    return text;
}

std::string QueryGenerator::pieces() {
    static const std::vector<const Pieces*> all{&words,  &phrases, &nearness, &text_fields, &filter_fields, &values,
                                                &ranges, &bounds,  &signs,    &signs,       &signs};
    std::string text;
    for (auto length = below(14); length > 0; --length) {
        text += one_in(6) ? any_of({" AND ", " OR ", " NOT "}) : any_of(*all[below(all.size())]);
        if (one_in(2)) text += ' ';
    }
    return text;
}

std::string QueryGenerator::bytes() {
    std::string text(below(40), ' ');
    for (auto& c : text) c = static_cast<char>(below(256));
    return text;
}

std::size_t queries_to_try(std::size_t usual) {
    const char* asked = std::getenv("PALERMO_QUERIES");
    return asked != nullptr ? std::strtoull(asked, nullptr, 10) : usual;
}

}  // namespace palermo::query::test
