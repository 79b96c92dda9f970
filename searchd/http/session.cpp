// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/session.hpp"

#include "searchd/http/request_target.hpp"
#include "searchd/http/response_writer.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <array>
#include <cstddef>
#include <exception>
#include <string_view>
#include <utility>

namespace palermo::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

bool is_read(std::string_view method) { return method == "GET" || method == "HEAD"; }

/// What a client did that is no HTTP request; nothing when it only went away or was too slow.
std::optional<Problem> problem_of(const beast::error_code& error) {
    namespace http = beast::http;
    if (error == http::error::header_limit) {
        return Problem{.status = 431, .detail = "The request's address and headers are too long. Ask with a shorter address."};
    }
    const bool went_away = error == http::error::end_of_stream || error == http::error::partial_message;
    if (went_away || error.category() != http::make_error_code(http::error::bad_method).category()) return std::nullopt;
    return Problem{.status = 400, .detail = "This is not a request in HTTP/1.1."};
}

Problem not_found() {
    return {.status = 404, .detail = "There is nothing at this address. Check how it is written, or begin at the start page."};
}

Problem method_not_allowed() {
    return {.status = 405, .detail = "This address can only be read. Ask with GET.", .headers = {{"Allow", "GET, HEAD"}}};
}

Problem internal_error() {
    return {.status = 500, .detail = "The server failed over this request. It is written to its log; try again, or tell its operator."};
}

/// What of an answer goes over the wire besides its headers: nothing, when they alone were asked for.
std::size_t sent_bytes(const Response& response, bool to_head) { return to_head ? 0 : response.body.size(); }

/// Several lines of one list are one list (RFC 9110, 5.3).
template <class Message>
std::string list_of(const Message& message, beast::http::field name) {
    std::string list;
    const auto [first, last] = message.equal_range(name);
    for (auto line = first; line != last; ++line) {
        if (line != first) list += ", ";
        list += std::string_view(line->value());
    }
    return list;
}

template <class Message>
Request to_request(const Message& message, const RequestTarget& target) {
    return {.method = message.method_string(),
            .path = target.path,
            .parameters = target.parameters,
            .accept = list_of(message, beast::http::field::accept),
            .if_none_match = list_of(message, beast::http::field::if_none_match)};
}

}  // namespace

Session::Session(asio::ip::tcp::socket socket, const SessionContext& context) : stream_(std::move(socket)), context_(context) {}

void Session::stop() {
    stopping_ = true;
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
        if (self->waiting_ && !self->bytes_have_arrived()) self->stream_.cancel();
    });
}

/// Then a request has begun, and is answered even when the server stops.
bool Session::bytes_have_arrived() {
    beast::error_code ignored;
    return buffer_.size() > 0 || stream_.socket().available(ignored) > 0;
}

/// Of a request that could not be read: so that even then a program is not told in the words for readers. The parser has the target when
/// the first line was whole; else that line is where it came in.
std::string Session::path_as_far_as_read(const Parser& parser) const {
    std::string_view target = parser.get().target();
    if (target.empty()) {
        const std::string_view line(static_cast<const char*>(buffer_.data().data()), buffer_.size());
        const auto blank = line.find(' ');
        if (blank != std::string_view::npos) target = line.substr(blank + 1);
    }
    return std::string(target.substr(0, target.find_first_of("? \r\n")));
}

asio::awaitable<void> Session::run() {
    bool open = true;
    while (open) {
        open = co_await wait_for_request();
        if (open) open = co_await serve_request();
    }
    if (unread_) co_await linger();
}

/// The client may think for as long as `idle` allows; from the first byte on, it must hurry.
asio::awaitable<bool> Session::wait_for_request() {
    if (buffer_.size() > 0) co_return true;
    if (stopping_ && !bytes_have_arrived()) co_return false;
    stream_.expires_after(context_.limits.idle);
    waiting_ = true;
    const auto [error, bytes] = co_await stream_.async_read_some(buffer_.prepare(4096), as_tuple);
    waiting_ = false;
    buffer_.commit(bytes);
    co_return !error;
}

asio::awaitable<bool> Session::serve_request() {
    Parser parser;
    parser.header_limit(context_.limits.header_bytes);
    parser.body_limit(boost::none);
    stream_.expires_after(context_.limits.receive);
    const auto [error, bytes] = co_await beast::http::async_read_header(stream_, buffer_, parser, as_tuple);
    if (error) {
        const auto problem = problem_of(error);
        if (!problem) co_return false;
        unread_ = true;
        auto response = context_.router.render({.path = path_as_far_as_read(parser), .parameters = {}}, *problem);
        co_await send(std::move(response), parser, {});
        co_return false;
    }
    unread_ = !parser.is_done();
    const auto& message = parser.get();
    const auto target = parse_request_target(message.target());
    Response response;
    Exchange exchange;
    if (target.has_error()) {
        const Problem problem{.status = 400, .detail = target.error().message + ' ' + target.error().mend};
        response = context_.router.render({.path = message.target(), .parameters = {}}, problem);
    } else if (message.version() >= 11 && message.count(beast::http::field::host) != 1) {
        response = context_.router.render(*target, {.status = 400, .detail = "The request does not name its host, or names several."});
    } else {
        auto request = to_request(message, *target);
        response = co_await answer(std::move(request), *target, exchange);
    }
    co_return co_await send(std::move(response), parser, exchange);
}

asio::awaitable<Response> Session::answer(Request request, const RequestTarget& target, Exchange& exchange) {
    const auto started = std::chrono::steady_clock::now();
    const std::string method = request.method;
    auto match = context_.router.match(target.path);
    Response response;
    if (!match) {
        response = context_.router.render(target, not_found());
    } else if (!is_read(method)) {
        response = context_.router.render(target, method_not_allowed());
    } else {
        request.captures = std::move(match->captures);
        try {
            response = co_await match->route->handler(std::move(request));
        } catch (const std::exception& failure) {
            context_.log->error("{} {}: {}", method, match->route->pattern, failure.what());
            response = context_.router.render(target, internal_error());
        }
    }
    exchange.method = is_read(method) ? std::string_view(method == "GET" ? "GET" : "HEAD") : "other";
    if (match) exchange.route = match->route->pattern;
    exchange.answering = std::chrono::steady_clock::now() - started;
    context_.log->info("{} {} {} {} bytes {:.1f} ms", exchange.method, exchange.route, response.status,
                       sent_bytes(response, method == "HEAD"), std::chrono::duration<double, std::milli>(exchange.answering).count());
    co_return response;
}

/// True when another request may follow.
asio::awaitable<bool> Session::send(Response response, const Parser& parser, Exchange exchange) {
    const auto started = std::chrono::steady_clock::now();
    exchange.status = response.status;
    const auto& request = parser.get();
    const bool without_body = request.method() == beast::http::verb::head;
    exchange.body_bytes = sent_bytes(response, without_body);
    const bool keep_alive = parser.is_done() && request.keep_alive() && !stopping_;
    const SendOptions options{
        .version = parser.is_header_done() ? request.version() : 11, .keep_alive = keep_alive, .without_body = without_body};
    auto message = to_message(std::move(response), context_.headers, options);
    stream_.expires_after(context_.limits.send);
    const auto [error, bytes] = co_await beast::http::async_write(stream_, message, as_tuple);
    exchange.writing = std::chrono::steady_clock::now() - started;
    if (context_.observe) context_.observe(exchange);
    co_return !error && keep_alive;
}

/// Ends the connection so that the client surely gets the last response: closing while unread bytes wait would throw it away.
asio::awaitable<void> Session::linger() {
    beast::error_code error;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    std::array<char, 4096> discarded;
    constexpr int most_reads = 64;
    stream_.expires_after(std::chrono::seconds{2});
    for (int i = 0; i < most_reads && !error; ++i) {
        const auto [failure, bytes] = co_await stream_.async_read_some(asio::buffer(discarded), as_tuple);
        error = failure;
    }
}

}  // namespace palermo::http
