// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/identity_support.hpp"

#include "corpus/record_reader.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <memory>

namespace palermo::test {
namespace {

IdentityFindings check(const std::string& xml, const IdentityLint& lint) {
    const SourceText source("x.xml", xml);
    const auto record = read_record(source);
    INFO(xml);
    REQUIRE(record.has_value());
    return lint.check(*record, source);
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return out;
}

std::string record_with(const std::string& lang, const std::string& persons, const std::string& paragraph, const std::string& more) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<case xmlns=\"urn:palermo:case-record:1\" version=\"1.1\" id=\"a\" xml:lang=\"" +
           lang + "\">\n<title>T</title>\n<jurisdiction country=\"NL\"/>\n<persons>" + persons +
           "</persons>\n<texts>\n<text kind=\"fact-summary\" xml:lang=\"" + lang + "\">\n<p id=\"f1\">Nothing here.</p>\n<p id=\"f2\">" +
           escaped(paragraph) + "</p>\n</text>\n</texts>\n" + more + "</case>\n";
}

}  // namespace

IdentityPolicy flag_all() {
    IdentityPolicy policy;
    policy.set_initials("NL", InitialsPolicy::flag);
    return policy;
}

IdentityFindings lint_paragraph(const std::string& text, const std::string& lang, const IdentityPolicy& policy, const std::string& more) {
    const auto persons = "<defendant kind=\"natural\"><name>J. Doe</name></defendant>";
    return check(record_with(lang, persons, text, more), IdentityLint(policy));
}

IdentityFindings lint_persons(const std::string& persons, const IdentityPolicy& policy) {
    return check(record_with("en", persons, "Nothing here either.", ""), IdentityLint(policy));
}

IdentityFindings lint_complete(const std::string& what, const std::string& by) {
    auto xml = open_source(PALERMO_SOURCE_DIR "/tests/corpus/records/complete.xml")->text();
    const auto found = xml.find(what);
    REQUIRE(found != std::string::npos);
    return check(xml.replace(found, what.size(), by), IdentityLint());
}

std::set<std::string> rules_in(const Diagnostics& findings) {
    std::set<std::string> rules;
    for (const auto& finding : findings) {
        const auto begin = finding.message.find("(rule ");
        if (begin == std::string::npos) {
            rules.insert("waiver");
            continue;
        }
        const auto end = finding.message.find_first_of(",)", begin);
        rules.insert(finding.message.substr(begin + 6, end - begin - 6));
    }
    return rules;
}

}  // namespace palermo::test
