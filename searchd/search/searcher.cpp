// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/searcher.hpp"

#include "corpus/source_text.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/query/any_words.hpp"
#include "searchd/query/echo.hpp"
#include "searchd/query/lexer.hpp"
#include "searchd/query/parser.hpp"
#include "searchd/search/current_request.hpp"
#include "searchd/search/date_page.hpp"
#include "searchd/search/dimension_counter.hpp"
#include "searchd/search/explainer.hpp"
#include "searchd/search/facet_buckets.hpp"
#include "searchd/search/facet_counter.hpp"
#include "searchd/search/filter_planner.hpp"
#include "searchd/search/hit_loader.hpp"
#include "searchd/search/match_rows.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/relaxations.hpp"
#include "searchd/search/similar_planner.hpp"
#include "searchd/search/similar_reasons.hpp"
#include "searchd/search/suggester.hpp"
#include "searchd/search/table_maker.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palermo {
namespace {

/// Without words there is no relevance: the newest come first.
SortOrder order_of(const SearchRequest& request, const QueryPlan& plan) {
    return request.sort == SortOrder::relevance && !plan.has_words ? SortOrder::newest : request.sort;
}

/// More plain words than this are a text that was pasted.
constexpr std::size_t longest_question = 6;

std::size_t plain_words(const query::Node& text) {
    if (std::holds_alternative<query::Word>(text.value)) return 1;
    const auto* both = std::get_if<query::And>(&text.value);
    if (both == nullptr) return 0;
    return static_cast<std::size_t>(
        std::ranges::count_if(both->children, [](const query::Node& node) { return std::holds_alternative<query::Word>(node.value); }));
}

/// Who writes AND means it.
bool has_written_and(const std::string& text) {
    return std::ranges::any_of(query::lex(text), [](const query::Lexeme& lexeme) { return lexeme.kind == query::TokenKind::and_; });
}

/// What the page alone tells of how many there are.
void bound_total(const RankedPage& page, const SearchRequest& request, SearchResult& result) {
    const auto before = std::uint64_t{request.page - 1} * request.size;
    const bool is_behind_the_end = page.matches.empty() && before > 0;
    result.total = is_behind_the_end ? 0 : before + page.matches.size() + (page.has_more ? 1 : 0);
    result.total_is_exact = !page.has_more && !is_behind_the_end;
}

/// For sure, and not only on this page.
bool found_nothing(const SearchResult& result) { return result.total == 0 && result.total_is_exact; }

void relax(const SearchRequest& request, const std::optional<query::Node>& text, const PlanContext& context, Deadline deadline,
           SearchResult& result) {
    auto relaxations = find_relaxations(request, text, result.parts, context, deadline);
    result.relaxations = std::move(relaxations.found);
    result.is_cut_short = relaxations.is_cut_short;
}

/// Orders of date find their page by the main weights alone, and so do deep pages. Who is told a score must be told the whole of it.
bool needs_full_weights(const SearchRequest& request, const QueryPlan& plan) {
    return plan.has_words && (request.explain || order_of(request, plan) != SortOrder::relevance);
}

/// Where counts are asked for or nothing is ranked, all matches are found, and not only the best.
bool needs_rows(const SearchRequest& request, const QueryPlan& plan) {
    return request.wants_counts || !request.counts.empty() || !plan.has_words;
}

QueryError no_word() { return {.message = "There is no word to search for in this.", .offset = 0, .repair = ""}; }

/// Words analysed by other rules would be looked up under terms that are not there.
std::optional<Diagnostic> foreign_analysis(const Snapshot& snapshot) {
    const auto& manifest = snapshot.manifest();
    const auto own = Analyzer::settings().version;
    if (manifest.analyzer.version == own) return std::nullopt;
    return error_at(snapshot.directory().generation_file(manifest.generation).string(),
                    "The index was made with version " + std::to_string(manifest.analyzer.version) +
                        " of the text analysis; this program has version " + std::to_string(own) + ".",
                    "Run palermo-indexer load of this version on any record: it builds the whole index again.", Cause::index);
}

/// In any-mode the words stand in an OR, whatever stood between them.
std::string read_as(const query::Node& text, const SearchRequest& request, const QueryPlan& plan) {
    return query::read_as(plan.matches_any ? query::with_any_of_its_words(text, request.match == MatchMode::any) : text);
}

/// A result before anything was found. Takes the plan's parts and notes.
SearchResult begin_result(const Manifest& manifest, const SearchRequest& request, const std::optional<query::Node>& text, QueryPlan& plan) {
    return {.generation = manifest.generation,
            .generation_time = manifest.created,
            .total = 0,
            .query_text = request.text,
            .read_as = text ? read_as(*text, request, plan) : "",
            .matches_any = plan.matches_any,
            .parts = std::move(plan.parts),
            .notes = std::move(plan.notes),
            .relaxations = {},
            .hits = {},
            .facets = {}};
}

/// Whether words were asked for and there is none in the request.
bool has_no_word(const SearchRequest& request, const QueryPlan& plan) {
    return request.text.find_first_not_of(" \t\r\n") != std::string::npos && !plan.has_words;
}

/// What `work` makes of the request's text as read.
template <class Work>
Result<SearchAnswer> with_text(const SearchRequest& request, const Snapshot& snapshot, Work work) {
    const auto parsed = query::parse(request.text);
    if (const auto* error = std::get_if<query::ParseError>(&parsed)) {
        return SearchAnswer(QueryError{.message = error->message, .offset = error->offset, .repair = error->repair});
    }
    const auto& text = std::get<std::optional<query::Node>>(parsed);
    try {
        return guarded(snapshot.directory().root().string(), [&] { return work(text); });
    } catch (const DeadlinePassed&) {
        return SearchAnswer(SearchTimedOut{});
    }
}

void tell_old_concepts(SearchAnswer& answer, const SearchRequest& asked, const Vocabularies& vocabularies) {
    auto* result = std::get_if<SearchResult>(&answer);
    if (result == nullptr) return;
    auto notes = notes_of_old_concepts(asked, vocabularies);
    result->notes.insert(result->notes.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
}

}  // namespace

Searcher::Searcher(WorkerView view, TextLanguages languages)
    : view_(std::move(view)),
      languages_(std::move(languages)),
      labels_(view_.snapshot().vocabularies(), analyzer_),
      values_(view_.snapshot()) {}

Result<Searcher> Searcher::open(std::shared_ptr<const Snapshot> snapshot) {
    if (auto foreign = foreign_analysis(*snapshot)) return std::move(*foreign);
    auto view = WorkerView::open(std::move(snapshot));
    if (!view) return view.error();
    auto languages = guarded(view->snapshot().directory().root().string(), [&] { return text_languages(*view); });
    if (!languages) return languages.error();
    return Searcher(std::move(*view), std::move(*languages));
}

Result<SearchAnswer> Searcher::search(const SearchRequest& asked, Deadline deadline, PhaseClock& clock) {
    clock.enter(Phase::parse);
    const auto request = with_current_concepts(asked, snapshot().vocabularies());
    auto answered =
        with_text(request, snapshot(), [&](const std::optional<query::Node>& text) { return answer(request, text, deadline, clock); });
    if (answered) tell_old_concepts(*answered, asked, snapshot().vocabularies());
    return answered;
}

Result<SearchAnswer> Searcher::find(const SearchRequest& asked, std::uint32_t most, Deadline deadline) {
    auto request = with_current_concepts(asked, snapshot().vocabularies());
    request.page = 1;
    request.size = most;
    request.wants_counts = false;
    request.counts = {};
    return with_text(request, snapshot(), [&](const std::optional<query::Node>& text) { return answer_ids(request, text, deadline); });
}

Result<std::optional<SearchAnswer>> Searcher::similar(const SearchRequest& asked, Deadline deadline, PhaseClock& clock) {
    clock.enter(Phase::parse);
    const auto request = with_current_concepts(asked, snapshot().vocabularies());
    const auto docid = snapshot().find(request.similar_to);
    if (!docid) return std::optional<SearchAnswer>();
    auto answered = with_text(request, snapshot(), [&](const std::optional<query::Node>& text) {
        return answer_similar(*docid, request, text, deadline, clock);
    });
    if (!answered) return answered.error();
    tell_old_concepts(*answered, asked, snapshot().vocabularies());
    return std::optional(std::move(*answered));
}

std::variant<Searcher::ChosenPlan, QueryError> Searcher::choose_plan(const SearchRequest& request, const std::optional<query::Node>& text,
                                                                     Deadline deadline, PhaseClock& clock) const {
    const auto plan_for = [&](MatchMode mode) -> std::variant<ChosenPlan, QueryError> {
        clock.enter(Phase::plan);
        auto planned = plan_query(text, request, mode, context(), deadline);
        if (auto* mistake = std::get_if<QueryError>(&planned)) return std::move(*mistake);
        return ChosenPlan{.plan = std::move(std::get<QueryPlan>(planned)), .matching = {}};
    };
    const auto any = [&](std::string code, std::string why) {
        auto chosen = plan_for(MatchMode::any);
        if (auto* wider = std::get_if<ChosenPlan>(&chosen))
            wider->plan.notes.insert(wider->plan.notes.begin(), {.code = std::move(code), .text = std::move(why)});
        return chosen;
    };
    // Where it is going to be counted, what matches is found out in full, and once.
    const auto matches_something = [&](ChosenPlan& chosen) {
        if (!needs_rows(request, chosen.plan)) return matches_some(view_, chosen.plan.matching);
        clock.enter(Phase::match);
        chosen.matching = match_rows(view_, chosen.plan.matching.tree(), deadline);
        return palermo::count(*chosen.matching) > 0;
    };
    if (request.match == MatchMode::any) return plan_for(MatchMode::any);
    const bool may_choose = request.match == MatchMode::automatic && text && !has_written_and(request.text);
    if (may_choose && plain_words(*text) > longest_question)
        return any("long-text",
                   "This is a text rather than a question: the cases that are most like it come first, and none need have all its words.");
    auto chosen = plan_for(MatchMode::all);
    auto* all = std::get_if<ChosenPlan>(&chosen);
    if (all == nullptr || !may_choose || !all->plan.can_match_any || matches_something(*all)) return chosen;
    auto wider = any("any-words", "No case has all of these words: these have some of them, the best first.");
    auto* some = std::get_if<ChosenPlan>(&wider);
    return some != nullptr && matches_something(*some) ? std::move(wider) : std::move(chosen);
}

Result<SearchAnswer> Searcher::answer(const SearchRequest& request, const std::optional<query::Node>& text, Deadline deadline,
                                      PhaseClock& clock) {
    auto planned = choose_plan(request, text, deadline, clock);
    if (auto* mistake = std::get_if<QueryError>(&planned)) return SearchAnswer(std::move(*mistake));
    auto& chosen = std::get<ChosenPlan>(planned);
    if (has_no_word(request, chosen.plan)) return SearchAnswer(no_word());
    auto result = run(request, text, std::move(chosen), deadline, clock);
    if (!result) return result.error();
    clock.enter(Phase::match);
    if (found_nothing(*result)) relax(request, text, context(), deadline, *result);
    return SearchAnswer(std::move(*result));
}

Result<SearchAnswer> Searcher::answer_ids(const SearchRequest& request, const std::optional<query::Node>& text, Deadline deadline) {
    PhaseClock nobody_asks;
    auto planned = choose_plan(request, text, deadline, nobody_asks);
    if (auto* mistake = std::get_if<QueryError>(&planned)) return SearchAnswer(std::move(*mistake));
    auto& plan = std::get<ChosenPlan>(planned).plan;
    if (has_no_word(request, plan)) return SearchAnswer(no_word());
    auto result = begin_result(snapshot().manifest(), request, text, plan);
    std::optional<NarrowedRows> rows;
    if (!plan.has_words) rows.emplace(snapshot(), request.facets, match_rows(view_, plan.matching.tree(), deadline));
    WordSets sets(snapshot());
    const auto page = page_of(request, plan, rows, sets, deadline);
    for (const auto& match : page.matches) {
        auto data = view_.data(match.docid);
        if (!data) return data.error();
        result.hits.emplace_back().id = std::move(data->id);
    }
    if (rows)
        result.total = palermo::count(rows->passing_all());
    else
        bound_total(page, request, result);
    if (found_nothing(result)) relax(request, text, context(), deadline, result);
    return SearchAnswer(std::move(result));
}

Result<SearchAnswer> Searcher::answer_similar(std::uint32_t docid, const SearchRequest& request, const std::optional<query::Node>& text,
                                              Deadline deadline, PhaseClock& clock) {
    clock.enter(Phase::plan);
    const auto data = view_.data(docid);
    if (!data) return data.error();
    auto planned = choose_plan(request, text, deadline, clock);
    if (auto* mistake = std::get_if<QueryError>(&planned)) return SearchAnswer(std::move(*mistake));
    auto& plan = std::get<ChosenPlan>(planned).plan;
    if (has_no_word(request, plan)) return SearchAnswer(no_word());
    clock.enter(Phase::plan);
    const auto similar = plan_similar(docid, *data, context(), request.lang, deadline);
    // The words that were typed find no case and move none: they leave out.
    plan.matching = MatchQuery(MatchQuery::OP_FILTER, similar.matching, plan.matching);
    plan.ranked = MatchQuery(MatchQuery::OP_FILTER, similar.ranking, narrowed(plan.matching, request.facets));
    plan.has_words = true;
    plan.near.clear();
    plan.weights = similar.weights;
    for (const auto& word : similar.words) plan.sought.push_back(word.pattern);
    for (const auto& issue : data->evidential_issues) plan.issues.push_back(issue.concept_id);
    auto result = run(request, text, {.plan = std::move(plan), .matching = {}}, deadline, clock);
    if (!result) return result.error();
    WordSets sets(snapshot());
    for (auto& hit : result->hits) {
        auto reasons = find_reasons(snapshot().find(hit.id).value(), similar, view_, request.lang, sets, analyzer_);
        if (!reasons) return reasons.error();
        hit.reasons = std::move(*reasons);
    }
    result->similar_to = LikenedCase{.id = data->id, .title = data->title, .title_lang = data->title_lang};
    return SearchAnswer(std::move(*result));
}

Result<SearchResult> Searcher::run(const SearchRequest& request, const std::optional<query::Node>& text, ChosenPlan chosen,
                                   Deadline deadline, PhaseClock& clock) {
    auto& plan = chosen.plan;
    auto result = begin_result(snapshot().manifest(), request, text, plan);
    result.takes_filters = !text || !std::holds_alternative<query::Or>(text->value);
    std::optional<NarrowedRows> rows;
    if (needs_rows(request, plan)) {
        clock.enter(Phase::match);
        if (!chosen.matching) chosen.matching = match_rows(view_, plan.matching.tree(), deadline);
        clock.enter(Phase::facets);
        rows.emplace(snapshot(), request.facets, std::move(*chosen.matching));
        count(*rows, request, result);
    }
    clock.enter(Phase::match);
    WordSets sets(snapshot());
    auto page = page_of(request, plan, rows, sets, deadline);
    if (!rows) bound_total(page, request, result);
    if (needs_full_weights(request, plan)) weigh_in_full(view_, plan.ranked, plan.near, sets, deadline, page.matches);
    clock.enter(Phase::passages);
    auto shown = request;
    auto& issues = shown.facets[Facet::evidential_issue].included;
    issues.insert(issues.end(), plan.issues.begin(), plan.issues.end());
    for (const auto& match : page.matches) {
        auto hit = load_hit(match, view_, shown, plan.sought, sets, values_, analyzer_, deadline);
        if (!hit) return hit.error();
        if (request.explain) hit->explanation = explain_hit(view_, match, plan.weights, request.lang, deadline);
        result.hits.push_back(std::move(*hit));
    }
    return result;
}

/// Where the rows are known the total is exact, also when nobody asked for the facets.
void Searcher::count(const NarrowedRows& rows, const SearchRequest& request, SearchResult& result) {
    result.total = palermo::count(rows.passing_all());
    if (!request.wants_counts && request.counts.empty()) return;
    DimensionCounter cases(snapshot(), rows.passing_all());
    if (request.wants_counts) result.facets = make_buckets(count_facets(snapshot(), rows, cases), snapshot(), request, values_);
    result.tables = make_tables(snapshot(), cases, request.counts, request.lang, values_);
}

/// Without words all weigh the same, and the columns know the order of dates.
RankedPage Searcher::page_of(const SearchRequest& request, const QueryPlan& plan, const std::optional<NarrowedRows>& rows, WordSets& sets,
                             Deadline deadline) const {
    const auto order = order_of(request, plan);
    if (!rows) return rank_page(view_, plan.ranked, plan.near, request, order, {}, sets, deadline);
    if (plan.has_words) {
        const auto docids = docids_if_few(snapshot(), rows->passing_all());
        return rank_page(view_, plan.ranked, plan.near, request, order, docids, sets, deadline);
    }
    const std::size_t first = std::size_t{request.page - 1} * request.size;
    RankedPage page;
    for (const auto docid : date_page(snapshot(), rows->passing_all(), order, first, request.size))
        page.matches.push_back({.docid = docid, .score = 0});
    return page;
}

Result<std::vector<Suggestion>> Searcher::suggest(const SuggestRequest& asked) const {
    return guarded(snapshot().directory().root().string(), [&] { return palermo::suggest(view_, asked); });
}

Result<std::optional<std::string>> Searcher::source_xml(const std::string& case_id) {
    const auto docid = snapshot().find(case_id);
    if (!docid) return std::optional<std::string>();
    const auto data = view_.data(*docid);
    if (!data) return data.error();
    auto xml = view_.source_xml(*docid, *data);
    if (!xml) return xml.error();
    const auto source = source_from_bytes(case_id, std::move(*xml));
    if (!source) return source.error();
    return std::optional(source->text());
}

}  // namespace palermo
