// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace palermo::test {

struct HttpReply {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    /// The value of a header, empty when absent.
    [[nodiscard]] std::string header(const std::string& name) const;
};

using HttpHeaders = std::map<std::string, std::string>;

/// One connection to 127.0.0.1, kept open between requests and opened again when the server has closed it in between. Blocks; throws when
/// nothing comes for a minute.
class HttpClient {
public:
    explicit HttpClient(std::uint16_t port);
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) = delete;
    ~HttpClient();

    /// `target` goes over the wire as it is.
    HttpReply get(std::string_view target, const HttpHeaders& headers = {});
    HttpReply request(std::string_view method, std::string_view target, const HttpHeaders& headers = {});

    /// For what no client would send.
    void send_bytes(std::string_view bytes);
    HttpReply read_reply(bool to_head = false);
    /// True when the server has ended the connection; what it still sends is thrown away.
    bool closed_by_server();

private:
    struct Connection;
    std::uint16_t port_;
    std::unique_ptr<Connection> connection_;
};

/// Percent-encodes everything but letters, digits and "-._~".
[[nodiscard]] std::string url_encode(std::string_view text);

}  // namespace palermo::test
