// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/sentence_boundaries.hpp"

#include "indexer/analysis/normalizer.hpp"
#include "indexer/analysis/plain_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

namespace palermo {
namespace {

/// Words that a dot follows inside a sentence, in the languages of the collection, besides single letters; sorted.
constexpr std::array<std::string_view, 45> abbreviations{
    "abs",  "al",   "app",   "arr", "art",  "arts", "bhd", "ca",  "cap", "cf",  "cfr", "cir", "co",  "corp", "ct",
    "dept", "dist", "dr",    "ed",  "ex",   "inc",  "jr",  "ltd", "mr",  "mrs", "ms",  "no",  "nos", "nr",   "nº",
    "núm",  "para", "paras", "pp",  "prof", "sec",  "ss",  "st",  "vs",  "гл",  "гр",  "пп",  "см",  "ст",   "стр",
};
static_assert(std::ranges::is_sorted(abbreviations));

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_part_of_word(UChar32 character) { return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0; }

/// The letters and digits at the end of `text`; of a very long word only the end, which is no abbreviation either.
icu::UnicodeString last_word(std::string_view text) {
    constexpr std::size_t longest = 40;
    const auto end = text.substr(text.size() - std::min(longest, text.size()));
    auto piece = icu::UnicodeString::fromUTF8(icu::StringPiece(end.data(), static_cast<std::int32_t>(end.size())));
    auto begin = piece.length();
    while (begin > 0 && is_part_of_word(piece.char32At(piece.moveIndex32(begin, -1)))) begin = piece.moveIndex32(begin, -1);
    piece.remove(0, begin);
    return piece;
}

bool is_abbreviation(const icu::UnicodeString& word) {
    if (word.countChar32() == 1) return u_isalpha(word.char32At(0)) != 0;
    std::string written;
    return std::ranges::binary_search(abbreviations, std::string_view(fold_case(word.toUTF8String(written))));
}

/// Whether the sentence that would end at `end` ends with the dot of an abbreviation.
bool ends_in_abbreviation(std::string_view text, std::size_t end) {
    while (end > 0 && is_space(text[end - 1])) --end;
    if (end == 0 || text[end - 1] != '.') return false;
    return is_abbreviation(last_word(text.substr(0, end - 1)));
}

void require_size(std::string_view text) {
    if (text.size() > std::numeric_limits<std::int32_t>::max()) throw std::length_error("a text of more than 2 GB");
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Of plain text the characters that a sentence can end behind.
bool is_terminator(char c) { return c == '.' || c == '\n' || c == '\r' || c == '!' || c == '?'; }

std::size_t index_in(std::string_view text, std::string_view::iterator place) { return static_cast<std::size_t>(place - text.begin()); }

}  // namespace

struct SentenceBoundaries::Iterator {
    std::unique_ptr<icu::BreakIterator> sentences;
    UText utext = UTEXT_INITIALIZER;

    Iterator() = default;
    Iterator(const Iterator&) = delete;
    Iterator& operator=(const Iterator&) = delete;
    ~Iterator() { utext_close(&utext); }

    /// Appends where sentences begin inside text[begin, end).
    void append(std::string_view text, std::size_t begin, std::size_t end, std::vector<std::uint32_t>& starts) {
        auto status = U_ZERO_ERROR;
        utext_openUTF8(&utext, text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
        sentences->setText(&utext, status);
        if (U_FAILURE(status)) return;
        (void)sentences->first();
        for (auto stop = sentences->next(); stop != icu::BreakIterator::DONE; stop = sentences->next()) {
            const auto next = begin + static_cast<std::size_t>(stop);
            if (next < end && !ends_in_abbreviation(text, next)) starts.push_back(static_cast<std::uint32_t>(next));
        }
    }
};

SentenceBoundaries::SentenceBoundaries() : iterator_(std::make_unique<Iterator>()) {
    auto status = U_ZERO_ERROR;
    iterator_->sentences.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no sentence boundaries: its data is missing");
}

SentenceBoundaries::SentenceBoundaries(SentenceBoundaries&&) noexcept = default;
SentenceBoundaries& SentenceBoundaries::operator=(SentenceBoundaries&&) noexcept = default;
SentenceBoundaries::~SentenceBoundaries() = default;

std::vector<std::uint32_t> SentenceBoundaries::find(std::string_view text) {
    require_size(text);
    if (!is_plain(text)) return find_by_icu(text);
    if (text.empty()) return {};
    std::vector<std::uint32_t> starts{0};
    // ICU takes its time for each character, and the rules (SB3 to SB11 of Annex 29) look only at the one before a terminator and at those
    // behind it up to a letter. Behind each piece there is none until the next terminator: its end is no boundary.
    for (auto at = text.begin(); (at = std::find_if(at, text.end(), is_terminator)) != text.end();) {
        auto before = static_cast<std::int32_t>(index_in(text, at));
        if (before > 0) U8_BACK_1(reinterpret_cast<const std::uint8_t*>(text.data()), 0, before);
        const auto letter = std::find_if(at, text.end(), is_letter);
        at = letter == text.end() ? letter : std::next(letter);
        iterator_->append(text, static_cast<std::size_t>(before), index_in(text, at), starts);
    }
    return starts;
}

std::vector<std::uint32_t> SentenceBoundaries::find_by_icu(std::string_view text) {
    require_size(text);
    if (text.empty()) return {};
    std::vector<std::uint32_t> starts{0};
    iterator_->append(text, 0, text.size(), starts);
    return starts;
}

}  // namespace palermo
