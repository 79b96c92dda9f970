// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_relatives.hpp"

#include <array>
#include <string_view>

namespace palermo {
namespace {

/// Tokens back to the word that "her" stands for.
constexpr std::size_t farthest_owner = 60;

constexpr auto conjunctions = std::to_array<std::string_view>({"and", "et", "y", "e", "и"});
constexpr auto pronouns = std::to_array<std::string_view>({"she", "they", "elle", "elles", "ella", "ellas", "lei", "она", "они"});
/// Verbs that something is done to somebody with.
constexpr auto passives = std::to_array<std::string_view>(
    {"was", "were", "had", "have", "est", "sont", "furent", "ont", "fue", "fueron", "han", "furono", "sono", "была", "были"});
constexpr auto second_passives = std::to_array<std::string_view>({"been", "été", "sido", "state", "stati"});
/// Beginnings of what is done to offenders.
constexpr auto charged = std::to_array<std::string_view>({"convict", "arrest",  "charg", "sentenc", "acquit", "prosecut", "indict",
                                                          "tried",   "condamn", "arrêt", "inculp",  "pours",  "condena",  "deten",
                                                          "acus",    "procesa", "осужд", "арест",   "задерж", "обвин"});

class RelativeFinder : private NameReader {
public:
    RelativeFinder(const NameQuestion& question, IdentityHits& hits) : NameReader(question), hits_(hits) {}

    void run() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (!is(i, word::relation)) continue;
            find_behind(i);
            find_before(i);
        }
    }

private:
    void found(std::size_t i) { hits_.add(IdentityRule::victim_relation, tokens()[i].begin); }

    /// Behind "of the victim" that follows the relation at `i`; `i` itself when it does not follow. In Russian no "of" stands between.
    [[nodiscard]] std::size_t behind_owner(std::size_t i) const {
        auto owner = i + 1;
        // No farther than she may stand: "son" is a relation in one language and "are" in another, and a text may be nothing else.
        const auto farthest = i + 4;
        while (owner <= farthest && (is(owner, word::small | word::link | word::clitic) || is_apostrophe(owner))) ++owner;
        const bool declined = owner == i + 1 && static_cast<unsigned char>(spelled(i)[0]) >= 0xD0U;
        if ((owner == i + 1 && !declined) || owner > farthest || !is(owner, somebody)) return i;
        return owner + 1;
    }

    /// "her mother Maria", "the victim's sister, Maria,", "la madre de la víctima, Maria,".
    void find_behind(std::size_t i) {
        const bool listed = is_of_listed(i);
        const bool owned = listed || belongs_to_victim(i);
        auto begin = owned ? i + 1 : behind_owner(i);
        if (begin == i) return;
        const bool comma = is_comma(begin);
        if (comma) ++begin;
        // "la madre de la víctima, la señora Ejemplo,"
        if (comma && is(begin, word::small | word::clitic) && is(begin + 1, word::title)) ++begin;
        begin = skip_titles(begin);
        const auto end = name_end(begin, false);
        if (!end || (comma && !is_comma(*end) && !ends(*end))) return;
        if (listed && !suffers(*end)) return;
        found(begin);
    }

    /// "the victim's" before it, or "her" with a word for a victim earlier in the sentence.
    [[nodiscard]] bool belongs_to_victim(std::size_t i) const {
        if (i >= 3 && is_apostrophe(i - 2) && is(i - 3, somebody)) return true;
        if (i == 0 || !is(i - 1, word::possessive)) return false;
        for (auto j = i - 1; j > 0 && i - j < farthest_owner && !tokens()[j - 1].ends_sentence; --j) {
            if (is(j - 1, somebody)) return true;
        }
        return false;
    }

    /// "Ana and her sister", "She and her sister" at the beginning of a sentence.
    [[nodiscard]] bool is_of_listed(std::size_t i) const {
        if (i < 3 || !is(i - 1, word::possessive) || !is(i - 2, word::small) || !is_one_of(i - 2, conjunctions)) return false;
        const auto end = i - 2;
        if (is_one_of(end - 1, pronouns)) return begins_sentence(end - 1);
        return opening_name(end, 1).has_value();
    }

    /// True when something is done to them at `i` that is not done to offenders: "were recruited", not "were convicted".
    [[nodiscard]] bool suffers(std::size_t i) const {
        if (!is_one_of(i, passives)) return false;
        const auto verb = is_one_of(i + 1, second_passives) ? i + 2 : i + 1;
        return is_kind(verb, TokenKind::word) && !begins_like(verb, charged);
    }

    /// "Maria, the victim's mother,", "Maria Example, mother of the victim,".
    void find_before(std::size_t i) {
        const bool owned = i >= 3 && is_apostrophe(i - 2) && is(i - 3, somebody);
        const auto behind = owned ? i + 1 : behind_owner(i);
        if (behind == i || (!is_comma(behind) && !ends(behind))) return;
        auto mark = owned ? i - 3 : i;
        while (mark > 0 && is(mark - 1, word::small | word::clitic | word::indefinite)) --mark;
        if (mark < 2 || !is_comma(mark - 1)) return;
        const auto end = mark - 1;
        const auto begin = name_before(end);
        if (begin == end || name_end(begin, false) != end) return;
        if (begins_sentence(begin) ? end - begin == 1 && is_opener(begin) : is(begin - 1, word::small | word::place_in)) return;
        found(begin);
    }

    IdentityHits& hits_;
};

}  // namespace

void find_relatives(const NameQuestion& question, IdentityHits& hits) {
    if (question.capitals_tell && question.text.has(word::relation)) RelativeFinder(question, hits).run();
}

}  // namespace palermo
