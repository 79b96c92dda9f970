// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_lint.hpp"

#include "corpus/record_reader.hpp"
#include "tests/corpus/identity_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

namespace palermo::test {
namespace {

struct Positive {
    std::string rule;
    std::string lang;
    std::string text;
};

struct Negative {
    std::string lang;
    std::string text;
};

/// Invented people in invented places; one or two of each rule in each language that has its words.
const std::vector<Positive>& positives() {
    static const std::vector<Positive> table{
        {"victim-name", "en", "The victim, called Maria, was taken to a farm."},
        {"victim-name", "en", "A girl named Anna fled."},
        {"victim-name", "en", "The victim Maria Exempla was held in a flat."},
        {"victim-name", "en", "The complainant, Maria Exempla, gave evidence."},
        {"victim-name", "en", "He sold the girl (Maria) twice."},
        {"victim-name", "en", "Maria Exempla, the victim, gave evidence."},
        {"victim-name", "en", "It was Maria (the victim) who called."},
        {"victim-name", "en", "The victim, whose real name is Maria, fled."},
        {"victim-name", "en", "A woman of thirty called Exempla was sold to them as a girl called Rosa."},
        {"victim-name", "en", "The complainant Ms. Exempla was heard."},
        {"victim-name", "en", "A girl named Georgia fled to May."},
        {"victim-name", "en", "The Complainant Maria Exempla and the Victim were heard."},
        {"victim-name", "fr", "La victime, prénommée Fatou, a été conduite à la ferme."},
        {"victim-name", "fr", "Une jeune fille nommée Rose s'est enfuie."},
        {"victim-name", "fr", "La plaignante Mme Exempla a été entendue."},
        {"victim-name", "fr", "Une femme qui s'appelle Rosa a témoigné."},
        {"victim-name", "es", "Una mujer llamada Rosa fue llevada a la finca."},
        {"victim-name", "es", "La víctima, de nombre Rosa, escapó."},
        {"victim-name", "es", "La denunciante, Rosa Ejemplo, declaró."},
        {"victim-name", "ru", "Потерпевшая Примерова дала показания."},
        {"victim-name", "ru", "Девушку по имени Анна увезли."},
        {"victim-name", "ru", "Потерпевшая, которую зовут Анна, сбежала."},
        {"victim-name", "zh", "被害人王小例，被带到工厂。"},
        {"victim-name", "zh", "一名女孩名叫小例被卖。"},
        {"victim-name", "ar", "المجني عليها / فاطمة مثال كانت في البيت"},
        {"victim-name", "ar", "فتاة تدعى فاطمة هربت من البيت"},
        {"victim-name", "de", "Das Opfer, eine Frau namens Maria, floh."},
        {"victim-name", "it", "La vittima Maria Esempio è stata sentita."},
        {"victim-name", "sw", "The victim, called Maria, fled."},
        {"victim-relation", "en", "The victim's mother, Rosa Exempla, reported it."},
        {"victim-relation", "en", "The girl lived with her sister Rosa."},
        {"victim-relation", "fr", "La jeune fille vivait avec sa mère Rosa."},
        {"victim-relation", "es", "La madre de la víctima, Rosa Ejemplo, denunció."},
        {"victim-relation", "ru", "Девушка жила с семьей, и её мать Роза заявила об этом."},
        {"birth-date", "en", "She was born on 3 May 1994 in a village."},
        {"birth-date", "en", "Date of birth: May 3, 1994."},
        {"birth-date", "en", "Born 1994-05-03."},
        {"birth-date", "en", "Her DOB is 03/05/94."},
        {"birth-date", "fr", "Elle est née le 1er mai 1994."},
        {"birth-date", "es", "Nacida el 3 de mayo de 1994 en un pueblo."},
        {"birth-date", "ru", "Она родилась 3 мая 1994 года."},
        {"birth-date", "ru", "03.05.1994 года рождения."},
        {"birth-date", "zh", "她1994年5月3日出生。"},
        {"birth-date", "ar", "ولدت في ٣ مايو ١٩٩٤ في قرية"},
        {"birth-date", "de", "Sie wurde am 3. Mai 1994 geboren."},
        {"birth-date", "it", "Nata il 3 maggio 1994."},
        {"document-number", "en", "Her passport number AB1234567 was found."},
        {"document-number", "en", "Her passport (AB 123456) was kept."},
        {"document-number", "fr", "Son passeport n° 12AB34567 a été saisi."},
        {"document-number", "es", "Su pasaporte número 1234567 fue retenido."},
        {"document-number", "ru", "Паспорт серии 1234 номер 567890 забрали."},
        {"document-number", "zh", "身份证号码为110101199001011234。"},
        {"document-number", "ar", "جواز السفر رقم 1234567 أخذ منها"},
        {"e-mail", "en", "Write to someone@example.org."},
        {"e-mail", "ru", "Почта: кто-то@example.org."},
        {"telephone", "en", "Her mobile phone +66 81 234 5678 was traced."},
        {"telephone", "en", "She was called from (+66) 812345678 that night."},
        {"telephone", "fr", "Son téléphone était le 06 12 34 56 78."},
        {"telephone", "es", "Su teléfono era 612-345-678."},
        {"telephone", "ru", "Её телефон 8 (912) 345-67-89."},
        {"telephone", "zh", "她的手机号码13812345678被查到。"},
        {"telephone", "ar", "كان هاتفها ٠١٢٣٤٥٦٧٨٩"},
        {"social-media-account", "en", "Her Instagram account \"sunny_girl\" was used."},
        {"social-media-account", "en", "She wrote as @sunnygirl99 to him."},
        {"social-media-account", "en", "See facebook.com/sunny.girl for it."},
        {"address", "en", "She lived at 12 Old Example Road in town."},
        {"address", "fr", "Elle vivait au 12, rue des Exemples."},
        {"address", "es", "Vivía en la calle Ejemplo, 12."},
        {"address", "ru", "Она жила на ул. Примерная, д. 5."},
        {"address", "zh", "她住在示例路12号。"},
        {"address", "ar", "كانت تسكن في شارع المثال رقم 12"},
        {"address", "de", "Sie wohnte in der Beispielstraße 12."},
        {"web-link", "en", "More at https://example.org/x about it."},
        {"initials", "en", "The complainant, M.K., gave evidence."},
        {"initials", "en", "The victim A was sold."},
        {"initials", "fr", "La victime (M.) a été entendue."},
        {"initials", "es", "La víctima M. declaró."},
        {"initials", "ru", "Потерпевшая М.К. дала показания."},
        {"initials", "zh", "被害人王某被带到工厂。"},
        {"rare-combination", "en", "A Lithuanian woman of 23 was a nurse in Exampletown before."},
        {"rare-combination", "en", "On 3 May 2004 the seamstress, a girl aged 17 from Lithuania, arrived."},
        {"rare-combination", "fr", "La femme roumaine, âgée de 23 ans, était infirmière à Exempleville."},
        {"rare-combination", "es", "Una mujer rumana de 23 años, enfermera en Ejemplópolis, fue captada."},
        {"rare-combination", "ru", "Румынская девушка, 23-летняя медсестра, приехала 3 мая 2004 года."},
        {"rare-combination", "zh", "被害人来自越南，23岁，是示例市的护士。"},
    };
    return table;
}

const std::vector<Negative>& negatives() {
    static const std::vector<Negative> table{
        {"en", "A woman of 18 came from Lithuania in May 2004."},
        {"en", "The company called Example Ltd was fined."},
        {"en", "Her passport was taken and 40,000 dollars were owed."},
        {"en", "The girl called the police. The girl called Interpol."},
        {"en", "Application no. 25965/04 was lodged."},
        {"en", "She was born in a village in 1994."},
        {"en", "The victim told Doe that Victim Support had helped her; the victim, Doe, and others were heard."},
        {"en", "The defendant J. Doe told a woman named Jane Doe nothing."},
        {"en", "The Victim Compensation Act and the Child Protection Unit paid the victim USD 5,000 and the complainant EUR 300."},
        {"en", "However, the victim, then fifteen, fled. In Exampletown, the victim, a worker, was seen."},
        {"en", "The complainant named Doe as the man. The victims, Thai nationals, were heard."},
        {"en", "Contact had been made through Facebook. She was found at a telephone on 2004-05-06."},
        {"en", "The Tel Aviv court, file 12345-67, heard the victim."},
        {"en", "The victim. A man came. She lived in one road of 12 houses."},
        {"en", "The victim left in 2004. Monday came. Her mother reported it; her sister Monday too."},
        {"en", "The girl and her passport were brought on 3 May 2004 in her 17th year."},
        {"en", "A trafficker from Lithuania, 45, a doctor in Exampletown, was heard."},
        {"en", "The act No Child Left Behind and the Ministry of Gender and Child Affairs helped. The girl Detective Smith saw was gone."},
        {"en", "In 2004 Example Court and in 2010 Example Close Ltd were heard. The woman I saw."},
        {"es", "Produjo su identidad 2001-02 con la mujer."},
        {"ru", "Женщины Украины были проданы."},
        {"fr", "La victime a été conduite en France. La jeune fille a appelé la police."},
        {"fr", "La requête numéro 25965/04 a été introduite. Selon la loi, la victime, mineure, a été entendue."},
        {"es", "La víctima declaró ante el Tribunal. En la calle durante 12 días estuvo sola la mujer."},
        {"ru", "Потерпевшая дала показания. Потерпевшая Суд не убедила. Девушку увезли в Москву."},
        {"zh", "被害人应当得到保护。被害人方面没有意见。女孩被带到工厂，月薪5000元。"},
        {"ar", "المجني عليها كانت في البيت وعليها دين قدره 5000"},
        {"de", "Das Opfer Angst machte. Die Frau wurde nach Beispielstadt gebracht."},
        {"it", "La vittima è stata portata in Italia."},
    };
    return table;
}

}  // namespace

TEST_CASE("what could identify a victim is found in every language", "[corpus][lint]") {
    for (const auto& [rule, lang, text] : positives()) {
        INFO(lang << ": " << text);
        const auto findings = lint_paragraph(text, lang, flag_all());
        CHECK(rules_in(findings.reported) == std::set<std::string>{rule});
        CHECK(findings.waived.empty());
    }
}

TEST_CASE("every finding has its line, its column, its paragraph and a mend", "[corpus][lint]") {
    for (const auto& [rule, lang, text] : positives()) {
        INFO(text);
        for (const auto& finding : lint_paragraph(text, lang, flag_all()).reported) {
            CHECK(finding.severity == info_of(*identity_rule_named(rule)).severity);
            CHECK(finding.place.line == paragraph_line);
            CHECK(finding.place.column >= paragraph_column);
            CHECK(finding.message.find("paragraph f2") != std::string::npos);
            CHECK_FALSE(finding.mend.empty());
        }
    }
}

TEST_CASE("no sentence quotes what it found", "[corpus][lint]") {
    const std::set<std::string> secrets{"Maria",   "Anna",      "Exempla", "Rosa",      "1994", "1234567",
                                        "someone", "812345678", "sunny",   "Lithuania", "M.K"};
    for (const auto& [rule, lang, text] : positives()) {
        for (const auto& finding : lint_paragraph(text, lang, flag_all()).reported) {
            INFO(format(finding));
            for (const auto& secret : secrets) CHECK(format(finding).find(secret) == std::string::npos);
        }
    }
}

TEST_CASE("ordinary facts pass", "[corpus][lint]") {
    for (const auto& [lang, text] : negatives()) {
        INFO(lang << ": " << text);
        const auto findings = lint_paragraph(text, lang, flag_all());
        for (const auto& finding : findings.reported) UNSCOPED_INFO(format(finding));
        CHECK(findings.reported.empty());
    }
}

TEST_CASE("the column is that of the name, behind entities, comments and broken lines", "[corpus][lint]") {
    const std::string xml =
        "<case xmlns=\"urn:palermo:case-record:1\" version=\"1.1\" id=\"a\" xml:lang=\"en\">\n<title>T</title><texts><text "
        "kind=\"commentary\" xml:lang=\"en\">\n  <p id=\"x\">  Caf&#233; &amp; more <!-- no -->\n     of   the victim\n  Maria, they "
        "said.</p>\n</text></texts></case>";
    const SourceText source("x.xml", xml);
    const auto findings = IdentityLint().check(*read_record(source), source);
    REQUIRE(findings.reported.size() == 1);
    CHECK(findings.reported.front().place == Place{.file = "x.xml", .line = 5, .column = 3});
}

TEST_CASE("what has no trigger never warns: digits, capitals and marks in any order", "[corpus][lint]") {
    // The words of all rules are small sets; these are none of them, and no two make one.
    const std::vector<std::string> harmless{"Kovacs", "farm",    "1999", "12",    "EUR",  "(b)", "Exampletown", "was",   "sold",
                                            ",",      "quickly", "and",  "Судом", "工厂", "بيت", "A",           "40,000"};
    unsigned state = 7;
    for (int round = 0; round < 40; ++round) {
        std::string text;
        for (int i = 0; i < 25; ++i) {
            state = state * 1664525U + 1013904223U;
            text += harmless[(state >> 8U) % harmless.size()] + ' ';
        }
        INFO(text);
        for (const std::string lang : {"en", "fr", "es", "ru", "zh", "ar", "xx"})
            CHECK(lint_paragraph(text, lang, flag_all()).reported.empty());
    }
}

TEST_CASE("a record full of findings is told the first and the number of the rest, as grave as the gravest", "[corpus][lint]") {
    std::string many = "<p id=\"history-1\">x</p>";
    for (int i = 0; i < 150; ++i) many += "<p id=\"m" + std::to_string(i) + "\">Write to x@example.org.</p>\n";
    const auto findings = lint_complete("</text>\n    <text kind=\"commentary\"", many + "</text>\n    <text kind=\"commentary\"").reported;
    REQUIRE(findings.size() > max_identity_findings);
    CHECK(findings[max_identity_findings].message == "There are 50 more findings of the identity lint.");
    CHECK(findings[max_identity_findings].severity == Severity::warning);
}

TEST_CASE("every text of a record is looked at", "[corpus][lint]") {
    for (const std::string place : {"<outcome code=\"convicted\">", "<description xml:lang=\"en\">", "<details>", "<wording>", "<note>",
                                    "effect=\"upheld\">", "<source href=\"https://example.org/case\" xml:lang=\"en\">"}) {
        INFO(place);
        CHECK(rules_in(lint_complete(place, place + "The victim Maria Exempla. ").reported) == std::set<std::string>{"victim-name"});
    }
    CHECK(rules_in(lint_complete("https://example.org/case\"", "https://www.instagram.com/sunny\"").reported) ==
          std::set<std::string>{"social-media-account"});
}

}  // namespace palermo::test
