// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/html.hpp"

#include "searchd/views/utf8.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("text and attributes are escaped by construction", "[views][html]") {
    CHECK(text("<b> & \"quoted\" 'it'").markup() == "&lt;b&gt; &amp; &quot;quoted&quot; &#39;it&#39;");
    CHECK(element("p", {{"title", "a\"b<c"}}, text("x")).markup() == "<p title=\"a&quot;b&lt;c\">x</p>");
    CHECK(element("input", {{"value", "1"}}).markup() == "<input value=\"1\"/>");
    CHECK(element("p", Attributes{}).markup() == "<p></p>");
}

TEST_CASE("only addresses that lead to a page become links", "[views][html]") {
    CHECK(link("https://example.org", text("x")).markup() == "<a href=\"https://example.org\">x</a>");
    CHECK(link("/cases/a", text("x")).markup() == "<a href=\"/cases/a\">x</a>");
    CHECK(link("#p1", text("x")).markup() == "<a href=\"#p1\">x</a>");
    for (const std::string href :
         {"javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//evil.example", "", "vbscript:x", "cases"}) {
        INFO(href);
        CHECK(link(href, text("x")).markup() == "x");
    }
}

TEST_CASE("bytes that no page can carry are replaced or dropped", "[views][html]") {
    CHECK(clean_utf8("a\x01z\x7F") == "az");
    CHECK(clean_utf8("\xFF") == "\xEF\xBF\xBD");
    CHECK(clean_utf8("\xC3") == "\xEF\xBF\xBD");
    CHECK(clean_utf8("\xED\xA0\x80").find('\xED') == std::string::npos);
    CHECK(clean_utf8("é 债 𝄞\t\n") == "é 债 𝄞\t\n");
    CHECK(is_utf8("é 债 𝄞"));
    for (const std::string broken : {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "a\xC3"})
        CHECK_FALSE(is_utf8(broken));
}

}  // namespace palermo::test
