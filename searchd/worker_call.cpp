// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/worker_call.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <memory>
#include <utility>

namespace palermo {
namespace {

namespace asio = boost::asio;
using Outcome = std::optional<http::Response>;

/// Wakes the coroutine on its own executor. Shared, because a job must be copyable and Asio's handlers are not.
template <class Handler>
class Caller {
public:
    explicit Caller(Handler handler) : handler_(std::make_shared<Handler>(std::move(handler))) {}

    void wake(std::exception_ptr failure, Outcome outcome) const {
        auto resume = [handler = handler_, failure = std::move(failure), outcome = std::move(outcome)]() mutable {
            (*handler)(std::move(failure), std::move(outcome));
        };
        asio::post(asio::get_associated_executor(*handler_), std::move(resume));
    }

private:
    std::shared_ptr<Handler> handler_;
};

}  // namespace

asio::awaitable<Outcome> call_worker(SearchPool& pool, std::function<http::Response(Searcher&)> work) {
    // Shared for the same reason.
    auto initiate = [&pool, work = std::make_shared<const std::function<http::Response(Searcher&)>>(std::move(work))](auto handler) {
        const Caller caller(std::move(handler));
        const bool taken = pool.submit([caller, work](Searcher& searcher) {
            try {
                caller.wake(nullptr, (*work)(searcher));
            } catch (const std::exception&) {
                caller.wake(std::current_exception(), std::nullopt);
            }
        });
        if (!taken) caller.wake(nullptr, std::nullopt);
    };
    using Signature = void(std::exception_ptr, Outcome);
    auto outcome = co_await asio::async_initiate<const asio::use_awaitable_t<>, Signature>(std::move(initiate), asio::use_awaitable);
    co_return outcome;
}

}  // namespace palermo
