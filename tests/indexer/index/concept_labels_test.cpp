// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/concept_labels.hpp"

#include "tests/support/catch.hpp"

#include <tuple>

namespace palermo::test {

TEST_CASE("labels of every language and alternative ones lie under each word they can be begun by", "[index]") {
    const Vocabularies vocabularies{
        .legal_concepts = Vocabulary("legal-concept", "1",
                                     {{.id = "debt-bondage",
                                       .broader = "",
                                       .notation = "",
                                       .labels = {{{"en", "Debt bondage"}, "checked"}, {{"ru", "Долговая кабала"}, "checked"}},
                                       .alternative_labels = {{"zh", "债役"}}}}),
        .evidential_issues =
            Vocabulary("evidential-issue", "1",
                       {{.id = "debt", .broader = "", .notation = "", .labels = {{{"en", "Debts"}, "ours"}}, .alternative_labels = {}}})};
    const ConceptLabels labels(vocabularies);
    std::vector<std::tuple<std::string, std::string, std::string, std::string, bool>> all;
    for (std::uint32_t i = 0; i < labels.keys().size; ++i) {
        const auto& entry = labels.at(i);
        CHECK(labels.keys().at(i) == entry.key);
        all.emplace_back(entry.key, entry.label, entry.lang, entry.concept_id, entry.is_whole);
    }
    CHECK(all == decltype(all){{"bondage", "Debt bondage", "en", "debt-bondage", false},
                               {"debt bondage", "Debt bondage", "en", "debt-bondage", true},
                               {"debts", "Debts", "en", "debt", true},
                               {"долговая кабала", "Долговая кабала", "ru", "debt-bondage", true},
                               {"кабала", "Долговая кабала", "ru", "debt-bondage", false},
                               {"债役", "债役", "zh", "debt-bondage", true}});
}

}  // namespace palermo::test
