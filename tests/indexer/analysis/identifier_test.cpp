// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/identifier.hpp"

#include "tests/support/catch.hpp"

#include <utility>
#include <vector>

namespace palermo::test {

TEST_CASE("the same number written in another way is the same", "[analysis]") {
    const std::vector<std::pair<std::string, std::string>> same{
        {"[2013] EWCA Crim 991", "2013 ewca crim. 991"},
        {"G.R. No. 175600", "GR 175600"},
        {"G.R. No. 175600", "gr no 175600"},
        {"No. 20-0434", "20-0434"},
        {"Nos. 20-0434", "20 0434"},
        {"Application no. 25965/04", "application 25965/04"},
        {"№ 5-КГ20-12", "5-кг20-12"},
        {"№5-КГ20-12", "5-КГ20-12"},
        {"дело № 127", "Дело 127"},
        {"Дело №127/2019", "дело 127/2019"},
        {"n° 45", "45"},
        {"n.º 45", "45"},
        {"Nº 45", "45"},
        {"núm. 45/2010", "45/2010"},
        {"nr 7", "Nr. 7"},
        {"２０１３ EWCA", "2013 ewca"},
        {"٢٠١٣/٥", "2013/5"},
        {"1 BvR 2019/16", "1bvr201916"},
        {"17–03852", "17/03852"},
        {"17\u201103852", "17-03852"},
        {"C\u00A0\u201483/13", "c 83 13"},
        {"No.20-0434", "No. 20-0434"},
        {"“K 12/14”", "K 12/14"},
        {"nº\u00A045", "45"},
    };
    for (const auto& [one, other] : same) {
        INFO(one << " and " << other);
        CHECK(fold_identifier(one) == fold_identifier(other));
        CHECK_FALSE(fold_identifier(one).empty());
    }
}

TEST_CASE("other numbers are not the same", "[analysis]") {
    CHECK(fold_identifier("20-0434") != fold_identifier("20-0435"));
    CHECK(fold_identifier("N v UK") == "nvuk");
    CHECK(fold_identifier("EWCA Crim 991") != fold_identifier("EWCA Civ 991"));
    CHECK(fold_identifier("дело й") != fold_identifier("дело и"));
}

TEST_CASE("where nothing is left the identifier is empty", "[analysis]") {
    for (const std::string nothing : {"", " ", "--", "[]", "…", "\u00AD"}) CHECK(fold_identifier(nothing).empty());
    CHECK(fold_identifier("No.") == "no");
}

TEST_CASE("folding an identifier twice changes nothing", "[analysis]") {
    for (const std::string identifier : {"[2013] EWCA Crim 991", "№ 5-КГ20-12", "G.R. No. 175600", "\xFF\xFE 5", "٢٠١٣"}) {
        const auto folded = fold_identifier(identifier);
        CHECK(fold_identifier(folded) == folded);
    }
}

}  // namespace palermo::test
