// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/entity_tag.hpp"
#include "searchd/http/media_type.hpp"

#include "tests/support/catch.hpp"

namespace palermo::http {

TEST_CASE("the closest range of an Accept header counts", "[http]") {
    CHECK(quality_of("application/xml", "") == 1);
    CHECK(quality_of("application/xml", "*/*") == 1);
    CHECK(quality_of("application/xml", "application/xml") == 1);
    CHECK(quality_of("application/xml", "Application/XML;q=0.5, */*") == 0.5);
    CHECK(quality_of("application/xml", "*/*;q=0.1, application/* ; q=0.2") == 0.2);
    CHECK(quality_of("application/xml", "application/xml;version=1;q=0.3") == 0.3);
    CHECK(quality_of("application/xml", "text/html") == 0);
    CHECK(quality_of("application/xml", "text/*") == 0);
    CHECK(quality_of("application/xml", "*/*, application/xml;q=0") == 0);
}

TEST_CASE("an Accept header that makes no sense is survived", "[http]") {
    for (const auto* accept :
         {",", ";", ";;,,;q", "q=1", "application/xml;q=", "application/xml;q=abc", "application/xml;q=9", "/", "*", "application/"}) {
        INFO(accept);
        const auto quality = quality_of("application/xml", accept);
        CHECK(quality >= 0);
        CHECK(quality <= 1);
    }
}

TEST_CASE("a tag is recognised in a list, weak or strong, and only then", "[http]") {
    const auto tag = make_entity_tag("7 /?q=x");
    CHECK(tag == make_entity_tag("7 /?q=x"));
    CHECK(tag != make_entity_tag("8 /?q=x"));
    const auto strong = tag.substr(2);
    CHECK(names_entity_tag(tag, tag));
    CHECK(names_entity_tag(strong, tag));
    CHECK(names_entity_tag("\"a\", " + strong + " ,\"b\"", tag));
    CHECK(names_entity_tag("\"a\",\t" + strong + "\t", tag));
    CHECK(names_entity_tag("*", tag));
    for (const auto* header : {"", ",", "\"\"", "W/", "\"other\", W/\"another\""}) {
        INFO(header);
        CHECK_FALSE(names_entity_tag(header, tag));
    }
    CHECK_FALSE(names_entity_tag(strong.substr(1), tag));
}

}  // namespace palermo::http
