// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/server.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/http_client.hpp"

#include <spdlog/sinks/ostream_sink.h>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <future>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace palermo::http {
namespace {

using boost::asio::awaitable;
using test::HttpClient;

Response text(std::string body) { return {.content_type = "text/plain; charset=utf-8", .body = std::move(body)}; }

std::string describe(const Request& request) {
    std::string line = request.path;
    for (const auto& capture : request.captures) line += " [" + capture + ']';
    for (const auto& [name, value] : request.parameters) line += ' ' + name + '=' + value;
    return line;
}

/// A server with a few routes, and what it logged.
class World {
public:
    explicit World(SessionLimits limits = {}, std::size_t max_connections = 100, Router router = Router()) {
        router.get("/", [](Request request) -> awaitable<Response> { co_return text(describe(request)); });
        router.get("/things/{id}.xml", [](Request request) -> awaitable<Response> { co_return text("xml of " + request.captures.at(0)); });
        router.get("/things/{id}", [](Request request) -> awaitable<Response> { co_return text(describe(request)); });
        router.get("/throws", [](Request) -> awaitable<Response> {
            throw std::runtime_error("secret engine text");
            co_return Response{};
        });
        router.get("/unchanged", [](Request) -> awaitable<Response> { co_return Response{.status = 304, .headers = {{"ETag", "\"1\""}}}; });
        router.get("/lists",
                   [](Request request) -> awaitable<Response> { co_return text(request.accept + " | " + request.if_none_match); });
        router.get("/blocks", [this](Request) -> awaitable<Response> {
            entered_.set_value();
            release_.get_future().wait();
            co_return text("done");
        });
        SessionContext context{.router = std::move(router),
                               .headers = {{"X-Robots-Tag", "noindex"}},
                               .limits = limits,
                               .log = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_))};
        auto started = Server::start({.io_threads = 2, .max_connections = max_connections}, std::move(context));
        REQUIRE(started.has_value());
        server_ = std::move(*started);
    }

    [[nodiscard]] HttpClient client() const { return HttpClient(server_->port()); }
    [[nodiscard]] Server& server() { return *server_; }
    void wait_until_blocked() { entered_.get_future().wait(); }
    void release() { release_.set_value(); }
    /// Stops the server first, so that nothing writes any more.
    std::string log() {
        server_.reset();
        return log_.str();
    }

private:
    std::ostringstream log_;
    std::promise<void> entered_;
    std::promise<void> release_;
    std::unique_ptr<Server> server_;
};

}  // namespace

TEST_CASE("a connection answers one request after another", "[http]") {
    World world;
    auto client = world.client();
    for (int i = 0; i < 3; ++i) {
        const auto reply = client.get("/things/a%20b?q=debt+bondage&q=%22x%22&empty");
        CHECK(reply.status == 200);
        CHECK(reply.body == "/things/a b [a b] q=debt bondage q=\"x\" empty=");
        CHECK(reply.header("connection").empty());
    }
}

TEST_CASE("pipelined requests are answered in their order", "[http]") {
    World world;
    auto client = world.client();
    client.send_bytes(
        "GET /?n=1 HTTP/1.1\r\nHost: a\r\n\r\nGET /?n=2 HTTP/1.1\r\nHost: a\r\n\r\nGET /?n=3 HTTP/1.1\r\nHost: a\r\nConnection: "
        "close\r\n\r\n");
    CHECK(client.read_reply().body == "/ n=1");
    CHECK(client.read_reply().body == "/ n=2");
    CHECK(client.read_reply().body == "/ n=3");
    CHECK(client.closed_by_server());
}

TEST_CASE("HEAD gives the headers of GET and no body", "[http]") {
    World world;
    auto client = world.client();
    const auto got = client.get("/things/one");
    const auto head = client.request("HEAD", "/things/one");
    CHECK(head.status == 200);
    CHECK(head.body.empty());
    CHECK(head.header("content-length") == std::to_string(got.body.size()));
    CHECK(head.header("content-type") == got.header("content-type"));
    CHECK(client.get("/").body == "/");
}

TEST_CASE("every answer carries the security headers", "[http]") {
    World world;
    for (const auto* target : {"/", "/nowhere", "/throws", "/%zz", "/unchanged"}) {
        INFO(target);
        const auto reply = world.client().get(target);
        CHECK(reply.header("content-security-policy").find("default-src 'none'") == 0);
        CHECK(reply.header("x-content-type-options") == "nosniff");
        CHECK(reply.header("referrer-policy") == "no-referrer");
        CHECK(reply.header("x-robots-tag") == "noindex");
        CHECK(reply.header("date").ends_with(" GMT"));
    }
}

TEST_CASE("an unknown path is a 404 problem, a method other than GET a 405 that names GET", "[http]") {
    World world;
    auto client = world.client();
    for (const auto* target : {"/nowhere", "/things", "/things/", "/things/a/b", "//", "/things/../things", "/%00", "/things/.xml/x"}) {
        INFO(target);
        const auto reply = client.get(target);
        CHECK(reply.status == 404);
        CHECK(reply.header("content-type") == "application/problem+json");
        const auto problem = boost::json::parse(reply.body);
        CHECK(problem.at("status") == 404);
        CHECK(problem.at("title") == "Not Found");
        CHECK_FALSE(problem.at("detail").as_string().empty());
    }
    for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "BREW"}) {
        INFO(method);
        const auto reply = client.request(method, "/");
        CHECK(reply.status == 405);
        CHECK(reply.header("allow") == "GET, HEAD");
    }
    CHECK(client.request("POST", "/nowhere").status == 404);
}

TEST_CASE("a route's ending belongs to the route, not to what it captures", "[http]") {
    World world;
    CHECK(world.client().get("/things/a.b.xml").body == "xml of a.b");
    CHECK(world.client().get("/things/a.xmlx").body == "/things/a.xmlx [a.xmlx]");
}

TEST_CASE("a handler that throws gives a 500 problem without the reason, and the log has it", "[http]") {
    World world;
    auto client = world.client();
    const auto reply = client.get("/throws");
    CHECK(reply.status == 500);
    CHECK(reply.header("content-type") == "application/problem+json");
    CHECK(reply.body.find("secret") == std::string::npos);
    CHECK(client.get("/").status == 200);
    CHECK(world.log().find("GET /throws: secret engine text") != std::string::npos);
}

TEST_CASE("the log has routes, never what was asked", "[http]") {
    World world;
    CHECK(world.client().get("/things/secret-id?q=secret-query").status == 200);
    CHECK(world.client().get("/secret-path").status == 404);
    const auto log = world.log();
    CHECK(log.find("GET /things/{id} 200") != std::string::npos);
    CHECK(log.find("GET - 404") != std::string::npos);
    CHECK(log.find("secret") == std::string::npos);
}

TEST_CASE("the log has the bytes that were sent: of an answer to HEAD none", "[http]") {
    World world;
    auto client = world.client();
    const auto got = client.get("/things/one");
    CHECK(client.request("HEAD", "/things/one").header("content-length") == std::to_string(got.body.size()));
    CHECK(client.request("HEAD", "/nowhere").status == 404);
    const auto log = world.log();
    INFO(log);
    CHECK(log.find("GET /things/{id} 200 " + std::to_string(got.body.size()) + " bytes") != std::string::npos);
    CHECK(log.find("HEAD /things/{id} 200 0 bytes") != std::string::npos);
    CHECK(log.find("HEAD - 404 0 bytes") != std::string::npos);
}

TEST_CASE("an unchanged page is a 304 without body", "[http]") {
    World world;
    auto client = world.client();
    const auto reply = client.get("/unchanged");
    CHECK(reply.status == 304);
    CHECK(reply.body.empty());
    CHECK(reply.header("etag") == "\"1\"");
    CHECK(client.get("/").status == 200);
}

TEST_CASE("a header that is too long is a 431", "[http]") {
    World world({.header_bytes = 1000});
    CHECK(world.client().get("/?q=" + std::string(500, 'x')).status == 200);
    auto client = world.client();
    client.send_bytes("GET /?q=" + std::string(100'000, 'x'));
    CHECK(client.read_reply().status == 431);
    CHECK(client.closed_by_server());
}

TEST_CASE("there is room for a question of 6000 bytes, each percent-encoded, and for headers", "[http]") {
    World world;
    std::string question;
    std::string encoded;
    for (int i = 0; i < 6000; ++i) {
        question += i % 2 == 0 ? '\xC3' : '\xA9';
        encoded += i % 2 == 0 ? "%C3" : "%A9";
    }
    CHECK(world.client().get("/?q=" + encoded, {{"Cookie", std::string(8000, 'c')}}).body == "/ q=" + question);
    auto client = world.client();
    client.send_bytes("GET /?q=" + encoded + " HTTP/1.1\r\nHost: a\r\nCookie: " + std::string(16'000, 'c') + "\r\n\r\n");
    CHECK(client.read_reply().status == 431);
}

TEST_CASE("a request that cannot be read is answered for the path that it began with", "[http]") {
    Router router([](const RequestTarget& target, const Problem& problem) {
        return Response{.status = problem.status, .content_type = "text/plain", .body = target.path};
    });
    World world({.header_bytes = 1000}, 100, std::move(router));
    struct Unreadable {
        std::string bytes;
        std::string path;
    };
    const std::string much(2000, 'x');
    for (const auto& [bytes, path] : std::vector<Unreadable>{
             {"GET /api/v1/search?q=" + much, "/api/v1/search"},
             {"GET /api/v1/search?q=x HTTP/1.1\r\nHost: a\r\nCookie: " + much, "/api/v1/search"},
             {"GET /api/v1/search HTTP/1.1\r\nno colon\r\n\r\n", "/api/v1/search"},
             {"GET /api/v1/search?q=x HTTP/9.9\r\nHost: a\r\n\r\n", "/api/v1/search"},
             {"GET /?q=" + much, "/"},
             {"GET" + much, ""},
             {"\r\n\r\n\r\n", ""},
         }) {
        INFO(bytes.substr(0, 80));
        auto client = world.client();
        client.send_bytes(bytes);
        const auto reply = client.read_reply();
        CHECK(reply.status >= 400);
        CHECK(reply.body == path);
    }
}

TEST_CASE("several lines of one header are one list", "[http]") {
    World world;
    auto client = world.client();
    client.send_bytes(
        "GET /lists HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nIf-None-Match: \"1\"\r\nAccept: application/xml;q=0.5\r\n"
        "If-None-Match: \"2\", \"3\"\r\n\r\n");
    CHECK(client.read_reply().body == "text/html, application/xml;q=0.5 | \"1\", \"2\", \"3\"");
    CHECK(client.get("/lists").body == " | ");
}

TEST_CASE("what is no HTTP gets a 400 and the connection ends", "[http]") {
    World world;
    for (const std::string bytes :
         {"\x16\x03\x01\x02garbage\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
          "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\n\r\n\r\n"}) {
        INFO(bytes);
        auto client = world.client();
        client.send_bytes(bytes);
        CHECK(client.read_reply().status == 400);
        CHECK(client.closed_by_server());
    }
}

TEST_CASE("a request without one host is refused", "[http]") {
    World world;
    for (const std::string bytes : {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"}) {
        auto client = world.client();
        client.send_bytes(bytes);
        CHECK(client.read_reply().status == 400);
    }
    auto old = world.client();
    old.send_bytes("GET / HTTP/1.0\r\n\r\n");
    CHECK(old.read_reply().status == 200);
    CHECK(old.closed_by_server());
}

TEST_CASE("a request with a body is answered and is the connection's last", "[http]") {
    World world;
    auto client = world.client();
    const auto reply = client.request("GET", "/", {{"Content-Length", "100000000"}});
    CHECK(reply.status == 200);
    CHECK(reply.header("connection") == "close");
    auto posting = world.client();
    posting.send_bytes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n" + std::string(50'000, 'x'));
    CHECK(posting.read_reply().status == 405);
    auto chunked = world.client();
    chunked.send_bytes("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    CHECK(chunked.read_reply().header("connection") == "close");
}

TEST_CASE("a client that sends its header too slowly is let go", "[http]") {
    World world({.receive = std::chrono::milliseconds{50}});
    auto client = world.client();
    client.send_bytes("GET / HTTP/1.1\r\nHo");
    CHECK(client.closed_by_server());
    CHECK(world.client().get("/").status == 200);
}

TEST_CASE("an idle connection is closed after its time", "[http]") {
    World world({.idle = std::chrono::milliseconds{50}});
    auto client = world.client();
    CHECK(client.get("/").status == 200);
    CHECK(client.closed_by_server());
}

TEST_CASE("above the connection limit a client waits until another leaves", "[http]") {
    World world({}, 1);
    auto first = std::make_unique<HttpClient>(world.client());
    CHECK(first->get("/").status == 200);
    auto second = std::async(std::launch::async, [&] { return world.client().get("/?n=2").body; });
    CHECK(first->get("/?n=1").body == "/ n=1");
    first.reset();
    CHECK(second.get() == "/ n=2");
}

TEST_CASE("a server that stops answers what has begun and closes what is idle", "[http]") {
    World world;
    auto idle = world.client();
    CHECK(idle.get("/").status == 200);
    auto running = std::async(std::launch::async, [&] { return world.client().get("/blocks"); });
    world.wait_until_blocked();
    world.server().stop();
    CHECK(idle.closed_by_server());
    CHECK_FALSE(world.server().wait_until_drained(std::chrono::milliseconds{0}));
    world.release();
    const auto reply = running.get();
    CHECK(reply.body == "done");
    CHECK(reply.header("connection") == "close");
    CHECK(world.server().wait_until_drained(std::chrono::minutes{1}));
    CHECK_THROWS(world.client());
}

TEST_CASE("two servers cannot listen on one port", "[http]") {
    World world;
    const auto log = std::make_shared<spdlog::logger>("test");
    const auto second = Server::start({.port = world.server().port()}, {.router = Router{}, .headers = {}, .limits = {}, .log = log});
    REQUIRE(second.has_error());
    CHECK(second.error().message.find("Another program already listens on 127.0.0.1:") == 0);
    CHECK_FALSE(second.error().mend.empty());
    CHECK(Server::start({.address = "203.0.113.1"}, {.router = Router{}, .headers = {}, .limits = {}, .log = log}).has_error());
    CHECK(Server::start({.address = "localhost"}, {.router = Router{}, .headers = {}, .limits = {}, .log = log}).has_error());
}

}  // namespace palermo::http
