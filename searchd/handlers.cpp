// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/handlers.hpp"

#include "corpus/current_concepts.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/source_text.hpp"
#include "searchd/http/entity_tag.hpp"
#include "searchd/http/media_type.hpp"
#include "searchd/problems.hpp"
#include "searchd/search/current_request.hpp"
#include "searchd/views/case_json_view.hpp"
#include "searchd/views/case_view.hpp"
#include "searchd/views/json_view.hpp"
#include "searchd/views/results_view.hpp"
#include "searchd/views/search_url.hpp"
#include "searchd/views/style_sheet.hpp"
#include "searchd/views/suggest_url.hpp"
#include "searchd/views/suggest_view.hpp"
#include "searchd/worker_call.hpp"

#include <optional>
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

/// Tells apart all that changes an answer: the program, the state of the collection, what was asked, and the form asked for.
std::string tag_of(const http::Request& request, std::string_view content_type, const Snapshot& snapshot) {
    const auto& manifest = snapshot.manifest();
    std::string identity = PALERMO_VERSION;
    const auto add = [&identity](std::string_view part) { identity.append(1, '\0').append(part); };
    add(std::to_string(manifest.generation));
    add(manifest.created);
    add(content_type);
    add(request.path);
    for (const auto& [name, value] : request.parameters) {
        add(name);
        add(value);
    }
    return http::make_entity_tag(identity);
}

/// Marks an answer with the generation it came from. A cache may keep it, and must ask each time whether it still holds.
void stamp(http::Response& response, const Snapshot& snapshot, std::string tag) {
    response.headers.emplace_back("X-Palermo-Generation", std::to_string(snapshot.manifest().generation));
    if (response.status != 200 && response.status != 304 && response.status != 410) return;
    response.headers.emplace_back("ETag", std::move(tag));
    response.headers.emplace_back("Cache-Control", "no-cache");
}

/// 410, when the case with this id was taken down. In full, whatever the client has: no copy of a case is confirmed that is gone.
std::optional<http::Response> gone(const http::Request& request, std::string_view content_type, const Snapshot& snapshot) {
    const auto* tombstone = snapshot.manifest().tombstone(request.captures.at(0));
    if (tombstone == nullptr) return std::nullopt;
    auto response = render_problem(request.path, taken_down(*tombstone));
    stamp(response, snapshot, tag_of(request, content_type, snapshot));
    return response;
}

/// 304, when the client has what this snapshot would give.
std::optional<http::Response> not_modified(const http::Request& request, std::string_view content_type, const Snapshot& snapshot) {
    auto tag = tag_of(request, content_type, snapshot);
    if (!http::names_entity_tag(request.if_none_match, tag)) return std::nullopt;
    http::Response response{.status = 304};
    stamp(response, snapshot, std::move(tag));
    return response;
}

/// The snapshot does not show this case: it was taken down, or was never there.
http::Response no_case(std::string_view path, const std::string& id, const Snapshot& snapshot) {
    const auto* tombstone = snapshot.manifest().tombstone(id);
    return render_problem(path, tombstone == nullptr ? no_such_case(id) : taken_down(*tombstone));
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
    return render_case_html(with_current_concepts(*record, vocabularies), vocabularies, edition, opened_from);
}

const Vocabulary* vocabulary_of(std::string_view scheme, const Snapshot& snapshot) {
    for (const auto* vocabulary : {&snapshot.vocabularies().legal_concepts, &snapshot.vocabularies().evidential_issues}) {
        if (vocabulary->scheme() == scheme) return vocabulary;
    }
    return nullptr;
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

Handlers::Handlers(const SnapshotHolder& snapshots, SearchPool& pool, const Config& config, std::shared_ptr<spdlog::logger> log)
    : snapshots_(snapshots),
      pool_(pool),
      search_timeout_(config.search_timeout_ms),
      allow_indexing_(config.allow_indexing),
      log_(std::move(log)) {}

http::Router Handlers::router() const {
    using http::Request;
    http::Router router(render_problem);
    router.get("/", [this](Request request) { return search(std::move(request), html, render_results_html); });
    router.get("/cases/{id}", [this](Request request) { return show_case(std::move(request), html, as_html); });
    router.get("/cases/{id}/similar", [this](Request request) { return similar(std::move(request), html, render_results_html); });
    router.get("/api/v1/search", [this](Request request) { return search(std::move(request), json, render_json); });
    router.get("/api/v1/suggest", [this](Request request) { return suggest(std::move(request)); });
    router.get("/api/v1/cases/{id}.xml", [this](Request request) { return show_case(std::move(request), xml, as_xml); });
    router.get("/api/v1/cases/{id}", [this](Request request) { return negotiate_case(std::move(request)); });
    router.get("/api/v1/cases/{id}/similar", [this](Request request) { return similar(std::move(request), json, render_json); });
    router.get("/api/v1/vocabularies/{scheme}", [this](Request request) { return show_vocabulary(std::move(request)); });
    router.get("/api/v1/vocabularies/{scheme}/{id}", [this](Request request) { return show_concept(std::move(request)); });
    router.get("/api/v1/status", [this](const Request&) { return show_status(); });
    router.get("/assets/style.css", [](Request request) { return show_style_sheet(std::move(request)); });
    router.get("/robots.txt", [](const Request&) { return show_robots(); });
    router.get("/healthz", [](const Request&) -> Reply { co_return ok(plain, "ok\n"); });
    return router;
}

http::Fields Handlers::headers() const {
    if (allow_indexing_) return {};
    return {{"X-Robots-Tag", "noindex"}};
}

Handlers::Reply Handlers::search(http::Request request, std::string_view content_type, SearchView view) const {
    auto asked = decode_search_url(request.parameters);
    if (asked.has_error()) co_return render_problem(request.path, bad_parameter(asked.error()));
    Work work = [this, path = request.path, asked = std::move(*asked), content_type, view](Searcher& searcher, Deadline deadline) {
        const auto answer = searcher.search(asked, deadline);
        if (answer.has_error()) return fail(path, answer.error());
        return show_answer(path, *answer, with_current_concepts(asked, searcher.snapshot().vocabularies()), content_type, view);
    };
    co_return co_await on_worker(std::move(request), content_type, std::move(work));
}

Handlers::Reply Handlers::similar(http::Request request, std::string_view content_type, SearchView view) const {
    auto asked = decode_search_url(request.parameters);
    if (asked.has_error()) co_return render_problem(request.path, bad_parameter(asked.error()));
    if (auto taken = gone(request, content_type, *snapshots_.current())) co_return std::move(*taken);
    asked->similar_to = request.captures.at(0);
    Work work = [this, path = request.path, asked = std::move(*asked), content_type, view](Searcher& searcher, Deadline deadline) {
        const auto answer = searcher.similar(asked, deadline);
        if (answer.has_error()) return fail(path, answer.error());
        if (!answer->has_value()) return no_case(path, asked.similar_to, searcher.snapshot());
        return show_answer(path, **answer, with_current_concepts(asked, searcher.snapshot().vocabularies()), content_type, view);
    };
    co_return co_await on_worker(std::move(request), content_type, std::move(work));
}

Handlers::Reply Handlers::suggest(http::Request request) const {
    auto asked = decode_suggest_url(request.parameters);
    if (asked.has_error()) co_return render_problem(request.path, bad_parameter(asked.error()));
    Work work = [this, path = request.path, asked = std::move(*asked)](Searcher& searcher, Deadline) {
        const auto suggestions = searcher.suggest(asked);
        if (suggestions.has_error()) return fail(path, suggestions.error());
        return ok(json, render_suggestions_json(*suggestions, searcher.snapshot().manifest().generation));
    };
    co_return co_await on_worker(std::move(request), json, std::move(work));
}

Handlers::Reply Handlers::show_case(http::Request request, std::string_view content_type, CaseView view) const {
    auto opened_from = decode_search_url(request.parameters);
    if (opened_from.has_error()) co_return render_problem(request.path, bad_parameter(opened_from.error()));
    if (auto taken = gone(request, content_type, *snapshots_.current())) co_return std::move(*taken);
    Work work = [this, path = request.path, id = request.captures.at(0), opened_from = std::move(*opened_from), content_type, view](
                    Searcher& searcher, Deadline) {
        const auto source = searcher.source_xml(id);
        if (source.has_error()) return fail(path, source.error());
        if (!source->has_value()) return no_case(path, id, searcher.snapshot());
        auto shown = view(source->value(), searcher.snapshot(), opened_from);
        if (shown.has_error()) return fail(path, shown.error());
        return ok(content_type, std::move(*shown));
    };
    co_return co_await on_worker(std::move(request), content_type, std::move(work));
}

Handlers::Reply Handlers::negotiate_case(http::Request request) const {
    const bool wants_xml = http::quality_of("application/xml", request.accept) > http::quality_of("application/json", request.accept);
    auto response = co_await show_case(std::move(request), wants_xml ? xml : json, wants_xml ? as_xml : as_json);
    response.headers.emplace_back("Vary", "Accept");
    co_return response;
}

Handlers::Reply Handlers::show_vocabulary(http::Request request) const {
    const auto snapshot = snapshots_.current();
    if (auto unchanged = not_modified(request, json, *snapshot)) co_return std::move(*unchanged);
    const auto* vocabulary = vocabulary_of(request.captures.at(0), *snapshot);
    if (vocabulary == nullptr) co_return render_problem(request.path, no_such_vocabulary(request.captures.at(0)));
    auto response = ok(json, render_vocabulary_json(*vocabulary, snapshot->manifest().generation));
    stamp(response, *snapshot, tag_of(request, json, *snapshot));
    co_return response;
}

Handlers::Reply Handlers::show_concept(http::Request request) const {
    const auto snapshot = snapshots_.current();
    if (auto unchanged = not_modified(request, json, *snapshot)) co_return std::move(*unchanged);
    const auto* vocabulary = vocabulary_of(request.captures.at(0), *snapshot);
    if (vocabulary == nullptr) co_return render_problem(request.path, no_such_vocabulary(request.captures.at(0)));
    const auto* entry = vocabulary->resolve(request.captures.at(1));
    if (entry == nullptr) co_return render_problem(request.path, no_such_concept(*vocabulary, request.captures.at(1)));
    auto response = ok(json, render_concept_json(*vocabulary, *entry, snapshot->manifest().generation));
    stamp(response, *snapshot, tag_of(request, json, *snapshot));
    co_return response;
}

Handlers::Reply Handlers::show_status() const {
    const auto snapshot = snapshots_.current();
    auto response = ok(json, render_status_json(status_of(*snapshot, snapshots_.trouble())));
    response.headers = {{"X-Palermo-Generation", std::to_string(snapshot->manifest().generation)}, {"Cache-Control", "no-store"}};
    co_return response;
}

Handlers::Reply Handlers::on_worker(http::Request request, std::string_view content_type, Work work) const {
    if (auto unchanged = not_modified(request, content_type, *snapshots_.current())) co_return std::move(*unchanged);
    // Set here and not on the worker: waiting for one counts.
    const auto deadline = std::chrono::steady_clock::now() + search_timeout_;
    const auto path = request.path;
    auto answer = [request = std::move(request), content_type, work = std::move(work), deadline](Searcher& searcher) {
        auto response = work(searcher, deadline);
        stamp(response, searcher.snapshot(), tag_of(request, content_type, searcher.snapshot()));
        return response;
    };
    auto response = co_await call_worker(pool_, std::move(answer));
    if (!response) co_return render_problem(path, too_busy());
    co_return std::move(*response);
}

http::Response Handlers::show_answer(std::string_view path, const SearchAnswer& answer, const SearchRequest& asked,
                                     std::string_view content_type, SearchView view) {
    if (const auto* error = std::get_if<QueryError>(&answer)) return render_problem(path, bad_query(*error, asked.text));
    if (std::holds_alternative<SearchTimedOut>(answer)) return render_problem(path, took_too_long());
    return ok(content_type, view(std::get<SearchResult>(answer), asked));
}

http::Response Handlers::fail(std::string_view path, const Diagnostic& reason) const {
    log_->error("{}", format(reason));
    return render_problem(path, index_failed());
}

}  // namespace palermo
