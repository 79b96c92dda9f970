// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <utility>

namespace palermo::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

Diagnostic cannot_listen(const ServerOptions& options, const boost::system::error_code& error) {
    const std::string place = options.address + ':' + std::to_string(options.port);
    if (error == asio::error::address_in_use) {
        return error_at({}, "Another program already listens on " + place + ".", "Stop it, or listen on another port.");
    }
    if (error == asio::error::access_denied) {
        return error_at({}, "This user may not listen on " + place + ".", "Choose a port above 1023.");
    }
    return error_at({}, "Cannot listen on " + place + ": " + error.message() + ".",
                    "Choose an address of this machine, such as 127.0.0.1.");
}

void log_failure(spdlog::logger& log, const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        log.error("A connection was given up: {}", error.what());
    }
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, SessionContext context) {
    std::unique_ptr<Server> server(new Server(options, std::move(context)));
    if (auto listening = server->listen(options); listening.has_error()) return listening.error();
    asio::co_spawn(server->acceptor_.get_executor(), server->accept_connections(), [](const std::exception_ptr& failure) {
        if (failure) std::rethrow_exception(failure);
    });
    for (unsigned i = 0; i < options.io_threads; ++i) server->threads_.emplace_back([&io = server->io_] { io.run(); });
    return server;
}

Server::Server(const ServerOptions& options, SessionContext context)
    : context_(std::move(context)),
      has_one_thread_(options.io_threads == 1),
      max_connections_(options.max_connections),
      io_(static_cast<int>(options.io_threads)),
      work_(io_.get_executor()),
      acceptor_(make_executor()),
      pause_(acceptor_.get_executor()) {}

/// For what must not run twice at a time. A single thread sees to that by itself, and a strand costs it a tenth of its time.
asio::any_io_executor Server::make_executor() {
    if (has_one_thread_) return io_.get_executor();
    return asio::make_strand(io_);
}

Server::~Server() {
    io_.stop();
    threads_.clear();
}

Result<void> Server::listen(const ServerOptions& options) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    const tcp::endpoint endpoint(address, options.port);
    if (!error) acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) return cannot_listen(options, error);
    port_ = acceptor_.local_endpoint().port();
    return {};
}

asio::awaitable<void> Server::accept_connections() {
    bool told = false;
    while (acceptor_.is_open()) {
        co_await wait_for_a_free_place();
        if (!acceptor_.is_open()) break;
        auto [error, socket] = co_await acceptor_.async_accept(make_executor(), as_tuple);
        if (!error) {
            told = false;
            begin_session(std::move(socket));
        } else if (acceptor_.is_open()) {
            // Most likely all file descriptors are used up: trying again at once would burn a processor and mend nothing.
            if (!std::exchange(told, true)) context_.log->warn("Connections cannot be accepted: {}.", error.message());
            pause_.expires_after(std::chrono::milliseconds{100});
            co_await pause_.async_wait(as_tuple);
        }
    }
}

asio::awaitable<void> Server::wait_for_a_free_place() {
    const auto full = [this] {
        const std::lock_guard lock(mutex_);
        return sessions_.size() >= max_connections_;
    };
    while (acceptor_.is_open() && full()) {
        pause_.expires_at(asio::steady_timer::time_point::max());
        co_await pause_.async_wait(as_tuple);
    }
}

void Server::begin_session(tcp::socket socket) {
    // An answer goes in one piece: there is nothing to wait for before its last bytes are sent.
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto session = std::make_shared<Session>(std::move(socket), context_);
    {
        const std::lock_guard lock(mutex_);
        sessions_.insert(session);
        if (stopping_) session->stop();
    }
    asio::co_spawn(session->executor(), session->run(), [this, session](const std::exception_ptr& failure) {
        end_session(session);
        if (failure) log_failure(*context_.log, failure);
    });
}

void Server::end_session(const std::shared_ptr<Session>& session) {
    {
        const std::lock_guard lock(mutex_);
        sessions_.erase(session);
    }
    session_ended_.notify_all();
    asio::post(acceptor_.get_executor(), [this] { pause_.cancel(); });
}

void Server::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        for (const auto& session : sessions_) session->stop();
    }
    asio::post(acceptor_.get_executor(), [this] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        pause_.cancel();
    });
}

bool Server::wait_until_drained(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return session_ended_.wait_for(lock, patience, [this] { return sessions_.empty(); });
}

}  // namespace palermo::http
