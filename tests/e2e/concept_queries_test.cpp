// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_reader.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

using Ids = std::set<std::string>;

std::filesystem::path cases_directory() { return std::filesystem::path(PALERMO_SOURCE_DIR) / "corpus" / "cases"; }

Vocabulary evidential_issues() {
    const auto text = open_source(std::filesystem::path(PALERMO_SOURCE_DIR) / "schemas" / "evidential-issues.rdf");
    REQUIRE(text.has_value());
    auto vocabulary = read_vocabulary(*text);
    REQUIRE(vocabulary.has_value());
    return std::move(*vocabulary);
}

/// The cases of each issue: catalogued under it or under a narrower one.
std::map<std::string, Ids> cases_of_issues(const Vocabulary& issues) {
    std::map<std::string, Ids> cases;
    for (const auto& entry : std::filesystem::directory_iterator(cases_directory())) {
        if (entry.path().extension() != ".xml") continue;
        const auto text = open_source(entry.path());
        REQUIRE(text.has_value());
        const auto record = read_record(*text);
        REQUIRE(record.has_value());
        for (const auto& tag : record->evidential_issues) {
            for (const auto& id : issues.with_ancestors(tag.concept_id)) cases[id].insert(record->id);
        }
    }
    return cases;
}

std::optional<std::string> label_in(const Concept& issue, const std::string& lang) {
    const auto found = std::ranges::find_if(issue.labels, [&](const ConceptLabel& label) { return label.label.lang == lang; });
    return found == issue.labels.end() ? std::nullopt : std::optional(found->label.text);
}

/// "debt bondage (as circumstance)" says in English alone that the legal concept of that name is not meant; other languages' labels are
/// compared with what they too say.
std::string without_qualifier(const std::string& label) { return label.ends_with(')') ? label.substr(0, label.find(" (")) : label; }

std::string listed(const Ids& ids) {
    std::string all;
    for (const auto& id : ids) all += id + ' ';
    return all;
}

Ids without(const Ids& ids, const Ids& others) {
    Ids rest;
    std::ranges::set_difference(ids, others, std::inserter(rest, rest.end()));
    return rest;
}

}  // namespace

TEST_CASE("the label of an evidential issue finds its cases before all others, in six languages", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {cases_directory()});
    const Daemon daemon(index);
    auto client = daemon.client();

    SECTION("each issue by its English label, and by the others") {
        const auto issues = evidential_issues();
        const auto cases = cases_of_issues(issues);
        REQUIRE(cases.size() > 40);
        for (const auto& [id, expected] : cases) {
            const auto& issue = *issues.find(id);
            const auto label = label_in(issue, "en").value();
            INFO("issue: " << id << ", label: " << label);
            const auto found = ids_in_order(client, "q=" + url_encode(label));
            const Ids first(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(std::min(expected.size(), found.size())));
            INFO("not first: " << listed(without(expected, first)) << "; before them: " << listed(without(first, expected)));
            CHECK(first == expected);
            const auto all = all_ids(client, "q=" + url_encode(without_qualifier(label)));
            CHECK(without({found.begin(), found.end()}, all).empty());
            for (const std::string lang : {"ar", "es", "fr", "ru", "zh"}) {
                const auto translated = label_in(issue, lang);
                if (!translated) continue;
                const auto same = all_ids(client, "q=" + url_encode(*translated));
                INFO(lang << ": " << *translated << "; only there: " << listed(without(same, all))
                          << "; only in English: " << listed(without(all, same)));
                CHECK(same == all);
            }
        }
    }

    SECTION("debt bondage is the same in every language") {
        const auto expected = all_ids(client, "q=debt+bondage");
        CHECK(expected.size() >= 18);
        for (const std::string text :
             {"servidumbre por deudas", "السخرة", "债役", "долговая кабала", "servitude pour dettes", "Debt Bondage"}) {
            const auto found = all_ids(client, "q=" + url_encode(text));
            INFO(text << "; only there: " << listed(without(found, expected)) << "; only in English: " << listed(without(expected, found)));
            CHECK(found == expected);
        }
    }
}

}  // namespace palermo::test
