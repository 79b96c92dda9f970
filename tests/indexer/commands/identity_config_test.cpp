// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet_label.hpp"
#include "corpus/identity_policy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <toml++/toml.h>
#include <boost/json.hpp>

#include <string>
#include <vector>

namespace palermo::test {
namespace {

namespace json = boost::json;

/// A record that breaks birth-date and, in Thailand, initials; and the program that checks it.
class World {
public:
    World() { write_record(""); }

    Finished check(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {PALERMO_INDEXER, "check"});
        arguments.push_back(path("records"));
        return run(arguments);
    }

    Finished check_with(const std::string& config) const {
        directory_.write("indexer.toml", config);
        return check({"--config", path("indexer.toml")});
    }

    std::string path(const std::string& name) const { return (directory_.path() / name).string(); }

    void write_record(const std::string& waivers) const {
        auto xml = to_xml({.id = "a", .facts = {"The victim M. was sold.", "She was born on 3 May 1994."}, .country = "TH"});
        directory_.write("records/a.xml", xml.insert(xml.find("</case>"), waivers));
    }

private:
    TempDirectory directory_;
};

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("without a configuration, findings of the lint are warnings and the record passes", "[commands][lint]") {
    const World world;
    const auto checked = world.check({});
    INFO(checked.out << checked.err);
    CHECK(checked.exit_code == 0);
    CHECK(says(checked.out, "a.xml:10:"));
    CHECK(says(checked.out, "warning: This seems to be a full date of birth (rule birth-date, paragraph f2)."));
    CHECK(says(checked.out, "rule initials, paragraph f1"));
    CHECK_FALSE(says(checked.out, "1994"));
}

TEST_CASE("--config says how grave each rule is", "[commands][lint]") {
    const World world;
    const auto rejected = world.check_with("[identity-lint]\nbirth-date = \"error\"\ninitials = \"note\"\n");
    CHECK(rejected.exit_code == 1);
    CHECK(says(rejected.out, "error: This seems to be a full date of birth"));
    CHECK(says(rejected.out, "note: This gives initials"));
    const auto off = world.check_with("[identity-lint]\nbirth-date = \"off\"\n[initials]\nTH = \"allow\"\n");
    CHECK(off.exit_code == 0);
    CHECK(off.out == "1 record is in order.\n");
    CHECK(world.check_with("").out == world.check({}).out);
}

TEST_CASE("a configuration that is wrong is refused with its line and a mend", "[commands][lint]") {
    const World world;
    struct Wrong {
        std::string config;
        std::string place;
        std::string mend;
    };
    const std::vector<Wrong> wrong{
        {"[identity-lint]\nbirth-dat = \"error\"\n", ":2:1:", "Did you mean \"birth-date\"?"},
        {"[identity-lint]\nbirth-date = \"fatal\"\n", ":2:1:", "\"off\", \"note\", \"warning\" or \"error\""},
        {"[identity-lint]\nbirth-date = 3\n", ":2:1:", "double quotes"},
        {"[identity-lint]\n\n[identity-lint.birth-date]\nx = \"error\"\n", ":3:", "double quotes"},
        {"[identity-lint]\ninitials = true\n", ":2:1:", "double quotes"},
        {"[initials]\nAU = \"allow\"\nXQ = \"flag\"\n", ":3:1:", "ISO 3166-1"},
        {"[initials]\nAU = \"yes\"\n", ":2:1:", "\"allow\" or \"flag\""},
        {"[lint]\n", ":1:", "[identity-lint]"},
        {"birth-date = \"error\"\n", ":1:1:", "[identity-lint]"},
        {"[identity-lint]\nbirth-date = error\n", ":2:", "one name = \"value\" a line"},
    };
    for (const auto& [config, place, mend] : wrong) {
        const auto refused = world.check_with(config);
        INFO(config << refused.err << refused.out);
        CHECK(refused.exit_code == 2);
        CHECK(says(refused.err, "indexer.toml" + place));
        CHECK(says(refused.err, mend));
        CHECK(refused.out.empty());
    }
    CHECK(says(world.check({"--config", world.path("none.toml")}).err, "cannot be read"));
    CHECK(says(world.check({"--config", world.path("records")}).err, "cannot be read"));
}

TEST_CASE("a waiver lets a finding stand, and --json lists it as a note", "[commands][lint]") {
    const World world;
    const auto strict = "[identity-lint]\nbirth-date = \"error\"\ninitials = \"off\"\n";
    REQUIRE(world.check_with(strict).exit_code == 1);
    world.write_record(
        "<identity-waivers><waiver rule=\"birth-date\" paragraphs=\"f2\" reason=\"An invented date.\" by=\"me\"/></identity-waivers>");
    const auto waived = world.check_with(strict);
    CHECK(waived.exit_code == 0);
    CHECK(waived.out == "1 record is in order.\n1 finding is let stand by waivers; --json lists them.\n");
    const auto listed = json::parse(world.check({"--json", "--config", world.path("indexer.toml")}).out).at("findings").as_array();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("severity") == "note");
    CHECK(says(std::string(listed[0].at("message").as_string()), "Waived: This seems to be a full date of birth (rule birth-date"));
}

TEST_CASE("a waiver must have a reason, and its paragraphs must exist", "[commands][lint]") {
    const World world;
    world.write_record("<identity-waivers><waiver rule=\"birth-date\"/></identity-waivers>");
    CHECK(world.check({}).exit_code == 1);
    CHECK(says(world.check({}).out, "<waiver> lacks the attribute reason."));
    world.write_record("<identity-waivers><waiver rule=\"birth-date\" paragraphs=\"f9\" reason=\"An invented date.\"/></identity-waivers>");
    CHECK(world.check({}).exit_code == 1);
    CHECK(says(world.check({}).out, "There is no paragraph \"f9\" in this record."));
}

TEST_CASE("indexer.toml holds every rule and every jurisdiction with its default", "[commands][lint]") {
    const auto file = toml::parse_file(PALERMO_SOURCE_DIR "/indexer/indexer.toml");
    const auto& rules = *file["identity-lint"].as_table();
    CHECK(rules.size() == identity_rules().size());
    for (const auto& info : identity_rules()) {
        INFO(info.name);
        REQUIRE(rules.get(info.name) != nullptr);
        CHECK(rules.get(info.name)->value<std::string>() == (info.severity ? std::string(name_of(*info.severity)) : "off"));
    }
    const IdentityPolicy policy;
    const auto& initials = *file["initials"].as_table();
    CHECK(initials.at("elsewhere").value<std::string>() == "flag");
    CHECK(policy.initials_in("nowhere") == InitialsPolicy::flag);
    for (const auto& code : facet_codes(Facet::jurisdiction)) {
        INFO(code);
        CHECK(initials.contains(code) == (policy.initials_in(code) == InitialsPolicy::allow));
    }
}

}  // namespace palermo::test
