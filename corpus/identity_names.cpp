// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_names.hpp"

#include <algorithm>
#include <optional>

namespace palermo {
namespace {

constexpr WordClasses somebody = word::victim | word::person | word::people;
constexpr WordClasses no_name_here =
    word::not_name | word::small | word::possessive | word::title | somebody | word::link | word::relation | word::platform;

/// How far behind the word for a victim "named" may stand.
constexpr std::size_t naming_distance = 7;
/// Tokens of a name, and tokens back to the word that "her" stands for: what is longer is no prose.
constexpr std::size_t longest_name = 12;
constexpr std::size_t farthest_owner = 60;

class NameFinder {
public:
    NameFinder(const NameQuestion& question, IdentityHits& hits) : question_(question), tokens_(question.text.tokens), hits_(hits) {}

    void run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (is(i, somebody)) look_around_somebody(i);
            if (is(i, word::relation)) look_behind_relation(i);
        }
    }

private:
    [[nodiscard]] bool is(std::size_t i, WordClasses classes) const { return i < tokens_.size() && (tokens_[i].classes & classes) != 0; }
    [[nodiscard]] bool is_mark(std::size_t i, char32_t mark) const {
        return i < tokens_.size() && tokens_[i].kind == TokenKind::mark && tokens_[i].mark == mark;
    }
    [[nodiscard]] bool is_comma(std::size_t i) const { return is_mark(i, U',') || is_mark(i, U'،'); }
    [[nodiscard]] bool is_apostrophe(std::size_t i) const { return is_mark(i, U'\'') || is_mark(i, U'’'); }
    [[nodiscard]] bool ends(std::size_t i) const { return i >= tokens_.size() || tokens_[i].ends_sentence; }
    [[nodiscard]] std::string_view spelled(std::size_t i) const { return question_.text.spelled(tokens_[i]); }

    void found(IdentityRule rule, std::size_t i) { hits_.add(rule, tokens_[i].begin); }

    /// A title has a name behind it; the M. of "(M.)" is none.
    [[nodiscard]] std::size_t skip_titles(std::size_t i) const {
        while (is(i, word::title)) {
            const auto next = is_mark(i + 1, U'.') ? i + 2 : i + 1;
            if (next >= tokens_.size() || tokens_[next].kind != TokenKind::word) break;
            i = next;
        }
        return i;
    }

    /// A word that a name can begin with. Acronyms have no small letters and are short.
    [[nodiscard]] bool can_be_name(std::size_t i, bool introduced) const {
        if (i >= tokens_.size() || tokens_[i].kind != TokenKind::word || tokens_[i].letters < 2) return false;
        const auto& token = tokens_[i];
        // May and Georgia are names where something says so.
        constexpr auto names_too = word::month | word::country;
        if ((token.classes & no_name_here) != 0 || (!introduced && (token.classes & names_too) != 0)) return false;
        // Russian declines its countries; in Latin letters Francesca would be one.
        const bool cyrillic = spelled(i)[0] == '\xD0' || spelled(i)[0] == '\xD1';
        if (cyrillic && !introduced && (token.classes & word::origin) != 0) return false;
        if (token.all_capitals && token.letters <= 3) return false;
        return token.capital || (introduced && token.uncased);
    }

    /// Behind the last word of the name that begins at `i`; nothing when none does, or only what is public already.
    [[nodiscard]] std::optional<std::size_t> name_end(std::size_t i, bool introduced) const {
        if (!can_be_name(i, introduced)) return std::nullopt;
        auto end = i + 1;
        const auto most = std::min(i + longest_name, tokens_.size());
        while (end < most && tokens_[i].capital) {
            const bool joined = is_mark(end, U'-') || is_apostrophe(end) || is_mark(end, U'.') || is(end, word::clitic);
            const auto next = joined ? end + 1 : end;
            if (tokens_[end].ends_sentence || next >= tokens_.size() || !tokens_[next].capital) break;
            if ((tokens_[next].classes & (word::not_name | word::street_after)) != 0) return std::nullopt;
            end = next + 1;
        }
        if (is_public(i, end)) return std::nullopt;
        return end;
    }

    [[nodiscard]] bool is_public(std::size_t begin, std::size_t end) const {
        const auto& names = question_.public_names;
        bool surname = false;
        for (auto i = begin; i < end; ++i) surname = surname || (tokens_[i].letters > 1 && names.has_word(spelled(i)));
        for (auto i = begin; i < end; ++i) {
            if (tokens_[i].kind != TokenKind::word || names.has_word(spelled(i))) continue;
            if (!surname || !names.has_initial(spelled(i))) return false;
        }
        return true;
    }

    void look_around_somebody(std::size_t i) {
        if (question_.capitals_tell) {
            find_beside(i);
            find_before(i);
        }
        find_after_slash(i);
        find_introduced(i);
        find_initials(i);
    }

    /// "the victim Ms Maria Example", "the girl, Maria,", "the victim (Maria)".
    void find_beside(std::size_t i) {
        if (is_inside_title(i)) return;
        const bool comma = is_comma(i + 1) && !is(i, word::people);
        const bool bracket = is_mark(i + 1, U'(');
        const auto begin = skip_titles(comma || bracket ? i + 2 : i + 1);
        const auto end = name_end(begin, false);
        if (!end) return;
        if (comma && (!is_comma(*end) || is_of_relation(i))) return;
        if (bracket && !is_mark(*end, U')')) return;
        found(IdentityRule::victim_name, begin);
    }

    /// "No Child Left Behind", "Gender and Child Affairs"; lawyers write "the Victim", but not "the Child".
    [[nodiscard]] bool is_inside_title(std::size_t i) const {
        return tokens_[i].capital && !is(i, word::victim) && i > 0 && tokens_[i - 1].kind == TokenKind::word;
    }

    /// "la madre de la víctima, Rosa,": the name is the mother's.
    [[nodiscard]] bool is_of_relation(std::size_t i) const {
        while (i > 0 && is(i - 1, word::small | word::clitic | word::link)) --i;
        return i > 0 && is(i - 1, word::relation);
    }

    /// "Maria Example, the victim," and "Maria (the victim)".
    void find_before(std::size_t i) {
        if (!is(i, word::victim)) return;
        auto mark = i;
        while (mark > 0 && is(mark - 1, word::small | word::indefinite)) --mark;
        if (mark < 2) return;
        --mark;
        const bool comma = is_comma(mark) && (is_comma(i + 1) || is_mark(i + 1, U')') || ends(i + 1));
        const bool bracket = is_mark(mark, U'(') && is_mark(i + 1, U')');
        if (!comma && !bracket) return;
        auto begin = mark;
        while (begin > 0 && mark - begin < longest_name && tokens_[begin - 1].capital) --begin;
        if (begin == mark || name_end(begin, false) != mark) return;
        const bool starts_sentence = begin == 0 || tokens_[begin - 1].ends_sentence;
        if (!starts_sentence && is(begin - 1, word::small | word::place_in)) return;
        if (starts_sentence && mark - begin == 1 && looks_like_adverb(spelled(begin))) return;
        found(IdentityRule::victim_name, begin);
    }

    [[nodiscard]] static bool looks_like_adverb(std::string_view word) {
        return word.ends_with("ly") || word.ends_with("ment") || word.ends_with("mente") || word.ends_with("ward") ||
               word.ends_with("wards");
    }

    /// Courts that write Arabic put a stroke before a name.
    void find_after_slash(std::size_t i) {
        auto next = i + 1;
        while (is(next, word::link | word::title)) ++next;
        if (is_mark(next, U'/') && next + 1 < tokens_.size() && tokens_[next + 1].uncased && tokens_[next + 1].letters > 1 &&
            name_end(next + 1, true)) {
            found(IdentityRule::victim_name, next + 1);
        }
    }

    /// "a girl of fifteen named Maria", "the victim, whose name was Maria".
    void find_introduced(std::size_t i) {
        for (auto j = i + 1; j < std::min(tokens_.size(), i + 1 + naming_distance) && !ends(j); ++j) {
            if (!is(j, word::named | word::name) && !(is(j, word::called) && introduces(i, j))) continue;
            auto begin = j + 1;
            while (is(begin, word::link | word::title | word::small) || is_mark(begin, U':') || is_mark(begin, U'"') ||
                   is_mark(begin, U'“') || is_mark(begin, U'«') || (is_mark(begin, U'.') && is(begin - 1, word::title))) {
                ++begin;
            }
            const auto end = name_end(begin, true);
            if (!end || (*end < tokens_.size() && spelled(*end) == "as")) continue;
            found(IdentityRule::victim_name, begin);
            return;
        }
    }

    /// "a girl called ..." and "the victim, called ...", but not "the girl called the police".
    [[nodiscard]] bool introduces(std::size_t somebody_at, std::size_t called) const {
        if (is_comma(called - 1) || is_apostrophe(called - 1)) return true;
        if (called != somebody_at + 1) return false;
        for (std::size_t back = 1; back <= 3 && back <= somebody_at; ++back) {
            if (is(somebody_at - back, word::indefinite)) return true;
        }
        return false;
    }

    void find_initials(std::size_t i) {
        auto begin = i + 1;
        const bool set_off = is_comma(begin) || is_mark(begin, U'(');
        if (set_off) ++begin;
        while (is(begin, word::link) && tokens_[begin].uncased) ++begin;
        if (is_mark(begin, U'/')) ++begin;
        begin = skip_titles(begin);
        if (begin >= tokens_.size() || tokens_[begin].kind != TokenKind::word) return;
        const auto& token = tokens_[begin];
        if (question_.public_names.has_word(spelled(begin)) || (token.classes & word::not_name & ~word::small) != 0) return;
        const bool dotted = is_mark(begin + 1, U'.');
        const bool closed = is_comma(begin + 1) || is_mark(begin + 1, U')');
        const bool letter = token.capital && token.letters == 1 && (dotted || closed || !set_off);
        const bool letters = token.all_capitals && (token.letters == 2 || token.letters == 3) && (!set_off || closed) &&
                             !(begin + 1 < tokens_.size() && tokens_[begin + 1].kind == TokenKind::number);
        const bool uncased = token.uncased && token.letters == 1 && dotted && begin + 2 < tokens_.size() && tokens_[begin + 2].letters == 1;
        if (letter || letters || uncased) found(IdentityRule::initials, begin);
    }

    /// "her mother Maria", "the victim's sister, Maria,", "la madre de la víctima, Maria,".
    void look_behind_relation(std::size_t i) {
        auto begin = i + 1;
        if (!belongs_to_victim(i)) {
            while (is(begin, word::small | word::link | word::clitic) || is_apostrophe(begin)) ++begin;
            if (begin == i + 1 || begin > i + 4 || !is(begin, somebody)) return;
            ++begin;
        }
        const bool comma = is_comma(begin);
        begin = skip_titles(comma ? begin + 1 : begin);
        if (!question_.capitals_tell) return;
        const auto end = name_end(begin, false);
        if (!end || (comma && !is_comma(*end) && !ends(*end))) return;
        found(IdentityRule::victim_relation, begin);
    }

    /// "the victim's" before it, or "her" with a word for a victim earlier in the sentence.
    [[nodiscard]] bool belongs_to_victim(std::size_t i) const {
        if (i >= 3 && is_apostrophe(i - 2) && is(i - 3, somebody)) return true;
        if (i == 0 || !is(i - 1, word::possessive)) return false;
        for (auto j = i - 1; j > 0 && i - j < farthest_owner && !tokens_[j - 1].ends_sentence; --j) {
            if (is(j - 1, somebody)) return true;
        }
        return false;
    }

    const NameQuestion& question_;
    const std::vector<IdentityToken>& tokens_;
    IdentityHits& hits_;
};

}  // namespace

void find_names(const NameQuestion& question, IdentityHits& hits) {
    if (question.text.has(somebody)) NameFinder(question, hits).run();
}

}  // namespace palermo
