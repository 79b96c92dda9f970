// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/document_builder.hpp"

#include "corpus/current_concepts.hpp"
#include "indexer/analysis/han_pairs.hpp"
#include "indexer/analysis/identifier.hpp"
#include "indexer/index/column_values.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/layout.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace palermo {
namespace {

/// One piece of prose of a record.
struct Prose {
    std::string_view field;
    std::string_view lang;
    std::string_view paragraph;  ///< id; empty: not a paragraph that can be shown as a passage
    std::string_view text;
    std::size_t offset = 0;  ///< of a paragraph's element in the source
};

/// All of it in the order in which it is read.
std::vector<Prose> prose_of(const CaseRecord& record) {
    std::vector<Prose> all{{"title", record.title.lang, "", record.title.text}};
    for (const auto& section : record.texts) {
        for (const auto& paragraph : section.paragraphs)
            all.push_back({section.kind, section.lang, paragraph.id, paragraph.text, paragraph.offset});
    }
    for (const auto& proceeding : record.proceedings) {
        for (const auto& description : proceeding.description) all.push_back({"proceeding", description.lang, "", description.text});
        if (proceeding.outcome) all.push_back({"outcome", record.lang, "", proceeding.outcome->wording});
    }
    for (const auto& charge : record.charges) {
        all.push_back({"charge", record.lang, "", charge.details});
        all.push_back({"charge", record.lang, "", charge.legislation});
    }
    for (const auto& event : record.later_history) all.push_back({"later-history", record.lang, "", event.text});
    return all;
}

/// The words of all text fields: their terms for the document, and for the forward index in which order they stand. See layout.hpp.
class Words {
public:
    Words(Xapian::Document& document, WordList& list, Analyzer& analyzer) : document_(document), list_(list), analyzer_(analyzer) {}

    /// One text. Gives how many words it has.
    std::uint32_t add(const layout::TextField& field, std::string_view text, std::string_view lang, unsigned weight = 1,
                      std::uint32_t first_position = 1) {
        const bool is_body = field.prefix == layout::body.prefix;
        const auto number = layout::number_of(field);
        const auto begin = static_cast<std::uint32_t>(words_.words.size());
        places_.clear();
        analyzer_.for_each_token(text, lang, first_position, [&](const WordForms& forms, const TokenPlace& place) {
            const auto word = list_.add(forms.word, forms.stem);
            words_.words.push_back(word);
            weights_[number].emplace_back(word, weight);
            places_.push_back(place);
            if (is_body) add_accents(forms);
        });
        const auto size = static_cast<std::uint32_t>(places_.size());
        if (size == 0) return 0;
        words_.runs.push_back({.field = number, .size = size});
        if (is_body) {
            for (const auto start : analyzer_.sentence_starts(text, places_)) words_.sentences.push_back(begin + start - first_position);
        }
        return size;
    }

    /// Each word once: Xapian looks a term up for every time it is told of it.
    DocumentWords take() {
        for (std::size_t field = 0; field < weights_.size(); ++field) add_terms(field, weights_[field]);
        return std::move(words_);
    }

private:
    using Weights = std::vector<std::pair<std::uint32_t, unsigned>>;

    void add_accents(const WordForms& forms) {
        if (!forms.exact.empty())
            document_.add_boolean_term(layout::make_term(layout::accented_prefix, forms.word + layout::accent_separator + forms.exact));
    }

    void add_terms(std::size_t field, Weights& weights) {
        std::ranges::sort(weights);
        for (auto first = weights.begin(); first != weights.end();) {
            const auto word = first->first;
            unsigned weight = 0;
            WordCounts counts;
            for (; first != weights.end() && first->first == word; ++first) {
                weight += first->second;
                ++counts.count;
            }
            counts.documents[field] = 1;
            list_.count(word, counts);
            const auto& entry = list_.at(word);
            document_.add_term(layout::stem_term(layout::text_fields[field], entry.stem.empty() ? entry.word : entry.stem), weight);
        }
    }

    Xapian::Document& document_;
    WordList& list_;
    Analyzer& analyzer_;
    DocumentWords words_;
    std::array<Weights, layout::text_fields.size()> weights_;
    std::vector<TokenPlace> places_;  ///< of the text that is being added
};

/// The body: all prose, one text behind the other.
class Body {
public:
    Body(Xapian::Document& document, Words& words) : document_(document), words_(words) {}

    /// Gives the position of the first word.
    std::uint32_t add(const Prose& prose, unsigned weight) {
        const auto first = position_;
        const auto size = words_.add(layout::body, prose.text, prose.lang, weight, first);
        if (size == 0) return first;
        for (const auto& pair : han_pairs(prose.text)) document_.add_term(layout::make_term(layout::han_pair_prefix, pair));
        position_ += size + layout::paragraph_gap;
        return first;
    }

private:
    Xapian::Document& document_;
    Words& words_;
    std::uint32_t position_ = 1;
};

/// Several short texts in one field, no phrase spanning two of them.
void add_names(Words& words, const layout::TextField& field, const std::vector<LocalText>& names) {
    for (const auto& name : names) words.add(field, name.text, name.lang);
}

void add_boolean(Xapian::Document& document, const layout::BooleanField& field, std::string_view value) {
    document.add_boolean_term(layout::make_term(field.prefix, value));
}

void add_facets(Xapian::Document& document, const PerColumn<std::vector<std::string>>& columns) {
    for (const auto facet : all_facets) {
        const auto& values = columns[column_of(facet)];
        for (const auto& value : values) add_boolean(document, layout::boolean_field(facet), value);
        if (values.empty()) add_boolean(document, layout::boolean_field(facet), not_recorded);
    }
}

void add_dates(Xapian::Document& document, const CaseRecord& record) {
    const auto* proceeding = latest_with_date(record);
    if (proceeding == nullptr) return;
    document.add_value(layout::decided_earliest.slot, proceeding->decided->earliest());
    document.add_value(layout::decided_latest.slot, proceeding->decided->latest());
}

/// What the case is known by: identifiers of every scheme, and the numbers of the courts' files.
void add_identifiers(Xapian::Document& document, const CaseRecord& record) {
    const auto add = [&document](const std::string& value, bool is_docket) {
        const auto folded = fold_identifier(value);
        if (folded.empty()) return;
        add_boolean(document, layout::identifier, folded);
        if (is_docket) add_boolean(document, layout::docket, folded);
    };
    for (const auto& identifier : record.identifiers)
        add(identifier.value, identifier.scheme == "docket" || identifier.scheme == "application");
    for (const auto& proceeding : record.proceedings) add(proceeding.case_reference, true);
}

/// The collection's languages: the tag as written and, for a filter, its language alone.
void add_languages(Xapian::Document& document, std::span<const Prose> all) {
    std::set<std::string_view> languages;
    for (const auto& prose : all) {
        if (prose.lang.empty() || prose.text.empty()) continue;
        languages.insert(prose.lang);
        languages.insert(prose.lang.substr(0, prose.lang.find('-')));
    }
    for (const auto& language : languages) add_boolean(document, layout::text_language, language);
}

void add_longest_sentence(Xapian::Document& document, const CaseRecord& record) {
    if (const auto longest = longest_sentence(record)) document.add_value(layout::longest_sentence.slot, layout::sentence_value(*longest));
}

std::vector<LocalText> courts_of(const CaseRecord& record) {
    std::vector<LocalText> courts;
    for (const auto& proceeding : record.proceedings) courts.push_back({record.lang, proceeding.court});
    return courts;
}

std::vector<LocalText> parties_of(const CaseRecord& record) {
    std::vector<LocalText> parties{record.title};
    for (const auto& person : record.persons) parties.push_back({record.lang, person.name});
    return parties;
}

/// Paragraphs that an evidential issue is tagged with.
std::set<std::string_view> tagged_paragraphs(const CaseRecord& record) {
    std::set<std::string_view> tagged;
    for (const auto& issue : record.evidential_issues) tagged.insert(issue.paragraphs.begin(), issue.paragraphs.end());
    return tagged;
}

std::string first_or_empty(const std::vector<std::string>& values) { return values.empty() ? std::string() : values.front(); }

DocumentData describe(const CaseRecord& record, TextLocation source_xml, std::string source_checksum) {
    const auto* court = latest_with_court(record);
    const auto* dated = latest_with_date(record);
    DocumentData data{.id = record.id,
                      .title = record.title.text,
                      .title_lang = record.title.lang,
                      .identifiers = {},
                      .jurisdiction = record.jurisdiction.code(),
                      .court = court != nullptr ? court->court : "",
                      .court_level = first_or_empty(facet_values(record, Facet::court_level)),
                      .decided = dated != nullptr ? dated->decided->to_string() : "",
                      .outcome = first_or_empty(facet_values(record, Facet::outcome)),
                      .legal_concepts = facet_values(record, Facet::legal_concept),
                      .evidential_issues = {},
                      .paragraphs = {},
                      .source_xml = source_xml,
                      .source_checksum = std::move(source_checksum)};
    for (const auto& identifier : record.identifiers) data.identifiers.push_back({identifier.scheme, identifier.value});
    for (const auto& tag : record.evidential_issues) data.evidential_issues.push_back({tag.concept_id, tag.role, tag.paragraphs});
    return data;
}

/// Where a paragraph's text is kept: inside the XML, when it stands there letter for letter, or else by itself.
TextLocation keep_paragraph(const Prose& prose, const SourceText& source, const TextLocation& xml, TextStoreWriter& texts) {
    const auto& text = source.text();
    const auto begin = text.find('>', prose.offset) + 1;
    const bool is_verbatim =
        begin != 0 && source.original().size() == text.size() && text.compare(begin, prose.text.size(), prose.text) == 0;
    if (!is_verbatim) return texts.add(prose.text);
    return {
        .block = xml.block, .begin = xml.begin + static_cast<std::uint32_t>(begin), .size = static_cast<std::uint32_t>(prose.text.size())};
}

}  // namespace

BuiltDocument build_document(const RecordToBuild& given, const Vocabularies& vocabularies, Analyzer& analyzer, TextStoreWriter& texts,
                             WordList& word_list) {
    // A concept that was replaced since is indexed as the one that stands for it.
    const CurrentRecord current(given.record, vocabularies);
    const auto& record = *current;
    BuiltDocument built;
    auto& document = built.document;
    // Words: all prose in one field, and by themselves those that are asked for by field.
    auto data = describe(record, texts.add(given.text.original()), given.checksum);
    Words words(document, word_list, analyzer);
    Body prose_body(document, words);
    const auto tagged = tagged_paragraphs(record);
    const auto all_prose = prose_of(record);
    for (const auto& prose : all_prose) {
        const auto first = prose_body.add(prose, tagged.contains(prose.paragraph) ? layout::tagged_paragraph_weight : 1);
        if (!prose.paragraph.empty())
            data.paragraphs.push_back({std::string(prose.field), std::string(prose.lang), std::string(prose.paragraph), first,
                                       keep_paragraph(prose, given.text, data.source_xml, texts)});
    }
    add_names(words, layout::title, {record.title});
    add_names(words, layout::court, courts_of(record));
    add_names(words, layout::party, parties_of(record));
    built.words = words.take();
    // Filters: who it is, and what it is catalogued under.
    add_boolean(document, layout::id, record.id);
    add_languages(document, all_prose);
    add_identifiers(document, record);
    add_facets(document, given.columns);
    // Values: what results are sorted and cut by.
    add_dates(document, record);
    add_longest_sentence(document, record);
    // Data: what a hit shows.
    built.data = std::move(data);
    return built;
}

}  // namespace palermo
