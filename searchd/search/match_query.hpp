// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace palermo {

class PositionalCheck;

/// What matches, without any weight: the part of a query that counts are over. Xapian's own tree does not tell what its leaves are.
struct MatchNode;
using MatchTree = std::shared_ptr<const MatchNode>;  ///< null: nothing

struct MatchNode {
    struct Everything {};
    struct Term {
        std::string term;
    };
    struct AnyOf {
        std::vector<MatchTree> parts;
    };
    struct AllOf {
        std::vector<MatchTree> parts;
    };
    struct AllBut {
        MatchTree wanted;
        MatchTree unwanted;
    };
    /// Documents whose value lies between two, both included; those without the value are in no range.
    struct ValueRange {
        unsigned slot;
        std::string low;
        std::string high;  ///< empty: no bound
    };
    /// Documents in which a pattern stands; to be asked of those only that have its words.
    struct Standing {
        std::shared_ptr<PositionalCheck> check;
    };
    /// Documents with at least `least` of the words, each in any of its forms.
    struct Sharing {
        std::vector<std::vector<std::string>> words;
        std::size_t least;
    };

    std::variant<Everything, Term, AnyOf, AllOf, AllBut, ValueRange, Standing, Sharing> is;
};

/// A query of the engine, and beside it what it matches, and a draft: the same matches by their main weights alone. Ranking takes its
/// candidates by the draft and weighs only those in full. Made as a Xapian::Query is made.
class MatchQuery {
public:
    using op = Xapian::Query::op;
    // NOLINTBEGIN(readability-identifier-naming): they are Xapian's.
    static constexpr op OP_AND = Xapian::Query::OP_AND;
    static constexpr op OP_OR = Xapian::Query::OP_OR;
    static constexpr op OP_AND_NOT = Xapian::Query::OP_AND_NOT;
    static constexpr op OP_AND_MAYBE = Xapian::Query::OP_AND_MAYBE;
    static constexpr op OP_FILTER = Xapian::Query::OP_FILTER;
    static constexpr op OP_SYNONYM = Xapian::Query::OP_SYNONYM;
    static constexpr op OP_MAX = Xapian::Query::OP_MAX;
    static constexpr op OP_SCALE_WEIGHT = Xapian::Query::OP_SCALE_WEIGHT;
    static constexpr op OP_VALUE_RANGE = Xapian::Query::OP_VALUE_RANGE;
    static constexpr op OP_VALUE_GE = Xapian::Query::OP_VALUE_GE;
    // NOLINTEND(readability-identifier-naming)

    /// Matches nothing.
    MatchQuery() = default;
    explicit MatchQuery(const std::string& term);
    MatchQuery(op how, const MatchQuery& left, const MatchQuery& right);
    MatchQuery(op how, const std::vector<MatchQuery>& parts);
    template <class Iterator>
    MatchQuery(op how, Iterator begin, Iterator end) : MatchQuery(how, std::vector<MatchQuery>(begin, end)) {}
    /// OP_SCALE_WEIGHT.
    MatchQuery(op how, const MatchQuery& query, double factor);
    /// OP_VALUE_RANGE.
    MatchQuery(op how, unsigned slot, const std::string& low, const std::string& high);
    /// OP_VALUE_GE.
    MatchQuery(op how, unsigned slot, const std::string& low);
    /// A leaf that Xapian cannot look into.
    MatchQuery(Xapian::Query query, MatchNode matches);

    [[nodiscard]] static MatchQuery everything();
    /// What `matching` matches, which is also its draft; in full it weighs what `full` says, which must not match anything else; but
    /// for the whole query may, since only what the draft has found is weighed in full.
    [[nodiscard]] static MatchQuery weighed(const MatchQuery& matching, const Xapian::Query& full);

    [[nodiscard]] bool empty() const { return query_.empty(); }
    [[nodiscard]] const Xapian::Query& engine() const { return query_; }
    [[nodiscard]] const Xapian::Query& draft() const { return draft_; }
    [[nodiscard]] const MatchTree& tree() const { return tree_; }

private:
    Xapian::Query query_;
    Xapian::Query draft_;
    MatchTree tree_;
};

}  // namespace palermo
