// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

/// What was asked, as a tree of values. Knows no engine: the planner turns it into one, the echo turns it back into words.
namespace palermo::query {

struct Node;

/// Where in the query text a node was read: bytes [begin, end).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

/// One word as typed; the analyzer decides what its terms are.
struct Word {
    std::string text;
    bool is_prefix = false;  ///< "traffick*": all words that begin so

    friend bool operator==(const Word&, const Word&) = default;
};

/// Words that must stand together. A word in it may end with a star.
struct Phrase {
    std::string text;
    bool stemmed = false;  ///< "..."~: in any inflection; else as written
    unsigned within = 0;   ///< "..."~5: in any order, each at most so many words from the next; 0: one behind the other

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// Every child must match.
struct And {
    std::vector<Node> children;

    friend bool operator==(const And&, const And&);
};

/// At least one child must match.
struct Or {
    std::vector<Node> children;

    friend bool operator==(const Or&, const Or&);
};

/// The child must not match.
struct Not {
    std::vector<Node> child;  ///< exactly one; a vector because Node is not complete here

    friend bool operator==(const Not&, const Not&);
};

/// Both operands must stand near each other: made of words, phrases, groups of them, and Near.
struct Near {
    enum class Unit { words, sentence, paragraph };

    Unit unit = Unit::words;
    unsigned distance = 0;       ///< Unit::words: at most so many words apart, neighbours being 1
    bool ordered = false;        ///< the first before the second
    std::vector<Node> operands;  ///< exactly two

    friend bool operator==(const Near&, const Near&);
};

enum class TextFieldName { text, title, court, party };

/// Words in one field only. `text` is the whole prose, without the concepts that its words may name.
struct Field {
    TextFieldName name = TextFieldName::text;
    std::vector<Node> child;  ///< exactly one

    friend bool operator==(const Field&, const Field&);
};

enum class FilterName { citation, concept_, country, crime, docket, id, issue, lang, outcome };

/// A value that the case must have; what it names is looked up by the planner.
struct Filter {
    FilterName name = FilterName::id;
    std::string value;

    friend bool operator==(const Filter&, const Filter&) = default;
};

enum class RangeName { date, sentence, year };

/// From one value to another, both included; empty: open. Years and dates as PartialDate reads them, sentences in months ("60") or "life".
struct Range {
    RangeName name = RangeName::year;
    std::string from;
    std::string to;

    friend bool operator==(const Range&, const Range&) = default;
};

struct Node {
    std::variant<Word, Phrase, And, Or, Not, Near, Field, Filter, Range> value;
    Span span;

    /// Equal in meaning: spans do not count.
    friend bool operator==(const Node& left, const Node& right) { return left.value == right.value; }
};

inline bool operator==(const And& left, const And& right) { return left.children == right.children; }
inline bool operator==(const Or& left, const Or& right) { return left.children == right.children; }
inline bool operator==(const Not& left, const Not& right) { return left.child == right.child; }
inline bool operator==(const Near& left, const Near& right) {
    return left.unit == right.unit && left.distance == right.distance && left.ordered == right.ordered && left.operands == right.operands;
}
inline bool operator==(const Field& left, const Field& right) { return left.name == right.name && left.child == right.child; }

}  // namespace palermo::query
