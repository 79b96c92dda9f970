// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/handlers.hpp"

#include "corpus/current_concepts.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/source_text.hpp"
#include "searchd/answer_headers.hpp"
#include "searchd/http/entity_tag.hpp"
#include "searchd/http/media_type.hpp"
#include "searchd/problems.hpp"
#include "searchd/search/current_request.hpp"
#include "searchd/search/facet_values.hpp"
#include "searchd/views/case_json_view.hpp"
#include "searchd/views/case_view.hpp"
#include "searchd/views/json_view.hpp"
#include "searchd/views/results_view.hpp"
#include "searchd/views/search_url.hpp"
#include "searchd/views/style_sheet.hpp"
#include "searchd/views/suggest_url.hpp"
#include "searchd/views/suggest_view.hpp"
#include "searchd/worker_call.hpp"
#include "searchd/working_repair.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace palermo {
namespace {

constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::string_view json = "application/json";
constexpr std::string_view xml = "application/xml; charset=utf-8";
constexpr std::string_view css = "text/css; charset=utf-8";
constexpr std::string_view plain = "text/plain; charset=utf-8";

http::Response ok(std::string_view content_type, std::string body) {
    return {.content_type = std::string(content_type), .body = std::move(body)};
}

/// 410, when the case with this id was taken down. In full, whatever the client has: no copy of a case is confirmed that is gone.
std::optional<http::Response> gone(const http::Request& request, const SearchRequest& asked, std::string_view content_type,
                                   const Snapshot& snapshot) {
    const auto* tombstone = snapshot.manifest().tombstone(request.captures.at(0));
    if (tombstone == nullptr) return std::nullopt;
    auto response = render_search_problem(request.path, taken_down(*tombstone), asked);
    stamp(response, request, content_type, snapshot);
    return response;
}

Epoch epoch_of(const Snapshot& snapshot) { return {.generation = snapshot.manifest().generation, .created = snapshot.manifest().created}; }

/// Names all that changes the answer to a search but for the state of the collection.
std::string question_of(const SearchRequest& asked, std::string_view content_type) {
    return std::string(content_type) + '\n' + search_address(asked);
}

/// A page has the filters' counts and the passages on it, whoever asks.
SearchRequest for_view(SearchRequest asked, std::string_view content_type) {
    if (content_type == html) asked.wants_counts = asked.wants_passages = true;
    return asked;
}

/// A page about what makes no sense keeps what does. `path` is the address that was asked for, encoded.
http::Response refuse(const http::Request& request, const Diagnostic& reason, const SearchRequest& readable, const std::string& path) {
    auto kept = readable;
    if (kept.text.size() > max_query_bytes) kept.text.clear();
    const auto query = encode_search_url(kept);
    return render_search_problem(request.path, bad_parameter(reason), readable, query.empty() ? path : path + '?' + query);
}

/// 400, when an address that takes no parameters is given some.
std::optional<http::Response> refuse_parameters(const http::Request& request) {
    const auto read = decode_bare_url(request.parameters);
    if (read.has_value()) return std::nullopt;
    return render_problem(request.path, bad_parameter(read.error()));
}

/// The snapshot does not show this case: it was taken down, or was never there.
http::Response no_case(std::string_view path, const std::string& id, const SearchRequest& asked, const Snapshot& snapshot) {
    const auto* tombstone = snapshot.manifest().tombstone(id);
    return render_search_problem(path, tombstone == nullptr ? no_such_case(id) : taken_down(*tombstone), asked);
}

Result<std::string> as_xml(const std::string& source, const Snapshot&, const SearchRequest&) { return source; }

Result<std::string> as_json(const std::string& source, const Snapshot& snapshot, const SearchRequest& opened_from) {
    const auto record = read_record(SourceText("the stored record", source));
    if (record.has_error()) return record.error();
    const auto& vocabularies = snapshot.vocabularies();
    return render_case_json(with_current_concepts(*record, vocabularies), vocabularies, snapshot.manifest().generation, opened_from.lang);
}

Result<std::string> as_html(const std::string& source, const Snapshot& snapshot, const SearchRequest& opened_from) {
    const auto record = read_record(SourceText("the stored record", source));
    if (record.has_error()) return record.error();
    const Edition edition{.generation = snapshot.manifest().generation, .time = snapshot.manifest().created};
    const auto& vocabularies = snapshot.vocabularies();
    // The way back leads to a search that finds something, whatever the case was opened with.
    return render_case_html(with_current_concepts(*record, vocabularies), vocabularies, edition,
                            without_unknown_values(opened_from, snapshot));
}

const Vocabulary* vocabulary_of(std::string_view scheme, const Snapshot& snapshot) {
    const auto facet = facet_named(scheme);
    return facet && is_hierarchical(*facet) ? &snapshot.vocabularies().of(*facet) : nullptr;
}

StatusView status_of(const Snapshot& snapshot, const std::optional<Diagnostic>& trouble) {
    const auto& manifest = snapshot.manifest();
    StatusView status{.generation = manifest.generation,
                      .generation_time = manifest.created,
                      .records = manifest.record_count,
                      .segments = manifest.segments.size(),
                      .format_version = manifest.format_version,
                      .analyzer_version = manifest.analyzer.version,
                      .icu_version = manifest.analyzer.icu_version,
                      .stemmed_languages = manifest.analyzer.stemmed_languages,
                      .vocabularies = {},
                      .version = PALERMO_VERSION,
                      // Without its place: paths are the operator's business.
                      .trouble = trouble ? trouble->message : std::string{}};
    for (const auto& vocabulary : manifest.vocabularies) status.vocabularies.emplace_back(vocabulary.scheme, vocabulary.version);
    return status;
}

boost::asio::awaitable<http::Response> show_style_sheet(http::Request request) {
    auto response = ok(css, std::string(style_sheet()));
    const auto tag = http::make_entity_tag(style_sheet());
    if (http::names_entity_tag(request.if_none_match, tag)) response = {.status = 304};
    response.headers = {{"ETag", tag}, {"Cache-Control", "max-age=3600"}};
    co_return response;
}

/// Crawlers stay out of the combinations of filters and of what is for programs. The pages themselves they may fetch even when they must
/// not list them: that stands in X-Robots-Tag, which a page that may not be fetched cannot say.
boost::asio::awaitable<http::Response> show_robots() {
    co_return ok(plain, "User-agent: *\nDisallow: /?\nDisallow: /cases/*/similar?\nDisallow: /api/\n");
}

}  // namespace

Handlers::Handlers(SnapshotHolder& snapshots, SearchPool& pool, const Config& config, std::shared_ptr<spdlog::logger> log)
    : snapshots_(snapshots),
      pool_(pool),
      cache_(std::size_t{config.result_cache_mib} << 20U),
      search_timeout_(config.search_timeout_ms),
      allow_indexing_(config.allow_indexing),
      log_(std::move(log)) {
    snapshots_.tell([this](const Snapshot& snapshot) { cache_.begin(epoch_of(snapshot)); });
    cache_.begin(epoch_of(*snapshots_.current()));
}

Handlers::~Handlers() { snapshots_.tell({}); }

http::Router Handlers::metrics_router() {
    http::Router router;
    router.get("/metrics", [this](const http::Request&) { return show_metrics(); });
    return router;
}

http::Router Handlers::router() {
    using http::Request;
    // A page for which there is no route keeps the language and the words, too.
    http::Router router([](const http::RequestTarget& target, const http::Problem& problem) {
        return render_search_problem(target.path, problem, readable_part(target.parameters));
    });
    router.get("/", [this](Request request) { return search(std::move(request), html, render_results_html); });
    router.get("/cases/{id}", [this](Request request) { return show_case(std::move(request), {html, decode_search_url, as_html}); });
    router.get("/cases/{id}/similar", [this](Request request) { return similar(std::move(request), html, render_results_html); });
    router.get("/api/v1/search", [this](Request request) { return search(std::move(request), json, render_json); });
    router.get("/api/v1/suggest", [this](Request request) { return suggest(std::move(request)); });
    router.get("/api/v1/cases/{id}.xml", [this](Request request) { return show_case(std::move(request), {xml, decode_bare_url, as_xml}); });
    router.get("/api/v1/cases/{id}", [this](Request request) { return negotiate_case(std::move(request)); });
    router.get("/api/v1/cases/{id}/similar", [this](Request request) { return similar(std::move(request), json, render_json); });
    router.get("/api/v1/vocabularies/{scheme}", [this](Request request) { return show_vocabulary(std::move(request)); });
    router.get("/api/v1/vocabularies/{scheme}/{id}", [this](Request request) { return show_concept(std::move(request)); });
    router.get("/api/v1/status", [this](Request request) { return show_status(std::move(request)); });
    router.get("/assets/style.css", [](Request request) { return show_style_sheet(std::move(request)); });
    router.get("/robots.txt", [](const Request&) { return show_robots(); });
    router.get("/healthz", [](const Request&) -> Reply { co_return ok(plain, "ok\n"); });
    return router;
}

http::Fields Handlers::headers() const {
    if (allow_indexing_) return {};
    return {{"X-Robots-Tag", "noindex"}};
}

Handlers::Reply Handlers::search(http::Request request, std::string_view content_type, SearchView view) {
    const auto snapshot = snapshots_.current();
    auto decoded = decode_search_url(request.parameters);
    if (decoded.has_error())
        co_return refuse(request, decoded.error(), without_unknown_values(readable_part(request.parameters), *snapshot), "/");
    if (const auto checked = check_facet_values(*decoded, *snapshot); checked.has_error())
        co_return refuse(request, checked.error(), without_unknown_values(std::move(*decoded), *snapshot), "/");
    SearchCall call{.path = request.path, .asked = for_view(std::move(*decoded), content_type), .content_type = content_type, .view = view};
    auto question = question_of(call.asked, content_type);
    Work work = [this, call = std::move(call)](Searcher& searcher, Deadline deadline, PhaseClock& clock) -> Made {
        const auto answer = searcher.search(call.asked, deadline, clock);
        clock.enter(Phase::render);
        if (answer.has_error()) return {fail(call.path, answer.error())};
        return show_answer(call, *answer, searcher, deadline);
    };
    co_return co_await on_worker(std::move(request), content_type, std::move(question), std::move(work));
}

Handlers::Reply Handlers::similar(http::Request request, std::string_view content_type, SearchView view) {
    const auto snapshot = snapshots_.current();
    auto decoded = decode_search_url(request.parameters);
    auto asked = decoded.has_error() ? readable_part(request.parameters) : std::move(*decoded);
    asked.similar_to = request.captures.at(0);
    const auto path = search_path(asked);
    if (decoded.has_error()) co_return refuse(request, decoded.error(), without_unknown_values(std::move(asked), *snapshot), path);
    if (auto taken = gone(request, asked, content_type, *snapshot)) co_return std::move(*taken);
    if (const auto checked = check_facet_values(asked, *snapshot); checked.has_error())
        co_return refuse(request, checked.error(), without_unknown_values(std::move(asked), *snapshot), path);
    SearchCall call{.path = request.path, .asked = for_view(std::move(asked), content_type), .content_type = content_type, .view = view};
    auto question = question_of(call.asked, content_type);
    Work work = [this, call = std::move(call)](Searcher& searcher, Deadline deadline, PhaseClock& clock) -> Made {
        const auto answer = searcher.similar(call.asked, deadline, clock);
        clock.enter(Phase::render);
        if (answer.has_error()) return {fail(call.path, answer.error())};
        if (!answer->has_value()) return {no_case(call.path, call.asked.similar_to, call.asked, searcher.snapshot())};
        return show_answer(call, **answer, searcher, deadline);
    };
    co_return co_await on_worker(std::move(request), content_type, std::move(question), std::move(work));
}

Handlers::Reply Handlers::suggest(http::Request request) {
    auto asked = decode_suggest_url(request.parameters);
    if (asked.has_error()) co_return render_problem(request.path, bad_parameter(asked.error()));
    Work work = [this, path = request.path, asked = std::move(*asked)](Searcher& searcher, Deadline, PhaseClock& clock) -> Made {
        clock.enter(Phase::match);
        const auto suggestions = searcher.suggest(asked);
        clock.enter(Phase::render);
        if (suggestions.has_error()) return {fail(path, suggestions.error())};
        return {ok(json, render_suggestions_json(*suggestions, searcher.snapshot().manifest().generation))};
    };
    co_return co_await on_worker(std::move(request), json, {}, std::move(work));
}

Handlers::Reply Handlers::show_case(http::Request request, CaseForm form) {
    const auto snapshot = snapshots_.current();
    auto opened_from = form.read(request.parameters);
    if (opened_from.has_error())
        co_return refuse(request, opened_from.error(), without_unknown_values(readable_part(request.parameters), *snapshot),
                         case_path(request.captures.at(0)));
    if (auto taken = gone(request, *opened_from, form.content_type, *snapshot)) co_return std::move(*taken);
    Work work = [this, path = request.path, id = request.captures.at(0), opened_from = std::move(*opened_from), form](
                    Searcher& searcher, Deadline, PhaseClock& clock) -> Made {
        clock.enter(Phase::passages);
        const auto source = searcher.source_xml(id);
        clock.enter(Phase::render);
        if (source.has_error()) return {fail(path, source.error())};
        if (!source->has_value()) return {no_case(path, id, opened_from, searcher.snapshot())};
        auto shown = form.view(source->value(), searcher.snapshot(), opened_from);
        if (shown.has_error()) return {fail(path, shown.error())};
        return {ok(form.content_type, std::move(*shown))};
    };
    co_return co_await on_worker(std::move(request), form.content_type, {}, std::move(work));
}

Handlers::Reply Handlers::negotiate_case(http::Request request) {
    const bool wants_xml = http::quality_of("application/xml", request.accept) > http::quality_of("application/json", request.accept);
    const CaseForm form{wants_xml ? xml : json, decode_language_url, wants_xml ? as_xml : as_json};
    auto response = co_await show_case(std::move(request), form);
    response.headers.emplace_back("Vary", "Accept");
    co_return response;
}

Handlers::Reply Handlers::show_vocabulary(http::Request request) const {
    if (auto refused = refuse_parameters(request)) co_return std::move(*refused);
    const auto snapshot = snapshots_.current();
    if (auto unchanged = not_modified(request, json, *snapshot)) co_return std::move(*unchanged);
    const auto* vocabulary = vocabulary_of(request.captures.at(0), *snapshot);
    if (vocabulary == nullptr) co_return render_problem(request.path, no_such_vocabulary(request.captures.at(0)));
    auto response = ok(json, render_vocabulary_json(*vocabulary, snapshot->manifest().generation));
    stamp(response, request, json, *snapshot);
    co_return response;
}

Handlers::Reply Handlers::show_concept(http::Request request) const {
    if (auto refused = refuse_parameters(request)) co_return std::move(*refused);
    const auto snapshot = snapshots_.current();
    if (auto unchanged = not_modified(request, json, *snapshot)) co_return std::move(*unchanged);
    const auto* vocabulary = vocabulary_of(request.captures.at(0), *snapshot);
    if (vocabulary == nullptr) co_return render_problem(request.path, no_such_vocabulary(request.captures.at(0)));
    const auto* entry = vocabulary->resolve(request.captures.at(1));
    if (entry == nullptr) co_return render_problem(request.path, no_such_concept(*vocabulary, request.captures.at(1)));
    auto response = ok(json, render_concept_json(*vocabulary, *entry, snapshot->manifest().generation));
    stamp(response, request, json, *snapshot);
    co_return response;
}

Handlers::Reply Handlers::show_status(http::Request request) const {
    if (auto refused = refuse_parameters(request)) co_return std::move(*refused);
    const auto snapshot = snapshots_.current();
    auto response = ok(json, render_status_json(status_of(*snapshot, snapshots_.trouble())));
    response.headers = {{"X-Palermo-Generation", std::to_string(snapshot->manifest().generation)}, {"Cache-Control", "no-store"}};
    co_return response;
}

Handlers::Reply Handlers::show_metrics() const {
    const auto snapshot = snapshots_.current();
    const auto& manifest = snapshot->manifest();
    const ServiceState state{.generation = manifest.generation,
                             .records = manifest.record_count,
                             .segments = manifest.segments.size(),
                             .has_trouble = snapshots_.trouble().has_value(),
                             .switches = snapshots_.switches(),
                             .searches_waiting = pool_.waiting(),
                             .searchers_opened_late = pool_.opened_late(),
                             .cache = cache_.statistics(),
                             .memory = resident_memory()};
    auto response = ok(metrics_content_type, metrics_.text(state, PALERMO_VERSION));
    response.headers = {{"Cache-Control", "no-store"}};
    co_return response;
}

Handlers::Reply Handlers::on_worker(http::Request request, std::string_view content_type, std::string question, Work work) {
    const auto snapshot = snapshots_.current();
    if (auto unchanged = not_modified(request, content_type, *snapshot)) co_return std::move(*unchanged);
    if (auto kept = kept_answer(request, content_type, *snapshot, question)) co_return std::move(*kept);
    // Set here and not on the worker: waiting for one counts.
    const auto deadline = std::chrono::steady_clock::now() + search_timeout_;
    const auto path = request.path;
    auto answer = [this, request = std::move(request), content_type, question = std::move(question), work = std::move(work), deadline,
                   clock = PhaseClock()](Searcher& searcher) mutable {
        auto made = work(searcher, deadline, clock);
        const auto times = clock.read();
        auto response = finish(std::move(made), request, content_type, question, searcher.snapshot());
        response.headers.emplace_back("Server-Timing", server_timing(times));
        metrics_.count(times);
        return response;
    };
    auto response = co_await call_worker(pool_, std::move(answer));
    if (response) co_return std::move(*response);
    metrics_.count_refusal();
    co_return render_problem(path, too_busy());
}

std::optional<http::Response> Handlers::kept_answer(const http::Request& request, std::string_view content_type, const Snapshot& snapshot,
                                                    const std::string& question) {
    if (question.empty()) return std::nullopt;
    const auto kept = cache_.find(epoch_of(snapshot), question);
    if (!kept) return std::nullopt;
    auto response = ok(content_type, *kept);
    stamp(response, request, content_type, snapshot);
    response.headers.emplace_back("Server-Timing", "cache;desc=hit");
    return response;
}

http::Response Handlers::finish(Made made, const http::Request& request, std::string_view content_type, const std::string& question,
                                const Snapshot& snapshot) {
    auto response = std::move(made.response);
    if (made.is_cut_short) {
        response.headers.emplace_back("X-Palermo-Generation", std::to_string(snapshot.manifest().generation));
        response.headers.emplace_back("Cache-Control", "no-store");
    } else {
        if (response.status == 200 && !question.empty()) cache_.keep(epoch_of(snapshot), question, response.body);
        stamp(response, request, content_type, snapshot);
    }
    return response;
}

Handlers::Made Handlers::show_answer(const SearchCall& call, const SearchAnswer& answer, Searcher& searcher, Deadline deadline) {
    const auto asked = with_current_concepts(call.asked, searcher.snapshot().vocabularies());
    if (const auto* error = std::get_if<QueryError>(&answer)) {
        const auto problem = bad_query(*error, asked.text, working_repair(searcher, asked, *error, deadline));
        return {render_search_problem(call.path, problem, asked)};
    }
    if (std::holds_alternative<SearchTimedOut>(answer)) {
        metrics_.count_timeout();
        return {render_search_problem(call.path, took_too_long(), asked)};
    }
    const auto& result = std::get<SearchResult>(answer);
    return {.response = ok(call.content_type, call.view(result, asked)), .is_cut_short = result.is_cut_short};
}

http::Response Handlers::fail(std::string_view path, const Diagnostic& reason) const {
    log_->error("{}", format(reason));
    return render_problem(path, index_failed());
}

}  // namespace palermo
