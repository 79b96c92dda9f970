// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
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

    friend bool operator==(const Word&, const Word&) = default;
};

/// Words that must stand together in this order; not stemmed.
struct Phrase {
    std::string text;

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

struct Node {
    std::variant<Word, Phrase, And, Or, Not> value;
    Span span;

    /// Equal in meaning: spans do not count.
    friend bool operator==(const Node& left, const Node& right) { return left.value == right.value; }
};

inline bool operator==(const And& left, const And& right) { return left.children == right.children; }
inline bool operator==(const Or& left, const Or& right) { return left.children == right.children; }
inline bool operator==(const Not& left, const Not& right) { return left.child == right.child; }

}  // namespace palermo::query
