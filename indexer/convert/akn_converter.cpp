// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_converter.hpp"

#include "corpus/shortened.hpp"
#include "indexer/convert/akn_blocks.hpp"
#include "indexer/convert/akn_language.hpp"
#include "indexer/convert/akn_metadata.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;

/// The texts of a draft, in the order of the judgment. A part in `lang`, the language of the judgment, is no text of its own.
class TextReader {
public:
    TextReader(AknDocument& document, Draft& draft, const std::string& lang)
        : document_(document), draft_(draft), lang_(language_from(lang)), blocks_(document) {}

    void read() {
        for (const auto& part : document_.judgment().children()) {
            const auto name = xml::local_name(part.name());
            if (name == "meta" || part.type() != pugi::node_element) continue;
            if (name == "coverPage" || name == "header") {
                add(part, "procedural-history", "header");
            } else if (name == "judgmentBody") {
                for (const auto& section : part.children()) {
                    const bool is_facts = xml::local_name(section.name()) == "background";
                    add(section, is_facts ? "fact-summary" : "legal-reasoning", is_facts ? "facts" : "text");
                }
            } else {
                add(part, "legal-reasoning", std::string(name));
            }
        }
    }

private:
    /// Adds to the last text when it is of the same kind and language.
    void add(const xml_node& part, const std::string& kind, const std::string& prefix) {
        auto paragraphs = blocks_.paragraphs(part, prefix);
        if (paragraphs.empty()) return;
        auto lang = language_from(document_.read(part, "xml:lang").words);
        if (lang == lang_) lang.clear();
        auto& texts = draft_.texts;
        if (texts.empty() || texts.back().kind != kind || texts.back().lang != lang)
            texts.push_back({.kind = kind, .lang = lang, .paragraphs = {}});
        std::ranges::move(paragraphs, std::back_inserter(texts.back().paragraphs));
    }

    AknDocument& document_;
    Draft& draft_;
    std::string lang_;
    AknBlocks blocks_;
};

class Completion {
public:
    Completion(Draft& draft, const ConvertOptions& options, Diagnostics& faults) : draft_(draft), options_(options), faults_(faults) {}

    void run() {
        if (!options_.id.empty()) draft_.id = {.words = options_.id, .place = draft_.place};
        fill(draft_.title, options_.title, "title", "Say it with --title.");
        fill(draft_.country, options_.country, "country of the court", "Say it with --country, such as --country GB.");
        fill(draft_.lang, options_.lang, "language", "Say it with --lang, such as --lang en.");
        fill(draft_.id, {}, "address and no citation that an id could be made of", "Say the id with --id.");
        if (constexpr std::size_t longest = 64; draft_.id.words.size() > longest)
            refuse("The id made of the judgment's address, " + in_quotes(draft_.id.words) + ", is longer than 64 characters.",
                   "Say another with --id.");
        for (const auto& type : options_.crime_types) draft_.crime_types.push_back({.words = type});
        if (draft_.crime_types.empty())
            refuse("A judgment's metadata do not say what crime the case is about.",
                   "Say it with --crime-type, such as --crime-type trafficking-in-persons.");
        for (auto& text : draft_.texts)
            if (text.lang.empty()) text.lang = draft_.lang.words;
    }

private:
    void fill(Said& said, const std::string& option, const std::string& what, const std::string& mend) {
        if (said.empty()) said = {.words = option, .place = draft_.place};
        if (said.empty()) refuse("The judgment states no " + what + '.', mend);
    }
    void refuse(std::string message, std::string mend) {
        faults_.push_back({.place = draft_.place, .message = std::move(message), .mend = std::move(mend)});
    }

    Draft& draft_;
    const ConvertOptions& options_;
    Diagnostics& faults_;
};

}  // namespace

Conversion convert_akn(const SourceText& source, const ConvertOptions& options) {
    Conversion conversion;
    auto document = AknDocument::open(source);
    if (!document) {
        conversion.findings.push_back(document.error());
        conversion.refused = 1;
        return conversion;
    }
    Draft draft;
    draft.place = document->place_of(document->judgment());
    read_akn_metadata(*document, draft);
    TextReader(*document, draft, draft.lang.empty() ? options.lang : draft.lang.words).read();
    Completion(draft, options, conversion.findings).run();
    conversion.unmapped = document->unread();
    draft.carried = document->carried();
    if (conversion.findings.empty())
        conversion.drafts.push_back(std::move(draft));
    else
        conversion.refused = 1;
    return conversion;
}

}  // namespace palermo
