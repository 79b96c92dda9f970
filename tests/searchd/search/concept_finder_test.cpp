// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/concept_finder.hpp"

#include "corpus/vocabulary_reader.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

class Finder {
public:
    Finder() : vocabularies_(*read_vocabularies(PALERMO_SOURCE_DIR "/schemas")), finder_(vocabularies_, analyzer_) {}

    /// "text=id,id" for each label found.
    std::string find(const std::string& text) {
        std::string all;
        for (const auto& match : finder_.find(text, analyzer_)) {
            std::vector<std::string> ids;
            for (const auto& named : match.concepts) ids.push_back(named.id);
            std::ranges::sort(ids);
            std::string joined;
            for (const auto& id : ids) joined += (joined.empty() ? "" : ",") + id;
            all += (all.empty() ? "" : " ") + text.substr(match.begin, match.end - match.begin) + '=' + joined;
        }
        return all;
    }
    const ConceptFinder& finder() const { return finder_; }

private:
    Vocabularies vocabularies_;
    Analyzer analyzer_;
    ConceptFinder finder_;
};

const std::string both = "debt-bondage,debt-bondage-evidence";

}  // namespace

TEST_CASE("a label is found in every language, inflected, and whatever its capitals and accents", "[search][concepts]") {
    Finder finder;
    for (const std::string text : {"debt bondage", "Debt Bondage", "debts bondage", "servidumbre por deudas", "servitude pour dettes",
                                   "долговая кабала", "债务质役", "إسار الدين", "اسار الدين", "السخرة", "债役"}) {
        CHECK(finder.find(text) == text + '=' + both);
    }
    CHECK(finder.find("esclavage") == "esclavage=purpose-slavery");
    CHECK(finder.find("zebra crossing").empty());
    CHECK(finder.find("").empty());
}

TEST_CASE("what a label says in brackets need not be typed, and narrows when it is", "[search][concepts]") {
    Finder finder;
    CHECK(finder.find("debt bondage (as circumstance)") == "debt bondage (as circumstance=debt-bondage-evidence");
    CHECK(finder.find("debt bondage") == "debt bondage=" + both);
}

TEST_CASE("the longest label counts, none overlaps, and several may stand in one text", "[search][concepts]") {
    Finder finder;
    CHECK(finder.find("domestic servitude") == "domestic servitude=domestic-servitude");
    CHECK(finder.find("cases of debt bondage with threats") == "debt bondage=" + both + " threats=threats");
}

TEST_CASE("where a stretch is one concept's label, another's alternative label does not count", "[search][concepts]") {
    Finder finder;
    // "deception" is the label of the issue and of the means; "false promise" an alternative of both.
    CHECK(finder.find("false promise") == "false promise=deception,means-deception");
    CHECK(finder.find("slavery") == "slavery=purpose-slavery");
}

TEST_CASE("a concept knows its labels in all languages, without brackets", "[search][concepts]") {
    Finder finder;
    const auto& labels = finder.finder().labels_of({Facet::evidential_issue, "debt-bondage-evidence", true});
    CHECK(labels.size() == 6);
    CHECK(std::ranges::any_of(labels, [](const LabelText& label) { return label.lang == "en" && label.text == "debt bondage"; }));
}

}  // namespace palermo::test
