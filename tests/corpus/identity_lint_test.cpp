// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_lint.hpp"

#include "corpus/record_reader.hpp"
#include "tests/corpus/identity_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <ctime>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
        {"victim-name", "en", "Maria, a victim aged 17, was taken to Exampletown."},
        {"victim-name", "en", "Maria, a victim of her uncle, fled."},
        {"victim-name", "en", "Oksana, a 17-year-old Ukrainian girl, was sold."},
        {"victim-name", "en", "Maria Exempla, one of the girls, fled."},
        {"victim-name", "en", "Maria, the first complainant, gave evidence."},
        {"victim-name", "en", "Ms. Maria Exempla, a woman from Exampletown, fled."},
        {"victim-name", "en", "Maria Exempla was a victim of forced labour."},
        {"victim-name", "en", "The victim was Maria Exempla."},
        {"victim-name", "en", "The complainant is called Maria."},
        {"victim-name", "en", "A woman known as Maria was sold."},
        {"victim-name", "en", "The victim, identified as Maria Exempla, fled."},
        {"victim-name", "en", "The victim (Maria E.) was heard."},
        {"victim-name", "en", "The victims, Ana Exempla and Rosa Exempla, fled."},
        {"victim-name", "en", "The girls, Ana and Rosa, fled."},
        {"victim-name", "en", "The girl – Maria – fled."},
        {"victim-name", "en", "The victim “Maria” fled."},
        {"victim-name", "en", "Victim: Maria Exempla, seventeen."},
        {"victim-name", "en", "Victim 1 (Maria Exempla) was sold."},
        {"victim-name", "en", "The complainant, N. Exempla, gave evidence."},
        {"victim-name", "en", "The complainant (hereinafter \"Maria\") gave evidence."},
        {"victim-name", "en", "The minor, Maria Exempla (fifteen), was sold."},
        {"victim-name", "en", "The maid, Maria, was beaten."},
        {"victim-name", "en", "The 17-year-old Maria was sold."},
        {"victim-name", "en", "Maria was 15."},
        {"victim-name", "en", "When Maria was 15, she left."},
        {"victim-name", "en", "They met when Maria was only just 15, and she left."},
        {"victim-name", "en", "Maria Exempla was 16 years old at that time."},
        {"victim-name", "en", "Maria, then aged 15, was sold."},
        {"victim-name", "en", "He brought Maria, 15 years old, to Exampletown."},
        {"victim-name", "en", "The victim, 王小例, fled."},
        {"victim-name", "en", "He was put in a police cell. Maria, a victim aged 17, was taken to Exampletown."},
        {"victim-name", "en", "She sent it by fax. Maria Exempla was a victim of forced labour."},
        {"victim-name", "en", "He answered no. Maria, a victim aged 17, was taken to Exampletown."},
        {"victim-name", "fr", "Fatou, une victime âgée de 17 ans, a été entendue."},
        {"victim-name", "fr", "Fatou avait 15 ans."},
        {"victim-name", "fr", "Il a vendu Fatou, âgée de 15 ans, à un autre."},
        {"victim-name", "es", "Cuando Rosa tenía 15 años, fue captada."},
        {"victim-name", "es", "Rosa, de 15 años, declaró."},
        {"victim-name", "it", "Maria aveva 15 anni."},
        {"victim-name", "en", "Maria was fifteen."},
        {"victim-name", "en", "Maria, then only fifteen years old, was sold."},
        {"victim-name", "en", "The seventeen-year-old Maria was sold."},
        {"victim-name", "en", "At 15, Maria left her village."},
        {"victim-name", "en", "At the age of fifteen, Maria left her village."},
        {"victim-name", "en", "He was arrested. Aged 15, Maria Exempla left her village."},
        {"victim-name", "fr", "Fatou avait à peine dix-sept ans."},
        {"victim-name", "fr", "À l'âge de quinze ans, Fatou est partie."},
        {"victim-name", "es", "Rosa tenía quince años."},
        {"victim-name", "es", "A los 15 años, Rosa fue captada."},
        {"victim-name", "it", "Maria aveva quindici anni."},
        {"victim-name", "ru", "Анне было 15 лет."},
        {"victim-name", "ru", "Когда Анне исполнилось пятнадцать лет, её увезли."},
        {"victim-name", "ru", "В 15 лет, Анна уехала."},
        {"victim-name", "fr", "Fatou, l'une des victimes, a été entendue."},
        {"victim-name", "fr", "Les victimes, Fatou et Rose, ont été entendues."},
        {"victim-name", "fr", "La jeune fille connue comme Rosa a été vendue."},
        {"victim-name", "es", "Rosa, una víctima de 17 años, declaró."},
        {"victim-name", "es", "La víctima, la Sra. Ejemplo, declaró."},
        {"victim-name", "ru", "Анна Примерова, потерпевшая по делу, дала показания."},
        {"victim-name", "ru", "Анна, 17-летняя девушка, сбежала."},
        {"victim-name", "ru", "Потерпевшая Примерова А.И. дала показания."},
        {"victim-name", "ar", "المجني عليها فاطمة كانت في البيت"},
        {"victim-name", "it", "La persona offesa Maria Esempio è stata sentita."},
        {"victim-name", "it", "Maria, una vittima di 17 anni, è stata sentita."},
        {"victim-relation", "en", "Ana and her sister Rosa were recruited."},
        {"victim-relation", "en", "She and her sister Rosa were recruited."},
        {"victim-relation", "en", "Rosa, the victim's mother, reported it."},
        {"victim-relation", "en", "Rosa Exempla, mother of the victim, reported it."},
        {"victim-relation", "en", "They met in the cell. Rosa, the victim's mother, reported it."},
        {"victim-relation", "fr", "Fatou et sa sœur Rosa ont été recrutées."},
        {"victim-relation", "es", "Ana y su hermana Rosa fueron captadas."},
        {"victim-relation", "es", "La madre de la víctima, la señora Ejemplo, denunció."},
        {"victim-relation", "ru", "Анна и её сестра Роза были проданы."},
        {"victim-relation", "ru", "Мать потерпевшей, Роза Примерова, заявила об этом."},
        {"birth-date", "en", "She was born on the third of May 1994."},
        {"birth-date", "en", "She was born on the 3rd day of May 1994."},
        {"birth-date", "en", "She was born on third May nineteen ninety-four."},
        {"birth-date", "en", "D.O.B. 03-May-1994"},
        {"birth-date", "en", "Born: 3.V.1994."},
        {"birth-date", "en", "She was born on 12.01.2546 B.E."},
        {"birth-date", "en", "The victim (b. 3 May 1994) fled."},
        {"birth-date", "en", "The victim (3/5/1994) fled."},
        {"birth-date", "en", "She turned 18 on 3 May 2012."},
        {"birth-date", "fr", "Elle est née le trois mai 1994."},
        {"birth-date", "es", "Nació el tres de mayo de 1994."},
        {"birth-date", "es", "Nacida el día 3 de mayo del año 1994."},
        {"birth-date", "ru", "Она родилась третьего мая 1994 года."},
        {"document-number", "en", "Her passport number was one two three four five six."},
        {"document-number", "en", "Her passport no. AB 123456 was kept."},
        {"document-number", "en", "Her passport No. A-123456 was kept."},
        {"document-number", "en", "Her national ID was 12345678901."},
        {"document-number", "en", "Her ID card 3-1234-56789-01-2 was kept."},
        {"document-number", "en", "Her IBAN DE89 3704 0044 0532 0130 00 was used."},
        {"document-number", "en", "Her Aadhaar 1234 5678 9012 was used."},
        {"document-number", "es", "Su cédula de ciudadanía 1.234.567 fue retenida."},
        {"e-mail", "en", "Write to someone (at) example.org about it."},
        {"e-mail", "en", "Write to someone at example dot org about it."},
        {"e-mail", "en", "Write to someone @ example.org about it."},
        {"telephone", "en", "He told her to call 081-234-5678 at night."},
        {"telephone", "en", "Her number was (02) 123 4567 then."},
        {"telephone", "en", "She has tel. 12 34 56 78 there."},
        {"telephone", "en", "Her tel. (+66) 81 234 5678 was traced."},
        {"telephone", "en", "Her Tel. No. 12 34 56 78 was traced."},
        {"telephone", "fr", "Son numéro, le 06.12.34.56.78, a été composé."},
        {"telephone", "ru", "Её тел. 8-912-345-67-89 найден."},
        {"social-media-account", "en", "On Instagram she was sunny_girl to him."},
        {"social-media-account", "en", "Her Telegram ID sunnygirl99 was used."},
        {"social-media-account", "en", "Her Facebook name was Sunny."},
        {"social-media-account", "en", "She wrote under the username sunnygirl to him."},
        {"address", "en", "She lived at No. 12, Example Street."},
        {"address", "en", "She lived at Example Street 12."},
        {"address", "fr", "Elle vivait au 12 bis, rue des Exemples."},
        {"address", "es", "Vivía en la carrera 12 No. 3-45."},
        {"rare-combination", "en", "The victim, a 17-year-old Lithuanian goldsmith from the village of Exampleva, was taken."},
        {"rare-combination", "en", "A Ghanaian woman of 34 was a beekeeper in Exampletown before."},
        {"rare-combination", "es", "La víctima, una partera rumana de 23 años, vivía en Ejemplópolis."},
        {"rare-combination", "ru", "Потерпевшая, 23-летняя акушерка из Румынии, жила в Примерске."},
        {"victim-name", "zh", "王小例（被害人）陈述了经过。"},
        {"victim-name", "zh", "受害人欧阳小例陈述了经过。"},
        {"victim-name", "zh", "被害女子王小例陈述了经过。"},
        {"initials", "zh", "周某（被害人）陈述了经过。"},
        {"birth-date", "zh", "她一九九四年五月三日出生。"},
        {"rare-combination", "zh", "被害人来自越南，23岁，是示例市的助产士。"},
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
        {"en", "The social worker, Ms Smith, met the girl. The social worker Jane Smith met her."},
        {"en", "Jane Smith, a child psychologist, and Tom Smith, a victim support worker, met the girl."},
        {"en", "After leaving Exampletown, a victim aged 17 was found. Fortunately, a girl of fifteen fled."},
        {"en", "In R v Example, the victims, Thai women, had debts. Prosecutors, victims, and judges met."},
        {"en", "The complainant was Sri Lankan. The victim was Mr Doe's niece. The victims were Romanian and Bulgarian."},
        {"en", "The girl was called to the Embassy, and was known to Doe. The woman was identified by Detective Smith as Nigerian."},
        {"en", "Victim: female, seventeen. The victim (Count 1) was sold. The girl – then fifteen – fled."},
        {"en", "Smith and his wife Jane were convicted; the victim was heard. She and her sister Jane were arrested."},
        {"en", "She was 15. The sentence was 15 years. Imprisonment was 15 years. The first of them was 15 when she left."},
        {"en", "Exampletown was 15 km away. The number in Exampletown was 15. Lately, 15 years old, she fled. Doe was 17 when he began."},
        {"en", "She was fifteen. The sentence was twelve years. Imprisonment was six years. There were six, Doe among them."},
        {"en", "At 15, she left. At the age of sixteen, victims are adults there. At 12, Example Street, a girl of ten was found."},
        {"en", "A girl aged fifteen, Romanian by birth, left. He sold a girl aged 15, Exampletown being near. Aged 17, Doe began."},
        {"fr", "Dix-sept ans, Exempleville fut calme. Elle avait dix-sept ans. À 15 heures, Doe est venu."},
        {"ru", "Обвиняемому было 15 лет. Потерпевшей было пятнадцать лет. Девочке исполнилось 15 лет. Ученице было 15 лет."},
        {"fr", "Elle avait 15 ans. Il a 15 ans. La peine était de 15 ans."},
        {"es", "Ella tenía 15 años. La niña, de 15 años, declaró. La pena, de 15 años, es firme."},
        {"en", "A 12-year-old Ford was seized with the migrants. A 16-year-old Romanian was found."},
        {"en", "He turned himself in on 3 May 2012. The first of May 2010 was a holiday."},
        {"en", "Case 05-123-456 and file 0123-456 were joined; parketnummer 09/757634-08."},
        {"en", "Her passport was valid for 2010-11, and the visa was 1,000 dollars."},
        {"en", "In Example Street 40 men stood, and on 3 May 2012, Example Street was closed."},
        {"en", "On Facebook, in 2010, she read the 2nd page. The Facebook page was closed."},
        {"en", "The 23-year-old Thai woman, a guest in Exampletown, was heard by Judge Baker."},
        {"en", "Doe, the victim's uncle, was sentenced. The mother of the victim, a farmer, came."},
        {"fr", "Cependant, une victime de la traite peut consentir. Ainsi, une jeune fille fuit."},
        {"fr", "La travailleuse sociale, Mme Exemple, a vu la jeune fille."},
        {"es", "Asimismo, una víctima de trata puede consentir. La trabajadora social, Ana Ejemplo, vio a la niña."},
        {"ru", "Прокурор, потерпевшая и свидетели были заслушаны."},
        {"zh", "周边地区（被害人）和金额（被害人）。申请人一九九四年五月离开。"},
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

TEST_CASE("a word that is both what is looked for and what may stand before it costs no more in a long text", "[corpus][lint]") {
    // Processor time, since others may use the machine; a walk from each word to the end would take several times as long.
    constexpr double most_seconds = 8;
    for (const auto& [lang, word] : std::vector<std::pair<std::string, std::string>>{{"pt", "son "}, {"de", "Frau "}}) {
        INFO(lang << ": " << word);
        std::string text;
        for (int i = 0; i < 200'000; ++i) text += word;
        const auto begin = std::clock();
        CHECK(lint_paragraph(text, lang, flag_all()).reported.empty());
        CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < most_seconds);
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
