// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/config.hpp"
#include "searchd/http/message.hpp"
#include "searchd/http/router.hpp"
#include "searchd/search/search_pool.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/snapshot_holder.hpp"

#include <spdlog/logger.h>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace palermo {

/// What each route answers: the only place where HTTP, searching and views meet. Errors are pages for readers and problem details below
/// /api/. Safe to use from many threads; must outlive the server that its router serves.
class Handlers {
public:
    Handlers(const SnapshotHolder& snapshots, SearchPool& pool, const Config& config, std::shared_ptr<spdlog::logger> log);

    [[nodiscard]] http::Router router() const;
    /// To be sent with every answer.
    [[nodiscard]] http::Fields headers() const;

private:
    using Reply = boost::asio::awaitable<http::Response>;
    using Deadline = std::chrono::steady_clock::time_point;
    /// What is done on a search worker. Rendering is, too: the I/O threads only move bytes.
    using Work = std::function<http::Response(Searcher&, Deadline)>;
    using SearchView = std::string (*)(const SearchResult&, const SearchRequest&);
    using CaseView = Result<std::string> (*)(const std::string& xml, const Snapshot&, const SearchRequest& opened_from);

    [[nodiscard]] Reply search(http::Request request, std::string_view content_type, SearchView view) const;
    [[nodiscard]] Reply similar(http::Request request, std::string_view content_type, SearchView view) const;
    [[nodiscard]] Reply suggest(http::Request request) const;
    [[nodiscard]] Reply show_case(http::Request request, std::string_view content_type, CaseView view) const;
    [[nodiscard]] Reply negotiate_case(http::Request request) const;
    [[nodiscard]] Reply show_vocabulary(http::Request request) const;
    [[nodiscard]] Reply show_concept(http::Request request) const;
    [[nodiscard]] Reply show_status() const;

    /// Answers from a worker's searcher, or with 304 when the client has that answer.
    [[nodiscard]] Reply on_worker(http::Request request, std::string_view content_type, Work work) const;
    [[nodiscard]] static http::Response show_answer(std::string_view path, const SearchAnswer& answer, const SearchRequest& asked,
                                                    std::string_view content_type, SearchView view);
    [[nodiscard]] http::Response fail(std::string_view path, const Diagnostic& reason) const;

    const SnapshotHolder& snapshots_;
    SearchPool& pool_;
    std::chrono::milliseconds search_timeout_;
    bool allow_indexing_;
    std::shared_ptr<spdlog::logger> log_;
};

}  // namespace palermo
