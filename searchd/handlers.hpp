// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/config.hpp"
#include "searchd/http/message.hpp"
#include "searchd/http/router.hpp"
#include "searchd/metrics.hpp"
#include "searchd/search/phase_times.hpp"
#include "searchd/search/result_cache.hpp"
#include "searchd/search/search_pool.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/snapshot_holder.hpp"

#include <spdlog/logger.h>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace palermo {

/// What each route answers: the only place where HTTP, searching and views meet. Errors are pages for readers and problem details below
/// /api/. Safe to use from many threads; must outlive the server that its router serves.
class Handlers {
public:
    Handlers(SnapshotHolder& snapshots, SearchPool& pool, const Config& config, std::shared_ptr<spdlog::logger> log);
    Handlers(const Handlers&) = delete;
    Handlers& operator=(const Handlers&) = delete;
    ~Handlers();

    [[nodiscard]] http::Router router();
    /// To be sent with every answer.
    [[nodiscard]] http::Fields headers() const;
    /// To be called with every answer of router() that has gone.
    void observe(const http::Exchange& exchange) { metrics_.count(exchange); }
    /// What the operator's own port answers.
    [[nodiscard]] http::Router metrics_router();

private:
    using Reply = boost::asio::awaitable<http::Response>;
    using Deadline = std::chrono::steady_clock::time_point;
    /// What a worker has made.
    struct Made {
        http::Response response;
        bool is_cut_short = false;  ///< its deadline came: there may be more when it is asked again
    };
    /// What is done on a search worker. Rendering is, too: the I/O threads only move bytes.
    using Work = std::function<Made(Searcher&, Deadline, PhaseClock&)>;
    using SearchView = std::string (*)(const SearchResult&, const SearchRequest&);
    /// A form of a case: what its address takes, and how it is written.
    struct CaseForm {
        std::string_view content_type;
        Result<SearchRequest> (*read)(std::span<const http::Fields::value_type> parameters);
        Result<std::string> (*view)(const std::string& xml, const Snapshot&, const SearchRequest& opened_from);
    };

    /// A search, and the form of its answer.
    struct SearchCall {
        std::string path;
        SearchRequest asked;
        std::string_view content_type;
        SearchView view;
    };

    [[nodiscard]] Reply search(http::Request request, std::string_view content_type, SearchView view);
    [[nodiscard]] Reply similar(http::Request request, std::string_view content_type, SearchView view);
    [[nodiscard]] Reply suggest(http::Request request);
    [[nodiscard]] Reply show_case(http::Request request, CaseForm form);
    [[nodiscard]] Reply negotiate_case(http::Request request);
    [[nodiscard]] Reply show_vocabulary(http::Request request) const;
    [[nodiscard]] Reply show_concept(http::Request request) const;
    [[nodiscard]] Reply show_status(http::Request request) const;

    [[nodiscard]] Reply show_metrics() const;

    /// Answers with 304 when the client has that answer, from the cache when `question` is in it, or from a worker's searcher. The answer
    /// to a question is kept in the cache; the empty one is none.
    [[nodiscard]] Reply on_worker(http::Request request, std::string_view content_type, std::string question, Work work);
    [[nodiscard]] std::optional<http::Response> kept_answer(const http::Request& request, std::string_view content_type,
                                                            const Snapshot& snapshot, const std::string& question);
    /// Keeps it when it answers `question`, and marks it for caches elsewhere; what was cut short nobody is to keep.
    [[nodiscard]] http::Response finish(Made made, const http::Request& request, std::string_view content_type, const std::string& question,
                                        const Snapshot& snapshot);
    [[nodiscard]] Made show_answer(const SearchCall& call, const SearchAnswer& answer, Searcher& searcher, Deadline deadline);
    [[nodiscard]] http::Response fail(std::string_view path, const Diagnostic& reason) const;

    SnapshotHolder& snapshots_;
    SearchPool& pool_;
    ResultCache cache_;
    Metrics metrics_;
    std::chrono::milliseconds search_timeout_;
    bool allow_indexing_;
    std::shared_ptr<spdlog::logger> log_;
};

}  // namespace palermo
