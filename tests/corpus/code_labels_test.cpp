// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/code_labels.hpp"

#include "tests/support/catch.hpp"

#include <cstddef>
#include <set>
#include <string>

namespace palermo::test {
namespace {

constexpr std::array lists{CodeList::outcome, CodeList::crime_type, CodeList::court_level, CodeList::international_body, CodeList::further};

}  // namespace

TEST_CASE("every code has a label in each of the six languages", "[corpus][labels]") {
    for (const auto list : lists) {
        std::set<std::string_view> codes;
        for (const auto& row : codes_of(list)) {
            INFO(row.code);
            CHECK(codes.insert(row.code).second);
            for (const auto label : row.labels) CHECK_FALSE(label.empty());
        }
        CHECK(codes.size() > 5);
    }
}

TEST_CASE("no two values of a facet have one label, by which a query names them", "[corpus][labels]") {
    for (const auto list : lists) {
        if (list == CodeList::further) continue;
        for (std::size_t column = 0; column < label_languages.size(); ++column) {
            std::set<std::string_view> labels;
            for (const auto& row : codes_of(list)) {
                INFO(row.code << " in " << label_languages[column]);
                CHECK(labels.insert(row.labels[column]).second);
            }
        }
    }
}

TEST_CASE("a code is shown in the language that is asked for, else in English, else as it is", "[corpus][labels]") {
    CHECK(label_of(CodeList::outcome, "acquitted", "en") == "Acquitted");
    CHECK(label_of(CodeList::outcome, "acquitted", "fr") == "Acquittement");
    CHECK(label_of(CodeList::outcome, "acquitted", "zh") == "宣告无罪");
    CHECK(label_of(CodeList::crime_type, "smuggling-of-migrants", "ru") == "Незаконный ввоз мигрантов");
    CHECK(label_of(CodeList::crime_type, "trafficking-in-persons", "ar") == "الاتجار بالأشخاص");
    CHECK(label_of(CodeList::court_level, "supreme", "es") == "Tribunal supremo");
    CHECK(label_of(CodeList::outcome, "acquitted", "de") == "Acquitted");
    CHECK(label_of(CodeList::outcome, "no-such", "fr") == "no-such");
    // One code, two meanings.
    CHECK(label_of(CodeList::court_level, "appeal", "fr") == "Cour d'appel");
    CHECK(label_of(CodeList::further, "appeal", "fr") == "Appel");
}

}  // namespace palermo::test
