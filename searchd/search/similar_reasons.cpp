// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/similar_reasons.hpp"

#include "corpus/facet_label.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace palermo {
namespace {

/// Reads single words of a case by their positions; the texts they stand in are analysed once.
class WordReader {
public:
    WordReader(std::uint32_t docid, const DocumentData& data, const WorkerView& view, Analyzer& analyzer)
        : docid_(docid), data_(data), view_(view), analyzer_(analyzer) {
        add(1, data.title, data.title_lang);
    }

    /// The word at the first of the positions that lies in a text that is kept; nothing when none does.
    Result<std::optional<std::string>> first_of(const std::vector<PositionSpan>& spans) {
        for (const auto& span : spans) {
            if (const auto read = read_text_at(span.first); !read) return read.error();
            auto text = texts_.upper_bound(span.first);
            if (text == texts_.begin()) continue;
            --text;
            const auto index = span.first - text->first;
            if (index >= text->second.tokens.size()) continue;
            const auto& token = text->second.tokens[index];
            return std::optional(text->second.text.substr(token.begin, token.end - token.begin));
        }
        return std::optional<std::string>();
    }

private:
    struct ReadText {
        std::string text;
        std::vector<Token> tokens;
    };

    void add(std::uint32_t first_position, const std::string& text, const std::string& lang) {
        texts_.emplace(first_position, ReadText{.text = text, .tokens = analyzer_.analyze(text, lang, first_position)});
    }

    /// The paragraph that begins last before the position.
    Result<void> read_text_at(std::uint32_t position) {
        const StoredParagraph* nearest = nullptr;
        for (const auto& paragraph : data_.paragraphs) {
            if (paragraph.first_position > position) continue;
            if (nearest == nullptr || paragraph.first_position > nearest->first_position) nearest = &paragraph;
        }
        if (nearest == nullptr || texts_.contains(nearest->first_position)) return {};
        const auto text = view_.text(docid_, nearest->text);
        if (!text) return text.error();
        add(nearest->first_position, *text, nearest->lang);
        return {};
    }

    std::uint32_t docid_;
    const DocumentData& data_;
    const WorkerView& view_;
    Analyzer& analyzer_;
    std::map<std::uint32_t, ReadText> texts_;  ///< by the position of the first word
};

void add_tags(Reasons& reasons, const DocumentData& data, const SimilarPlan& plan, const Vocabularies& vocabularies,
              const std::string& lang) {
    for (const auto& tag : plan.tags) {
        const bool is_issue = tag.facet == Facet::evidential_issue;
        const auto is_at_or_below = [&](const std::string& own) {
            const auto chain = vocabularies.of(tag.facet).with_ancestors(own);
            return std::ranges::find(chain, tag.id) != chain.end();
        };
        const bool shares = is_issue ? std::ranges::any_of(data.evidential_issues, is_at_or_below, &StoredIssue::concept_id)
                                     : std::ranges::any_of(data.legal_concepts, is_at_or_below);
        if (!shares) continue;
        auto& list = is_issue ? reasons.evidential_issues : reasons.legal_concepts;
        list.push_back({.id = tag.id, .label = facet_label(tag.facet, tag.id, vocabularies, lang)});
    }
}

}  // namespace

Result<Reasons> find_reasons(std::uint32_t docid, const SimilarPlan& plan, const WorkerView& view, const std::string& lang, WordSets& sets,
                             Analyzer& analyzer) {
    const auto data = view.data(docid);
    if (!data) return data.error();
    Reasons reasons;
    add_tags(reasons, *data, plan, view.snapshot().vocabularies(), lang);
    WordReader reader(docid, *data, view, analyzer);
    DocumentPositions positions(sets, docid);
    for (const auto& word : plan.words) {
        if (reasons.words.size() == max_reason_words) break;
        const auto spans = find_spans(word.pattern, positions);
        if (spans.empty()) continue;
        auto read = reader.first_of(spans);
        if (!read) return read.error();
        // Of what is no title and no paragraph (a charge, an outcome) only the positions are kept.
        reasons.words.push_back(read->has_value() ? std::move(**read) : word.written);
    }
    return reasons;
}

}  // namespace palermo
