// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/case_writer.hpp"

#include "corpus/facet_label.hpp"

#include <algorithm>
#include <array>

namespace palermo::bench {
namespace {

/// How often a word of one case is one that the case has used before: as many different words as in English of that length.
constexpr double again_in_short = 0.2;
constexpr double again_in_judgment = 0.45;

constexpr std::array<std::string_view, 3> stages{"first-instance", "appeal", "final-appeal"};
constexpr std::array<std::string_view, 3> levels{"first-instance", "appeal", "supreme"};
constexpr std::array<std::string_view, 6> courts{"District Court of ", "Criminal Court of ", "Regional Court of ",
                                                 "High Court of ",     "Crown Court at ",    "Tribunal of "};
constexpr std::array<std::string_view, 3> appeal_courts{"Court of Appeal of ", "Supreme Court of ", "High Court of Appeal of "};
constexpr std::array<std::string_view, 4> roles{"strengthened", "unclear", "weakened", "neutral"};
constexpr std::array<std::string_view, 4> verdicts{"guilty", "guilty", "not-guilty", "partly-guilty"};

std::string attribute(std::string_view name, std::string_view value) {
    std::string made(" ");
    made.append(name).append("=\"").append(value).append("\"");
    return made;
}

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

CaseWriter::CaseWriter(const CaseWorld& world, CaseKind kind, std::uint64_t seed)
    : world_(world),
      is_judgment_(kind == CaseKind::judgment),
      random_(seed),
      english_(world.lexicon, seed_of(seed, 1), is_judgment_ ? again_in_judgment : again_in_short),
      defendant_(english_.name()) {}

std::string CaseWriter::write(const std::string& id) {
    identity(id);
    classification();
    proceedings();
    if (random_.chance(0.6)) persons();
    if (random_.chance(0.2)) charges();
    texts();
    tags();
    provenance();
    xml_ += "</case>\n";
    return std::move(xml_);
}

void CaseWriter::line(std::string_view indent, std::string_view element, std::string_view attributes, std::string_view content) {
    xml_.append(indent).append("<").append(element).append(attributes);
    if (content.empty())
        xml_ += "/>\n";
    else
        xml_.append(">").append(content).append("</").append(element).append(">\n");
}

std::string CaseWriter::country() {
    for (;;) {
        const auto& code = world_.jurisdictions.pick(random_);
        if (is_country(code)) return code;
    }
}

void CaseWriter::identity(const std::string& id) {
    xml_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<case xmlns=\"urn:palermo:case-record:1\" version=\"1.0\"" + attribute("id", id) +
            " xml:lang=\"en\">\n";
    jurisdiction_ = world_.jurisdictions.pick(random_);
    is_country_ = is_country(jurisdiction_);
    const auto back = random_.share();
    year_ = 2024 - static_cast<std::size_t>(back * back * 30);
    line("  ", "title", {}, (is_country_ ? "R v " : "") + defendant_ + (is_country_ ? "" : " v. " + world_.towns.pick(random_)));
    const auto number = std::to_string(random_.between(1, 4'000));
    xml_ += "  <identifiers>\n";
    line("    ", "identifier", attribute("scheme", "docket"), std::to_string(random_.between(1, 99'999)) + "/" + std::to_string(year_));
    if (random_.chance(0.4))
        line("    ", "identifier", attribute("scheme", "neutral-citation"), "[" + std::to_string(year_) + "] EWCA Crim " + number);
    xml_ += "  </identifiers>\n";
}

void CaseWriter::classification() {
    line("  ", "jurisdiction", attribute(is_country_ ? "country" : "body", jurisdiction_), {});
    xml_ += "  <crime-types>\n";
    for (const auto& type : world_.crime_types.pick_distinct(random_, random_.chance(0.75) ? 1 : 2))
        line("    ", "crime-type", attribute("source", "cataloguer"), type);
    xml_ += "  </crime-types>\n";
    if (!random_.chance(0.4)) return;
    xml_ += "  <countries>\n";
    line("    ", "origin", attribute("country", country()), {});
    line("    ", "destination", attribute("country", is_country_ ? jurisdiction_ : country()), {});
    xml_ += "  </countries>\n";
}

void CaseWriter::proceedings() {
    const auto last = random_.chance(0.7) ? 0U : random_.chance(0.8) ? 1U : 2U;
    xml_ += "  <proceedings>\n";
    for (std::size_t instance = 0; instance <= last; ++instance) proceeding(instance, instance < last || random_.chance(0.85));
    xml_ += "  </proceedings>\n";
}

void CaseWriter::proceeding(std::size_t instance, bool states_outcome) {
    const auto kind = is_country_ ? stages[instance] : "international";
    const auto level = is_country_ ? levels[instance] : "international";
    const auto& named = instance == 0 ? std::string(random_.one_of(courts)) : std::string(random_.one_of(appeal_courts));
    auto decided = std::to_string(year_ + instance);
    if (random_.chance(0.6)) decided += "-" + two_digits(random_.between(1, 12)) + "-" + two_digits(random_.between(1, 28));
    xml_ += "    <proceeding" + attribute("stage", kind) + ">\n";
    line("      ", "court", attribute("level", level), named + world_.towns.pick(random_));
    line("      ", "decided", {}, decided);
    if (states_outcome) line("      ", "outcome", attribute("code", world_.outcomes.pick(random_)), english_.phrase(4));
    xml_ += "    </proceeding>\n";
}

void CaseWriter::persons() {
    xml_ += "  <persons>\n";
    auto name = defendant_;
    for (auto left = random_.chance(0.7) ? 1 : 2; left > 0; --left) {
        xml_ += "    <defendant kind=\"natural\"" + attribute("gender", random_.chance(0.7) ? "male" : "female") + ">";
        line({}, "name", {}, capitalized(english_.phrase(1)) + " " + name);
        xml_ += "    </defendant>\n";
        name = english_.name();
    }
    xml_ += "    <victim kind=\"group\"" + attribute("gender", random_.chance(0.8) ? "female" : "mixed") + "/>\n  </persons>\n";
}

void CaseWriter::charges() {
    xml_ += "  <charges>\n    <charge>\n";
    line("      ", "legislation", {}, "Criminal Code, section " + std::to_string(random_.between(100, 400)));
    line("      ", "verdict", {}, random_.one_of(verdicts));
    xml_ += "      <sentence><imprisonment" + attribute("months", std::to_string(random_.between(6, 240))) +
            "/></sentence>\n    </charge>\n  </charges>\n";
}

void CaseWriter::texts() {
    // Most are near the middle and a few twice as long.
    const auto size = [&](std::size_t middle) { return middle / 3 + random_.below(middle) + random_.below(middle / 3); };
    xml_ += "  <texts>\n";
    if (is_judgment_) {
        text("fact-summary", "facts-", size(9'500));
        text("procedural-history", "history-", size(5'000));
        text("legal-reasoning", "reasons-", size(22'000));
    } else {
        text("fact-summary", "facts-", size(480));
        if (random_.chance(0.3)) text("commentary", "comment-", size(400));
    }
    xml_ += "  </texts>\n";
}

void CaseWriter::text(std::string_view kind, std::string_view paragraph_id, std::size_t bytes) {
    xml_ += "    <text" + attribute("kind", kind) + " xml:lang=\"en\">\n";
    const auto end = xml_.size() + bytes;
    for (std::size_t number = 1; number == 1 || xml_.size() < end; ++number) {
        paragraphs_.push_back(std::string(paragraph_id) + std::to_string(number));
        line("      ", "p", attribute("id", paragraphs_.back()), english_.next(is_judgment_ ? random_.between(100, 700) : 250, 0));
    }
    xml_ += "    </text>\n";
}

void CaseWriter::tags() {
    xml_ += "  <tags>\n";
    for (const auto& one : world_.concepts.pick_distinct(random_, random_.between(1, is_judgment_ ? 20 : 3)))
        line("    ", "legal-concept", attribute("ref", one) + attribute("source", "cataloguer"), {});
    for (const auto& issue : world_.issues.pick_distinct(random_, random_.below(is_judgment_ ? 8 : 3)))
        line("    ", "evidential-issue",
             attribute("ref", issue) + attribute("source", "cataloguer") + attribute("role", random_.one_of(roles)) +
                 attribute("paragraphs", random_.one_of(paragraphs_)),
             {});
    xml_ += "  </tags>\n";
}

void CaseWriter::provenance() { xml_ += "  <provenance catalogued=\"2026-11-23\" by=\"Palermo's benchmark, invented\"/>\n"; }

}  // namespace palermo::bench
