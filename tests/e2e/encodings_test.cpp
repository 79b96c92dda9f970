// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("a record that was saved as Latin-1 is served as UTF-8, as a page, as JSON and as XML", "[e2e]") {
    const TempDirectory directory;
    auto xml = to_xml({.id = "latin", .title = "Parquet c. Andre", .facts = {"Un bateau."}});
    xml.replace(xml.find("UTF-8"), 5, "ISO-8859-1");
    xml.replace(xml.find("Andre"), 5, "Andr\xE9");
    const auto index = directory.path() / "index";
    load(index, {directory.write("cases/latin.xml", xml)});
    const Daemon daemon(index);
    auto client = daemon.client();
    for (const std::string path : {"/cases/latin", "/api/v1/cases/latin", "/api/v1/cases/latin.xml", "/?q=bateau"}) {
        INFO(path);
        const auto reply = client.get(path);
        CHECK(reply.status == 200);
        CHECK(reply.body.find("Parquet c. André") != std::string::npos);
    }
}

}  // namespace palermo::test
