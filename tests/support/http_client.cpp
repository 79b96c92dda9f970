// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_client.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <sys/socket.h>
#include <sys/time.h>
#include <algorithm>
#include <array>
#include <optional>

namespace palermo::test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

/// So that a test against a server that hangs fails instead of hanging too.
void set_patience(tcp::socket& socket) {
    const timeval patience{.tv_sec = 60, .tv_usec = 0};
    ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

}  // namespace

struct HttpClient::Connection {
    explicit Connection(std::uint16_t port) : socket(io) {
        socket.connect({asio::ip::address_v4::loopback(), port});
        set_patience(socket);
    }

    asio::io_context io;
    tcp::socket socket;
    beast::flat_buffer buffer;
};

std::string HttpReply::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

HttpClient::HttpClient(std::uint16_t port) : port_(port), connection_(std::make_unique<Connection>(port)) {}
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient::~HttpClient() = default;

HttpReply HttpClient::get(std::string_view target, const HttpHeaders& headers) { return request("GET", target, headers); }

HttpReply HttpClient::request(std::string_view method, std::string_view target, const HttpHeaders& headers) {
    if (!connection_) connection_ = std::make_unique<Connection>(port_);
    std::string text = std::string(method) + ' ' + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
    send_bytes(text + "\r\n");
    return read_reply(method == "HEAD");
}

void HttpClient::send_bytes(std::string_view bytes) { asio::write(connection_->socket, asio::buffer(bytes)); }

HttpReply HttpClient::read_reply(bool to_head) {
    beast::http::response_parser<beast::http::string_body> parser;
    parser.body_limit(64 * 1024 * 1024);
    parser.skip(to_head);
    beast::http::read(connection_->socket, connection_->buffer, parser);
    const auto& message = parser.get();
    HttpReply reply{.status = static_cast<int>(message.result_int()), .headers = {}, .body = message.body()};
    for (const auto& field : message) reply.headers[lower(field.name_string())] = field.value();
    if (!message.keep_alive()) connection_.reset();
    return reply;
}

bool HttpClient::closed_by_server() {
    if (!connection_) return true;
    std::array<char, 4096> discarded;
    beast::error_code error;
    while (!error) connection_->socket.read_some(asio::buffer(discarded), error);
    return error == asio::error::eof || error == asio::error::connection_reset;
}

std::string url_encode(std::string_view text) { return boost::urls::encode(text, boost::urls::unreserved_chars); }

}  // namespace palermo::test
