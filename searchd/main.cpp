// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/diagnostic.hpp"
#include "indexer/index/index_directory.hpp"
#include "searchd/command_line.hpp"
#include "searchd/find_command.hpp"
#include "searchd/handlers.hpp"
#include "searchd/http/server.hpp"
#include "searchd/memory_keeper.hpp"
#include "searchd/search/search_pool.hpp"
#include "searchd/search/snapshot_holder.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace palermo {
namespace {

enum ExitCode { stopped_as_asked = 0, unforeseen = 1, index_unusable = 3, cannot_listen = 6 };

/// The signals that ask the daemon to stop, held back from every thread and waited for by one.
class StopSignals {
public:
    /// Before the first thread starts, so that all inherit it.
    StopSignals() {
        sigemptyset(&signals_);
        for (const int number : {SIGTERM, SIGINT}) {
            struct sigaction current {};
            sigaction(number, nullptr, &current);
            // A shell starts its background jobs deaf to Ctrl-C: that is to stay so.
            if (current.sa_handler != SIG_IGN) sigaddset(&signals_, number);
        }
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }

    /// After it returns, the next such signal ends the process at once.
    void wait() const {
        int number = 0;
        sigwait(&signals_, &number);
        pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
    }

private:
    sigset_t signals_{};
};

std::shared_ptr<spdlog::logger> make_log(const Config& config) {
    auto log = std::make_shared<spdlog::logger>("palermo-searchd", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    log->set_level(spdlog::level::from_str(config.log_level));
    log->flush_on(spdlog::level::warn);
    return log;
}

int fail(ExitCode code, const Diagnostic& reason) {
    std::cerr << format(reason) << '\n';
    return code;
}

Result<std::unique_ptr<http::Server>> start_server(Handlers& handlers, const Config& config, const std::shared_ptr<spdlog::logger>& log) {
    return http::Server::start({.address = config.listen.host,
                                .port = config.listen.port,
                                .io_threads = config.io_threads,
                                .max_connections = config.max_connections},
                               {.router = handlers.router(),
                                .headers = handlers.headers(),
                                .limits = {},
                                .log = log,
                                .observe = [&handlers](const http::Exchange& exchange) { handlers.observe(exchange); }});
}

/// Null when the operator wants none. What is asked there is neither logged nor counted.
Result<std::unique_ptr<http::Server>> start_metrics(Handlers& handlers, const Config& config, const std::shared_ptr<spdlog::logger>& log) {
    if (!config.metrics_listen) return std::unique_ptr<http::Server>();
    constexpr std::size_t few = 16;
    auto quiet = log->clone("metrics");
    quiet->set_level(std::max(log->level(), spdlog::level::warn));
    return http::Server::start(
        {.address = config.metrics_listen->host, .port = config.metrics_listen->port, .io_threads = 1, .max_connections = few},
        {.router = handlers.metrics_router(), .headers = {}, .limits = {}, .log = std::move(quiet)});
}

void tell(std::string_view what, const ListenAddress& address, const http::Server& server, std::string_view path) {
    std::cout << what << format(ListenAddress{.host = address.host, .port = server.port()}) << path << std::endl;
}

int serve(const Config& config) {
    const StopSignals stop_signals;
    std::signal(SIGPIPE, SIG_IGN);
    const auto log = make_log(config);

    auto holder = SnapshotHolder::open(IndexDirectory(config.index), log);
    if (holder.has_error()) return fail(index_unusable, holder.error());
    auto pool = SearchPool::start(**holder, config.workers, config.max_waiting_searches, log);
    if (pool.has_error()) return fail(index_unusable, pool.error());

    Handlers handlers(**holder, **pool, config, log);
    auto metrics = start_metrics(handlers, config, log);
    if (metrics.has_error()) return fail(cannot_listen, metrics.error());
    auto server = start_server(handlers, config, log);
    if (server.has_error()) return fail(cannot_listen, server.error());
    std::optional<MemoryKeeper> keeper;
    if (config.resident_memory_mib > 0) keeper.emplace(**holder, std::size_t{config.resident_memory_mib} << 20U);
    tell("listening on http://", config.listen, **server, "");
    if (*metrics) tell("metrics on http://", *config.metrics_listen, **metrics, "/metrics");

    stop_signals.wait();
    log->info("Stopping: running requests have {} ms to end.", config.drain_timeout_ms);
    (*server)->stop();
    const bool drained = (*server)->wait_until_drained(std::chrono::milliseconds{config.drain_timeout_ms});
    if (!drained) log->warn("Some requests were broken off.");
    // Before the server goes: a search that ends hands its answer to the server's threads.
    (*pool)->stop();
    return stopped_as_asked;
}

}  // namespace
}  // namespace palermo

int main(int argc, char** argv) {
    try {
        if (argc > 1 && std::string_view(argv[1]) == "find") return palermo::run_find(argc - 1, argv + 1, std::cout, std::cerr);
        const auto choice = palermo::read_command_line(argc, argv);
        if (const auto* end = std::get_if<palermo::EarlyEnd>(&choice)) {
            (end->exit_code == 0 ? std::cout : std::cerr) << end->text;
            return end->exit_code;
        }
        return palermo::serve(std::get<palermo::Config>(choice));
    } catch (const std::exception& failure) {
        std::cerr << "error: Something unforeseen happened: " << failure.what() << ". Please report it.\n";
        return palermo::unforeseen;
    }
}
