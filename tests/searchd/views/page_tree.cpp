// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/views/page_tree.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace palermo::test {

pugi::xml_document parse_page(const std::string& page) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(page.data(), page.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    INFO(page.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset - 200, 0)), 400));
    REQUIRE(parsed);
    return document;
}

void check_structure(const pugi::xml_document& page) {
    CHECK(page.select_nodes("//h1").size() == 1);
    CHECK(page.select_nodes("//main").size() == 1);
    CHECK(std::string(page.select_node("/html").node().attribute("lang").value()) == "en");
    CHECK(page.select_nodes("//script").empty());
    CHECK(page.select_nodes("//@style").empty());
    std::set<std::string> ids;
    for (const auto& found : page.select_nodes("//@id")) {
        INFO("id " << found.attribute().value());
        CHECK(ids.insert(found.attribute().value()).second);
    }
    for (const auto& found : page.select_nodes("//a[starts-with(@href, '#')]")) {
        INFO("link " << found.node().attribute("href").value());
        CHECK(ids.contains(std::string(found.node().attribute("href").value()).substr(1)));
    }
    for (const auto& found : page.select_nodes("//input[@type != 'hidden'] | //select")) {
        const std::string id = found.node().attribute("id").value();
        INFO("field " << id);
        CHECK(page.select_nodes(("//label[@for='" + id + "']").c_str()).size() == 1);
    }
    for (const auto& found : page.select_nodes("//fieldset")) CHECK(found.node().child("legend"));
    for (const auto& found : page.select_nodes("//table")) CHECK(found.node().child("caption"));
}

}  // namespace palermo::test
