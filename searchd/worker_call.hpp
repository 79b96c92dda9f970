// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/search/search_pool.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>

namespace palermo {

/// Runs `work` on a search worker; the calling coroutine waits without holding its thread and goes on where it was. What `work` throws is
/// thrown here. Nothing when the pool takes no more.
[[nodiscard]] boost::asio::awaitable<std::optional<http::Response>> call_worker(SearchPool& pool,
                                                                                std::function<http::Response(Searcher&)> work);

}  // namespace palermo
