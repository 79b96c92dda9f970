// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/http/session.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

namespace palermo::http {

struct ServerOptions {
    std::string address = "127.0.0.1";  ///< numeric, IPv4 or IPv6
    std::uint16_t port = 0;             ///< 0: the system picks one
    unsigned io_threads = 1;
    std::size_t max_connections = 1000;  ///< further ones wait until one ends
};

/// Listens, and answers through the context's router on threads of its own. Public functions may be called from any thread.
class Server {
public:
    /// An error when the address is not one of this machine, is taken, or needs rights that we lack.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options, SessionContext context);

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    /// Breaks off what still runs.
    ~Server();

    [[nodiscard]] std::uint16_t port() const { return port_; }

    /// Accepts no more and closes idle connections; requests that have begun are answered.
    void stop();
    /// Waits until all connections have ended; false when some still run after `patience`.
    [[nodiscard]] bool wait_until_drained(std::chrono::milliseconds patience);

private:
    Server(const ServerOptions& options, SessionContext context);

    [[nodiscard]] boost::asio::any_io_executor make_executor();
    [[nodiscard]] Result<void> listen(const ServerOptions& options);
    [[nodiscard]] boost::asio::awaitable<void> accept_connections();
    [[nodiscard]] boost::asio::awaitable<void> wait_for_a_free_place();
    void begin_session(boost::asio::ip::tcp::socket socket);
    void end_session(const std::shared_ptr<Session>& session);

    SessionContext context_;
    bool has_one_thread_;
    std::size_t max_connections_;
    std::uint16_t port_ = 0;
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;  // handlers wait for threads that io_ knows nothing of
    boost::asio::ip::tcp::acceptor acceptor_;  // with its executor, which accept_connections() runs on
    boost::asio::steady_timer pause_;          // on the acceptor's executor

    std::mutex mutex_;  // guards the three below
    std::condition_variable session_ended_;
    std::unordered_set<std::shared_ptr<Session>> sessions_;
    bool stopping_ = false;

    std::vector<std::jthread> threads_;
};

}  // namespace palermo::http
