// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/http/exchange.hpp"
#include "searchd/http/message.hpp"
#include "searchd/http/request_target.hpp"
#include "searchd/http/router.hpp"

#include <spdlog/logger.h>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace palermo::http {

/// What one connection may use. Each time is for a whole step, however slowly its bytes come.
struct SessionLimits {
    /// A question of 6000 bytes has three times as many when each is percent-encoded; the rest is for filters and for headers.
    std::uint32_t header_bytes = 32'768;
    std::chrono::milliseconds idle{30'000};     ///< between two requests
    std::chrono::milliseconds receive{10'000};  ///< from a request's first byte to the end of its header
    std::chrono::milliseconds send{30'000};     ///< one response
};

/// What all sessions of a server share; outlives them.
struct SessionContext {
    Router router;
    Fields headers;  ///< sent with every response, besides the security headers
    SessionLimits limits;
    std::shared_ptr<spdlog::logger> log;  ///< thread-safe; one line a request: method, route, status, size, time; no query, no address
    /// Told of each answer when it has gone; thread-safe, quick, does not throw. May be empty.
    std::function<void(const Exchange&)> observe{};
};

/// One connection: its requests are answered in order, one at a time. Bodies of requests are never read; a request with one is the
/// connection's last. Everything but stop() happens on the socket's executor, one thing at a time.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(boost::asio::ip::tcp::socket socket, const SessionContext& context);

    [[nodiscard]] boost::asio::any_io_executor executor() { return stream_.get_executor(); }

    /// Answers until the peer or a limit ends the connection.
    [[nodiscard]] boost::asio::awaitable<void> run();

    /// No further request; one that has begun is answered. From any thread.
    void stop();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::empty_body>;

    [[nodiscard]] bool bytes_have_arrived();
    [[nodiscard]] std::string path_as_far_as_read(const Parser& parser) const;
    [[nodiscard]] boost::asio::awaitable<bool> wait_for_request();
    [[nodiscard]] boost::asio::awaitable<bool> serve_request();
    [[nodiscard]] boost::asio::awaitable<Response> answer(Request request, const RequestTarget& target, Exchange& exchange);
    [[nodiscard]] boost::asio::awaitable<bool> send(Response response, const Parser& parser, Exchange exchange);
    [[nodiscard]] boost::asio::awaitable<void> linger();

    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    const SessionContext& context_;
    bool waiting_ = false;
    bool unread_ = false;  ///< the last request came with bytes that nobody reads
    std::atomic<bool> stopping_ = false;
};

}  // namespace palermo::http
