// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_metadata.hpp"

#include "corpus/partial_date.hpp"
#include "indexer/convert/akn_language.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool is_address(const std::string& text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// "https://court.example/id/xyz/crim/2021/7" is "xyz-crim-2021-7"; "[2021] XYZ Crim 7" is "2021-xyz-crim-7".
std::string id_from(std::string_view name) {
    if (const auto scheme = name.find("://"); scheme != std::string_view::npos) {
        name.remove_prefix(scheme + 3);
        name.remove_prefix(std::min(name.find('/'), name.size()));
    }
    for (const std::string_view beginning : {"/id/", "/akn/"})
        if (name.starts_with(beginning)) name.remove_prefix(beginning.size());
    std::string id;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && std::isalnum(byte) != 0)
            id += static_cast<char>(std::tolower(byte));
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    if (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

/// Akoma Ntoso writes the letters of ISO 3166-1 small as well; a word that is no such code stays as it is, for the checks to name.
std::string country_from(std::string code) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (code.size() != 2 || !std::ranges::all_of(code, is_small)) return code;
    for (auto& c : code) c = static_cast<char>(c - 'a' + 'A');
    return code;
}

/// The day of "2021-03-19T10:00:00" or "2021-03-19Z"; all that says something else stays whole, for the checks to name.
std::string day_of(const std::string& date) {
    constexpr std::size_t day = 10;
    static const std::regex time_or_zone(R"((T\d\d:\d\d(:\d\d(\.\d{1,9})?)?)?(Z|[+-]\d\d:\d\d)?)");
    if (date.size() <= day || !PartialDate::parse(std::string_view(date).substr(0, day))) return date;
    return std::regex_match(date.substr(day), time_or_zone) ? date.substr(0, day) : date;
}

class Metadata {
public:
    Metadata(AknDocument& document, Draft& draft)
        : document_(document),
          draft_(draft),
          meta_(akn_child(document.judgment(), "meta")),
          header_(akn_child(document.judgment(), "header")) {}

    void read() {
        const auto identification = akn_child(meta_, "identification");
        const auto work = akn_child(identification, "FRBRWork");
        const auto expression = akn_child(identification, "FRBRExpression");
        const auto manifestation = akn_child(identification, "FRBRManifestation");
        proceeding_.court = {};
        read_identity(work, expression);
        read_numbers(work);
        read_dates(work, expression, manifestation);
        read_court(work);
        read_defendants();
        read_links(work, expression, manifestation);
        read_proprietary();
        read_authors(expression, manifestation);
        read_labels();
        if (!proceeding_.empty()) draft_.proceedings = {std::move(proceeding_)};
    }

private:
    Said read_child(const xml_node& parent, std::string_view name, const char* attribute = "value") {
        const auto child = akn_child(parent, name);
        return child ? document_.read(child, attribute) : Said{};
    }

    void read_identity(const xml_node& work, const xml_node& expression) {
        draft_.title = read_child(work, "FRBRname");
        if (auto other = read_child(expression, "FRBRname"); draft_.title.empty()) draft_.title = std::move(other);
        draft_.id = read_child(work, "FRBRuri");
        draft_.id.words = id_from(draft_.id.words);
        draft_.country = read_child(work, "FRBRcountry");
        // ISO 3166-2 names a part of the country behind a hyphen.
        draft_.country.words.resize(std::min(draft_.country.words.find('-'), draft_.country.words.size()));
        draft_.country.words = country_from(std::move(draft_.country.words));
        draft_.lang = read_child(expression, "FRBRlanguage", "language");
        if (draft_.lang.empty()) draft_.lang = {.words = xml::language_of(document_.judgment()), .place = {}};
        draft_.lang.words = language_from(draft_.lang.words);
    }

    void add_identifier(const std::string& scheme, Said value) {
        if (value.empty()) return;
        const auto is_same = [&](const auto& known) { return known.scheme == scheme && known.value.words == value.words; };
        if (std::ranges::none_of(draft_.identifiers, is_same)) draft_.identifiers.push_back({.scheme = scheme, .value = std::move(value)});
    }

    Said said(const xml_node& node) const { return {.words = xml::text_of(node), .place = document_.place_of(node)}; }

    /// Elements of the publisher's own namespace: uk:cite, uk:court.
    std::vector<xml_node> own(std::string_view name) const {
        std::vector<xml_node> found;
        for (const auto& block : akn_children(meta_, "proprietary")) {
            for (const auto& node : block.children())
                if (xml::local_name(node.name()) == name) found.push_back(node);
        }
        return found;
    }

    void read_numbers(const xml_node& work) {
        for (const auto& cite : own("cite")) add_identifier("neutral-citation", said(cite));
        for (const auto& cite : akn_below(header_, "neutralCitation")) add_identifier("neutral-citation", said(cite));
        const auto dockets = akn_below(header_, "docketNumber");
        if (dockets.size() == 1) proceeding_.case_reference = said(dockets.front());
        if (dockets.size() > 1)
            for (const auto& docket : dockets) add_identifier("docket", said(docket));
        const auto number = read_child(work, "FRBRnumber");
        const auto is_in_citation = [&](const auto& known) { return known.value.words.ends_with(' ' + number.words); };
        if (std::ranges::none_of(draft_.identifiers, is_in_citation)) add_identifier("other", number);
        if (draft_.id.empty() && !draft_.identifiers.empty() && draft_.identifiers.front().scheme == "neutral-citation")
            draft_.id = {.words = id_from(draft_.identifiers.front().value.words), .place = draft_.identifiers.front().value.place};
    }

    void add_note(const std::string& what, const Said& value) {
        if (!value.empty()) draft_.notes.push_back({.words = what + ": " + value.words, .place = value.place});
    }

    void read_date(const xml_node& date, bool may_decide) {
        const auto name = document_.read(date, "name").words;
        auto value = document_.read(date, "date");
        if (may_decide && proceeding_.decided.empty() && (name == "judgment" || name == "decision")) {
            value.words = day_of(value.words);
            proceeding_.decided = std::move(value);
        } else if (day_of(value.words) != proceeding_.decided.words) {
            add_note("Date of the source (" + (name.empty() ? "no name" : name) + ')', value);
        }
    }

    void read_dates(const xml_node& work, const xml_node& expression, const xml_node& manifestation) {
        for (const auto& date : akn_children(work, "FRBRdate")) read_date(date, true);
        for (const auto& date : akn_children(expression, "FRBRdate")) read_date(date, true);
        for (const auto& date : akn_below(header_, "docDate")) {
            if (proceeding_.decided.empty()) {
                proceeding_.decided = document_.read(date, "date");
                proceeding_.decided.words = day_of(proceeding_.decided.words);
            }
            if (day_of(AknDocument::look(date, "date")) == proceeding_.decided.words) document_.count_as_read(date, "date");
        }
        for (const auto& date : akn_children(manifestation, "FRBRdate")) read_date(date, false);
        for (const auto& event : akn_below(akn_child(meta_, "lifecycle"), "eventRef"))
            if (day_of(AknDocument::look(event, "date")) == proceeding_.decided.words) document_.count_as_read(event, "date");
    }

    /// The entry of the references that "#ewca" points to.
    xml_node entry(const std::string& pointer) const {
        if (!pointer.starts_with('#')) return {};
        for (const auto& references : akn_children(meta_, "references")) {
            for (const auto& node : references.children())
                if (AknDocument::look(node, "eId") == pointer.substr(1)) return node;
        }
        return {};
    }

    Said label(const xml_node& parent, std::string_view name) {
        const auto target = entry(AknDocument::look(akn_child(parent, name), "href"));
        return target ? document_.read(target, "showAs") : Said{};
    }

    void read_court(const xml_node& work) {
        proceeding_.court = label(work, "FRBRauthor");
        const auto types = akn_below(header_, "courtType");
        if (proceeding_.court.empty() && !types.empty()) proceeding_.court = said(types.front());
        if (const auto codes = own("court"); proceeding_.court.empty() && !codes.empty()) proceeding_.court = said(codes.front());
    }

    void read_defendants() {
        for (const auto& party : akn_below(header_, "party")) {
            const auto pointer = AknDocument::look(party, "as");
            const auto role = lower(AknDocument::look(entry(pointer), "showAs"));
            if (lower(pointer) != "#defendant" && role != "defendant") continue;
            auto name = said(party);
            const auto is_same = [&](const auto& known) { return known.name.words == name.words; };
            if (name.empty() || std::ranges::any_of(draft_.defendants, is_same)) continue;
            draft_.defendants.emplace_back().name = std::move(name);
        }
    }

    void add_source(Said address) {
        const auto is_same = [&](const auto& known) { return known.words.words == address.words; };
        if (address.empty() || std::ranges::any_of(draft_.sources, is_same)) return;
        auto href = is_address(address.words) ? address.words : std::string();
        draft_.sources.push_back({.words = std::move(address), .href = std::move(href), .media_type = {}});
    }

    void read_links(const xml_node& work, const xml_node& expression, const xml_node& manifestation) {
        for (const auto& level : {work, expression})
            for (const auto* name : {"FRBRuri", "FRBRthis"}) add_source(read_child(level, name));
        auto format = read_child(manifestation, "FRBRformat").words;
        std::set<std::string> known;
        for (const auto* name : {"FRBRuri", "FRBRthis"}) {
            auto address = read_child(manifestation, name);
            if (!is_address(address.words))
                add_source(std::move(address));
            else if (known.insert(address.words).second)
                draft_.attachments.push_back({.words = address, .href = address.words, .media_type = format});
        }
        read_references();
    }

    /// What the text points to outside of itself: "2021 c. 30 <https://...>" under "cites legislation".
    void read_references() {
        std::set<std::string> known;
        auto pointing = akn_below(document_.judgment(), "ref");
        const auto links = akn_below(document_.judgment(), "a");
        pointing.insert(pointing.end(), links.begin(), links.end());
        for (const auto& node : pointing) {
            if (AknDocument::look(node, "href").starts_with('#') || AknDocument::look(node, "href").empty()) continue;
            const auto address = document_.read(node, "href");
            std::string kind;
            std::string canonical;
            for (const auto& attribute : node.attributes()) {
                const auto name = xml::local_name(attribute.name());
                if (name == "type") kind = document_.read(node, attribute.name()).words;
                if (name == "canonical") canonical = document_.read(node, attribute.name()).words;
            }
            auto value = canonical.empty() ? address.words : canonical + " <" + address.words + '>';
            if (!known.insert(kind + value).second) continue;
            draft_.keywords.push_back(
                {.category = kind.empty() ? "cites" : "cites " + kind, .value = {.words = std::move(value), .place = address.place}});
        }
    }

    /// One note with all that the publisher's own block says, so that nothing of it needs a meaning here.
    void read_proprietary() {
        for (const auto& block : akn_children(meta_, "proprietary")) {
            std::string all;
            for (const auto& node : block.children()) {
                const auto words = read_all(node);
                if (!words.empty()) all += (all.empty() ? "" : "; ") + std::string(xml::local_name(node.name())) + ' ' + words;
            }
            add_note("Metadata of the publisher", {.words = all, .place = document_.place_of(block)});
        }
    }

    std::string read_all(const xml_node& node) {
        std::string words;
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) words = document_.read_text(node);
        for (const auto& child : node.children()) words += ' ' + read_all(child);
        return folded(words);
    }

    void read_authors(const xml_node& expression, const xml_node& manifestation) {
        for (const auto& level : {expression, manifestation}) {
            const auto author = label(level, "FRBRauthor");
            if (author.words != proceeding_.court.words && !is_noted(author.words)) add_note("Published by", author);
        }
    }

    bool is_noted(const std::string& words) const {
        return std::ranges::any_of(draft_.notes, [&](const auto& note) { return note.words.ends_with(": " + words); });
    }

    /// The labels of people, roles and events: most say again what stands in the header, the title or the dates.
    void read_labels() {
        auto said_already = lower(xml::text_of(header_) + ' ' + draft_.title.words + " judgment decision");
        for (const auto& note : draft_.notes) said_already += ' ' + lower(note.words);
        for (const auto& references : akn_children(meta_, "references")) {
            for (const auto& node : references.children()) {
                for (const auto* name : {"showAs", "shortForm"}) {
                    const auto words = lower(AknDocument::look(node, name));
                    if (!words.empty() && said_already.find(words) != std::string::npos) document_.count_as_read(node, name);
                }
            }
        }
    }

    AknDocument& document_;
    Draft& draft_;
    xml_node meta_;
    xml_node header_;
    DraftProceeding proceeding_;
};

}  // namespace

void read_akn_metadata(AknDocument& document, Draft& draft) { Metadata(document, draft).read(); }

}  // namespace palermo
