// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/query_planner.hpp"

#include "corpus/facet_label.hpp"
#include "indexer/analysis/normalizer.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/query/echo.hpp"
#include "searchd/query/parser.hpp"
#include "searchd/search/case_names.hpp"
#include "searchd/search/court_weight.hpp"
#include "searchd/search/filter_planner.hpp"
#include "searchd/search/pattern_planner.hpp"
#include "searchd/search/pattern_query.hpp"
#include "searchd/search/plain_words.hpp"
#include "searchd/search/query_parts.hpp"
#include "searchd/search/weights.hpp"
#include "searchd/search/word_weigher.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace palermo {
namespace {

using Query = MatchQuery;
using query::Node;

/// A text has more words than a question can use: the rarest of them are taken.
constexpr std::size_t max_plain_words = 64;

bool is_plain_word(const Node& node) {
    const auto* word = std::get_if<query::Word>(&node.value);
    return word != nullptr && !word->is_prefix;
}

Query all_of(const std::vector<Query>& parts) {
    return parts.empty() ? Query() : parts.size() == 1 ? parts.front() : Query(Query::OP_AND, parts.begin(), parts.end());
}
Query any_of(const std::vector<Query>& parts) {
    return parts.size() == 1 ? parts.front() : Query(Query::OP_OR, parts.begin(), parts.end());
}

Note cut_note(const Expansion& expansion) {
    return {.code = "wildcard-cut",
            .text = "More than " + std::to_string(TermLookup::max_expansion) + " words begin with \"" + expansion.beginning +
                    "\"; the most frequent of them were searched for."};
}

void add(std::vector<Query>& queries, Query query) {
    if (!query.empty()) queries.push_back(std::move(query));
}

/// Something the query asks for.
struct Unit {
    PartRange range;  ///< the nodes of the whole query that it was made of
    Query query;
    bool is_plain = false;      ///< a plain word or a label made of them: may be missing where any will do
    std::size_t frequency = 0;  ///< cases with it, for choosing the telling ones
    unsigned times = 1;         ///< how often it is asked for
    bool has_own_nodes = true;  ///< nothing else was made of its nodes
};

/// The units of a group, those to be absent apart.
struct Group {
    std::vector<Unit> wanted;
    std::vector<Query> unwanted;
    std::vector<Query> named_cases;
    std::unordered_map<std::string, std::size_t> places;    ///< of what is wanted, by its key
    std::unordered_map<std::string, PartRange> exclusions;  ///< by their keys

    /// The unit that asks for the same, if one does: it is asked for once more.
    const Unit* repeated(const std::string& key) {
        const auto place = places.find(key);
        if (place == places.end()) return nullptr;
        auto& unit = wanted[place->second];
        ++unit.times;
        return &unit;
    }

    void want(const std::string& key, Unit unit) {
        if (unit.query.empty()) return;
        places.emplace(key, wanted.size());
        wanted.push_back(std::move(unit));
    }
};

/// Nodes with one key ask for the same. Words and phrases do whatever their case.
std::string key_of(const Node& node) {
    const bool is_text = std::holds_alternative<query::Word>(node.value) || std::holds_alternative<query::Phrase>(node.value);
    return is_text ? "text " + fold_case(query::query_text(node)) : "node " + query::query_text(node);
}

class Planner {
public:
    Planner(const PlanContext& context, const SearchRequest& request, MatchMode mode, Deadline deadline)
        : context_(context),
          request_(request),
          mode_(mode),
          deadline_(deadline),
          lookup_(context.view, context.languages, context.analyzer, deadline),
          weigher_(context.view, lookup_),
          filters_(context.view.snapshot(), context.labels, context.analyzer, request.lang) {}

    /// The whole query. Its top group is what parts are taken from, what names cases, and what may be matched by any of its words.
    void plan_text(const Node& text) {
        const auto* both = std::get_if<query::And>(&text.value);
        const auto nodes = both != nullptr ? both->children : std::vector<Node>{text};
        parts_ = QueryParts(nodes);
        auto group = plan_group(nodes, layout::body, std::nullopt);
        keep_telling(group.wanted);
        plan.has_words = !group.wanted.empty() || !group.unwanted.empty();
        plan.matches_any = mode_ == MatchMode::any;
        for (const auto& unit : group.wanted) plan.weights.push_back({parts_.text_of(unit.range), unit.query.engine()});
        words_ = join(group, plan.matches_any);
        if (!group.named_cases.empty()) words_ = with_named_cases(group);
    }

    QueryPlan finish() {
        auto words = plan.has_words && !words_.empty() ? words_ : Query::everything();
        const auto range = decided_between(request_.from, request_.to);
        plan.matching = range.empty() ? words : Query(Query::OP_FILTER, words, range);
        // What is weighed in full was found with the filters: they need not be looked up for it again.
        plan.ranked = Query::weighed(narrowed(plan.matching, request_.facets), words.engine());
        if (plan.has_words) add_signals();
        plan.parts = parts_.take();
        return std::move(plan);
    }

    std::optional<QueryError> mistake;
    QueryPlan plan;

private:
    /// The nodes of a group. `inside`: the node of the whole query that the group stands in; none for the query itself.
    Group plan_group(const std::vector<Node>& nodes, const layout::TextField& field, std::optional<std::size_t> inside) {
        Group group;
        for (std::size_t first = 0; first < nodes.size();) {
            auto last = first;
            while (last < nodes.size() && is_plain_word(nodes[last])) ++last;
            if (last > first) {
                plan_run(std::span(nodes).subspan(first, last - first), first, field, inside, group);
                first = last;
            } else {
                plan_other(nodes[first], first, field, inside, group);
                ++first;
            }
        }
        // What is asked for more than once counts so often.
        for (auto& unit : group.wanted) {
            if (unit.times > 1) unit.query = Query(Query::OP_SCALE_WEIGHT, unit.query, unit.times);
        }
        return group;
    }

    /// Plain words side by side: labels of concepts and names of cases among them, and the words.
    void plan_run(std::span<const Node> nodes, std::size_t offset, const layout::TextField& field, std::optional<std::size_t> inside,
                  Group& group) {
        const auto run = read_plain_run(nodes, field, lookup_, context_.analyzer);
        const bool is_top = !inside && is_body(field);
        if (is_top) name_cases(run, group);
        const auto labels =
            is_body(field) && reads_concepts_ ? context_.labels.find(run.text, context_.analyzer) : std::vector<LabelMatch>();
        for (std::size_t i = 0; i < run.words.size();) {
            look_at_the_clock();
            const auto label = std::ranges::find_if(labels, [&](const LabelMatch& match) { return covers(match, run, i); });
            auto behind = i + 1;
            if (label != labels.end()) {
                while (behind < run.words.size() && run.words[behind].end <= label->end) ++behind;
            }
            const std::span<const PlainWord> words(run.words.data() + i, behind - i);
            if (is_top) bring_near(words);
            const auto text = run.text.substr(words.front().begin, words.back().end - words.front().begin);
            const auto key = (label != labels.end() ? "label " : "words ") + fold_case(text);
            const PartRange range{offset + words.front().child, offset + words.back().child + 1};
            const bool has_own_nodes = !inside && (i == 0 || run.words[i - 1].child < words.front().child) &&
                                       (behind == run.words.size() || run.words[behind].child > words.back().child);
            if (const auto* known = group.repeated(key)) {
                if (has_own_nodes && known->has_own_nodes) parts_.tell_repeat(known->range, range);
            } else {
                Unit unit{.range = inside ? PartRange{*inside, *inside + 1} : range,
                          .query = plan_words(words, is_top),
                          .is_plain = true,
                          .frequency = weigher_.frequency(words),
                          .has_own_nodes = has_own_nodes};
                if (label != labels.end()) unit.query = with_concepts(std::move(unit.query), words, *label, unit.range, false);
                group.want(key, std::move(unit));
            }
            i = behind;
        }
    }

    /// Whether a label begins at word `i` and ends with a word, not inside one.
    static bool covers(const LabelMatch& match, const PlainRun& run, std::size_t i) {
        const auto& word = run.words[i];
        if (match.begin != word.begin && match.begin != word.inner_begin) return false;
        return std::ranges::any_of(run.words, [&](const PlainWord& last) { return last.end == match.end; });
    }

    Query plan_words(std::span<const PlainWord> words, bool in_query_itself) {
        std::vector<Query> all;
        for (const auto& word : words) {
            add(all, in_query_itself && mode_ == MatchMode::any ? weigher_.query_by_rarity(word, deadline_)
                                                                : weigher_.query_of(word, deadline_));
            seek(word.pattern);
            if (in_query_itself) add(accents_, weigher_.accents_of(word));
        }
        return all_of(all);
    }

    void bring_near(std::span<const PlainWord> words) {
        for (const auto& word : words) {
            if (plan.near.size() == max_plain_words) return;
            plan.near.push_back({word.pattern, weigher_.limit({&word, 1})});
        }
    }

    /// The words, or the catalogue's word for them, or what the concept is called in another language. Who typed a phrase means one there
    /// too.
    Query with_concepts(Query words, std::span<const PlainWord> typed, const LabelMatch& label, PartRange range, bool is_phrase) {
        std::vector<Query> ways;
        for (const auto& named : label.concepts) {
            const auto share = named.facet == Facet::evidential_issue ? weights::evidential_issue : weights::legal_concept;
            const Query cases(layout::make_term(layout::boolean_field(named.facet).prefix, named.id));
            ways.push_back(constant_weight(share * (weigher_.limit(typed)), cases));
            if (named.facet == Facet::evidential_issue && negations_ == 0) plan.issues.push_back(named.id);
            for (const auto& text : context_.labels.labels_of(named)) add(ways, label_query(text, is_phrase));
            parts_.tell_concept(
                range,
                {named.facet, {named.id, facet_label(named.facet, named.id, context_.view.snapshot().vocabularies(), request_.lang)}});
        }
        if (mode_ == MatchMode::any && label.words == 1 && !is_phrase) {
            const auto share = weights::label_among_words * weigher_.share_by_rarity(typed.front());
            ways = {Query(Query::OP_SCALE_WEIGHT, any_of(ways), share)};
        }
        ways.insert(ways.begin(), std::move(words));
        return any_of(ways);
    }

    /// Empty where no case can have the label's words: a plan of many labels would be too large.
    Query label_query(const LabelText& label, bool is_phrase) {
        std::vector<Query> words;
        PositionPattern phrase{.kind = PositionPattern::Kind::phrase, .terms = {}, .postings = {}, .written = {}, .parts = {}};
        for (const auto& token : context_.analyzer.analyze(label.text, label.lang)) {
            phrase.parts.push_back(lookup_.inflected_in(token, layout::body));
            if (lookup_.frequency(phrase.parts.back()) == 0) return {};
            words.push_back(words_query(context_.view, phrase.parts.back()));
        }
        if (words.empty()) return {};
        const auto& sought = phrase.parts.size() == 1 ? phrase.parts.front() : phrase;
        seek(sought);
        return {Query::OP_SCALE_WEIGHT, is_phrase ? pattern_query(context_.view, sought, deadline_) : all_of(words), weights::label_words};
    }

    void name_cases(const PlainRun& run, Group& group) {
        const auto named = find_named_cases(run, context_.view, lookup_, deadline_);
        for (const auto& found : named) {
            if (std::ranges::find(plan.weights, found.text, &WeightedPart::name) != plan.weights.end()) continue;
            group.named_cases.push_back(constant_weight(weights::named_case, found.query));
            plan.weights.push_back({found.text, group.named_cases.back().engine()});
            const bool is_citation = found.kind == NamedCase::Kind::citation;
            plan.notes.push_back({.code = is_citation ? "citation" : "case-name",
                                  .text = std::string("Read as a ") + (is_citation ? "citation" : "case name") + ": " + found.text + '.'});
        }
        const bool has_citation = std::ranges::any_of(named, [](const auto& found) { return found.kind == NamedCase::Kind::citation; });
        if (has_citation) return;
        if (const auto citation = citation_in(run.text); !citation.empty())
            plan.notes.push_back({.code = "citation-not-held", .text = "No case here carries the citation " + citation + "."});
    }

    /// `place`: of the node in its group.
    void plan_other(const Node& node, std::size_t place, const layout::TextField& field, std::optional<std::size_t> inside, Group& group) {
        look_at_the_clock();
        const auto key = key_of(node);
        const PartRange own{place, place + 1};
        const auto at = inside.value_or(place);
        if (const auto* negation = std::get_if<query::Not>(&node.value)) {
            const auto [known, is_new] = group.exclusions.emplace(key, own);
            if (!is_new && !inside) parts_.tell_repeat(known->second, own);
            if (!is_new) return;
            ++negations_;
            add(group.unwanted, plan_node(negation->child.front(), field, at));
            --negations_;
            return;
        }
        if (const auto* known = group.repeated(key)) {
            if (!inside) parts_.tell_repeat(known->range, own);
            return;
        }
        Unit unit{.range = {at, at + 1}, .query = plan_node(node, field, at)};
        unit.is_plain = mode_ == MatchMode::any && request_.match == MatchMode::any && std::holds_alternative<query::Phrase>(node.value);
        group.want(key, std::move(unit));
    }

    /// Any node, as part of the group's node `at`.
    Query plan_node(const Node& node, const layout::TextField& field, std::size_t at) {
        if (const auto* both = std::get_if<query::And>(&node.value)) return join(plan_group(both->children, field, at), false);
        if (const auto* either = std::get_if<query::Or>(&node.value)) {
            std::vector<Query> parts;
            std::unordered_set<std::string> known;
            for (const auto& child : either->children) {
                if (!known.insert(key_of(child)).second) continue;
                look_at_the_clock();
                add(parts, plan_node(child, field, at));
            }
            return any_of(parts);
        }
        if (std::holds_alternative<query::Not>(node.value) || is_plain_word(node)) return join(plan_group({node}, field, at), false);
        if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) return plan_phrase(node, *phrase, field, at);
        if (const auto* inner = std::get_if<query::Field>(&node.value)) return plan_field(*inner, at);
        if (const auto* filter = std::get_if<query::Filter>(&node.value)) return plan_filter(node, *filter, at);
        if (const auto* range = std::get_if<query::Range>(&node.value)) return plan_range(*range);
        return plan_pattern(node, field, at);
    }

    Query plan_pattern(const Node& node, const layout::TextField& field, std::size_t at) {
        PatternPlanner planner(lookup_, context_.analyzer, field);
        const auto pattern = planner.plan(node);
        if (is_body(field)) seek(pattern);
        for (const auto& expansion : planner.expansions()) {
            parts_.tell_expansion(at, expansion);
            if (expansion.is_cut) plan.notes.push_back(cut_note(expansion));
        }
        return pattern_query(context_.view, pattern, deadline_);
    }

    Query plan_phrase(const Node& node, const query::Phrase& phrase, const layout::TextField& field, std::size_t at) {
        auto query = plan_pattern(node, field, at);
        if (!is_body(field) || !reads_concepts_ || phrase.within > 0 || query.empty()) return query;
        const Node word{query::Word{phrase.text}, node.span};
        const auto run = read_plain_run({&word, 1}, field, lookup_, context_.analyzer);
        const auto labels = context_.labels.find(run.text, context_.analyzer);
        if (labels.size() != 1 || run.words.empty()) return query;
        const auto& label = labels.front();
        const bool is_whole =
            (label.begin == run.words.front().begin || label.begin == run.words.front().inner_begin) && label.end == run.words.back().end;
        if (!is_whole) return query;
        return with_concepts(std::move(query), run.words, label, {at, at + 1}, true);
    }

    Query plan_field(const query::Field& field, std::size_t at) {
        const auto reads_concepts = std::exchange(reads_concepts_, false);
        auto query = plan_node(field.child.front(), text_field(field.name), at);
        reads_concepts_ = reads_concepts;
        return query;
    }

    static const layout::TextField& text_field(query::TextFieldName name) {
        switch (name) {
            case query::TextFieldName::title: return layout::title;
            case query::TextFieldName::court: return layout::court;
            case query::TextFieldName::party: return layout::party;
            case query::TextFieldName::text: break;
        }
        return layout::body;
    }

    static bool is_body(const layout::TextField& field) { return field.prefix == layout::body.prefix; }

    Query plan_filter(const Node& node, const query::Filter& filter, std::size_t at) {
        auto planned = filters_.plan(filter);
        if (auto* unknown = std::get_if<UnknownValue>(&planned)) {
            if (!mistake) mistake = mend(node, filter, *unknown);
            return {};
        }
        auto& found = std::get<PlannedFilter>(planned);
        parts_.tell_label(at, found.label);
        if (found.note) plan.notes.push_back(std::move(*found.note));
        return {Query::OP_SCALE_WEIGHT, found.query, 0};
    }

    /// The query with the nearest value in place of the unknown one, or without the part.
    QueryError mend(const Node& node, const query::Filter& filter, const UnknownValue& unknown) const {
        auto repair = request_.text;
        auto better = filter;
        better.value = unknown.nearest;
        repair.replace(node.span.begin, node.span.end - node.span.begin,
                       unknown.nearest.empty() ? std::string() : query::query_text(Node{better, {}}));
        // Taken out of a group, a value may leave a bracket or an OR behind.
        const auto parsed = query::parse(repair);
        if (const auto* left = std::get_if<query::ParseError>(&parsed)) repair = left->repair;
        return {.message = unknown.message, .offset = node.span.begin, .repair = repair};
    }

    static Query join(const Group& group, bool any) {
        std::vector<Query> required;
        std::vector<Query> plain;
        for (const auto& unit : group.wanted) add(unit.is_plain && any ? plain : required, unit.query);
        if (!plain.empty()) required.push_back(any_of(plain));
        if (required.empty() && group.unwanted.empty()) return {};
        // A group of negations alone leaves out of everything.
        const auto wanted = required.empty() ? Query::everything() : all_of(required);
        return group.unwanted.empty() ? wanted : Query(Query::OP_AND_NOT, wanted, any_of(group.unwanted));
    }

    /// The named cases too, unless something else than words forbids them.
    Query with_named_cases(const Group& group) const {
        Group others{.wanted = {}, .unwanted = group.unwanted, .named_cases = {}, .places = {}, .exclusions = {}};
        for (const auto& unit : group.wanted) {
            if (!unit.is_plain) others.wanted.push_back(unit);
        }
        const auto named = any_of(group.named_cases);
        const auto rest = join(others, false);
        const auto allowed = rest.empty() ? named : Query(Query::OP_FILTER, named, rest);
        return words_.empty() ? allowed : Query(Query::OP_OR, allowed, words_);
    }

    /// Of the words of a long text, those that tell most.
    void keep_telling(std::vector<Unit>& units) {
        const auto plain = static_cast<std::size_t>(std::ranges::count_if(units, &Unit::is_plain));
        plan.can_match_any = plain > 1;
        if (mode_ != MatchMode::any || plain <= max_plain_words) return;
        // The rarest first; words that no case has tell nothing.
        std::ranges::stable_sort(units, {}, [](const Unit& unit) {
            const auto most = std::numeric_limits<std::size_t>::max();
            return std::pair(unit.is_plain, unit.frequency > 0 ? unit.frequency : most);
        });
        units.resize(units.size() - plain + max_plain_words);
        plan.notes.push_back({.code = "many-words",
                              .text = "The text has " + std::to_string(plain) + " different words; the " + std::to_string(max_plain_words) +
                                      " rarest of them were searched for."});
    }

    void look_at_the_clock() const { Watch(deadline_).tick(); }

    void seek(const PositionPattern& pattern) {
        if (negations_ > 0 || is_empty(pattern) || std::ranges::find(plan.sought, pattern) != plan.sought.end()) return;
        plan.sought.push_back(pattern);
    }

    /// What moves hits up and finds none.
    void add_signals() {
        const auto add_signal = [this](std::string name, const Query& signal, const Query& explained) {
            plan.ranked = Query(Query::OP_AND_MAYBE, plan.ranked, signal);
            plan.weights.push_back({std::move(name), explained.engine()});
        };
        if (!accents_.empty()) {
            const auto accents = any_of(accents_);
            add_signal("accents as typed", accents, accents);
        }
        const Query court(court_weight(context_.view.snapshot()), MatchNode{MatchNode::Everything{}});
        add_signal("level of the court", court, court_weight_by_terms());
    }

    const PlanContext& context_;
    const SearchRequest& request_;
    MatchMode mode_;
    Deadline deadline_;
    TermLookup lookup_;
    WordWeigher weigher_;
    FilterPlanner filters_;
    QueryParts parts_;
    Query words_;
    std::vector<Query> accents_;
    bool reads_concepts_ = true;
    int negations_ = 0;
};

}  // namespace

std::variant<QueryPlan, QueryError> plan_query(const std::optional<query::Node>& text, const SearchRequest& request, MatchMode mode,
                                               const PlanContext& context, Deadline deadline) {
    Planner planner(context, request, mode, deadline);
    if (text) planner.plan_text(*text);
    if (planner.mistake) return std::move(*planner.mistake);
    return planner.finish();
}

}  // namespace palermo
