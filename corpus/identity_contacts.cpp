// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_contacts.hpp"

#include "corpus/identity_dates.hpp"

#include <array>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 14> media_hosts{"facebook.com/", "fb.com/",       "instagram.com/", "vk.com/",         "t.me/",
                                                       "wa.me/",        "tiktok.com/",   "weibo.com/",     "twitter.com/",    "x.com/",
                                                       "ok.ru/",        "snapchat.com/", "onlyfans.com/",  "linkedin.com/in/"};

/// How many tokens a number may stand behind the word that says whose number it is.
constexpr std::size_t number_distance = 6;
constexpr std::size_t least_digits_of_telephone = 7;
constexpr std::size_t least_digits_of_document = 4;

class ContactFinder {
public:
    ContactFinder(const TokenizedText& text, IdentityHits& hits) : text_(text), tokens_(text.tokens), hits_(hits) {}

    void run() {
        if (text_.has(word::handle | word::platform) || text_.text.find('@') != std::string_view::npos) find_at_signs();
        find_links();
        if (text_.has(word::handle | word::platform)) find_handles();
        if (!text_.has_digits) return;
        if (text_.has(word::birth)) find_birth_dates();
        if (text_.has(word::document)) find_documents();
        find_telephones();
        if (text_.has(word::street | word::street_after) || text_.text.find("traße") != std::string_view::npos) find_addresses();
    }

private:
    [[nodiscard]] bool is(std::size_t i, WordClasses classes) const { return i < tokens_.size() && (tokens_[i].classes & classes) != 0; }
    [[nodiscard]] bool is_kind(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    [[nodiscard]] bool is_mark(std::size_t i, std::u32string_view marks) const {
        return is_kind(i, TokenKind::mark) && marks.find(tokens_[i].mark) != std::u32string_view::npos;
    }
    [[nodiscard]] bool ends(std::size_t i) const { return i >= tokens_.size() || tokens_[i].ends_sentence; }
    void found(IdentityRule rule, std::size_t i) { hits_.add(rule, tokens_[i].begin); }

    [[nodiscard]] std::size_t behind_sentence(std::size_t from, std::size_t most) const {
        auto end = from;
        while (end < from + most && !ends(end)) ++end;
        return end;
    }

    void find_birth_dates() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!is(i, word::birth)) continue;
            auto begin = i;
            while (begin > 0 && i - begin < 9 && !tokens_[begin - 1].ends_sentence) --begin;
            if (has_full_date(text_, begin, behind_sentence(i, 8))) return found(IdentityRule::birth_date, i);
        }
    }

    [[nodiscard]] std::size_t digits_of(std::size_t i) const {
        if (is_kind(i, TokenKind::number)) return tokens_[i].letters;
        if (!is_kind(i, TokenKind::code)) return 0;
        std::size_t digits = 0;
        for (const char c : text_.spelled(tokens_[i])) digits += c >= '0' && c <= '9' ? 1 : 0;
        return digits;
    }

    /// Digits of the numbers from `i` on that only spaces, hyphens, brackets, dots and strokes part; `i` becomes the token behind them.
    [[nodiscard]] std::size_t run_of_digits(std::size_t& i, std::u32string_view joiners) const {
        std::size_t digits = 0;
        while (i < tokens_.size()) {
            if (is_kind(i, TokenKind::number)) {
                digits += tokens_[i++].letters;
            } else if (is_mark(i, joiners) && (is_kind(i + 1, TokenKind::number) || is_mark(i + 1, joiners))) {
                ++i;
            } else {
                break;
            }
        }
        return digits;
    }

    /// "passport AB123456", "identity card no. 12 34 56", "passport (AB 1234567)"; an amount or a year is none.
    void find_documents() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (is(i, word::document)) find_number_of_document(i);
        }
    }

    void find_number_of_document(std::size_t i) {
        bool numbered = false;
        bool directly = true;
        for (auto j = i + 1; j < i + 1 + number_distance && !ends(j); ++j) {
            if (is_kind(j, TokenKind::number) || is_kind(j, TokenKind::code)) {
                auto behind = j;
                const auto digits = is_kind(j, TokenKind::code) ? digits_of(j) : run_of_digits(behind, U"-/ ");
                const auto least = numbered ? least_digits_of_document : least_digits_of_document + 2;
                const bool is_season = !numbered && tokens_[j].letters == 4 && behind > j + 1;  // 2001-02
                if (directly && digits >= least && !is_season && !full_date_end(text_, j)) found(IdentityRule::document_number, j);
                return;
            }
            numbered = numbered || is(j, word::numbered) || is_mark(j, U"#:№");
            const bool series = tokens_[j].all_capitals && tokens_[j].letters <= 3;
            directly = numbered || (directly && (series || is_mark(j, U"(:-")));
        }
    }

    /// A number behind a word for telephones, or one that begins with + as numbers of other countries do.
    void find_telephones() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const bool plus = is_mark(i, U"+＋") && is_kind(i + 1, TokenKind::number) && !tokens_[i + 1].after_space;
            if (!plus && !is(i, word::phone)) continue;
            // "Tel Aviv" is no telephone.
            if (!plus && tokens_[i].letters == 3 && i + 1 < tokens_.size() && tokens_[i + 1].capital) continue;
            const auto last = plus ? i + 2 : behind_sentence(i + 1, number_distance + 2);
            for (auto j = i + 1; j < std::min(last, tokens_.size()); ++j) {
                if (!is_kind(j, TokenKind::number) || full_date_end(text_, j)) continue;
                const auto begin = j;
                if (run_of_digits(j, U"-()./ +") >= least_digits_of_telephone) return found(IdentityRule::telephone, begin);
            }
        }
    }

    /// name@host.land is an address of mail, @name one of a social medium.
    void find_at_signs() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!is_mark(i, U"@＠") || i + 1 >= tokens_.size() || tokens_[i + 1].after_space || tokens_[i + 1].kind == TokenKind::mark)
                continue;
            const bool local = i > 0 && !tokens_[i].after_space && tokens_[i - 1].kind != TokenKind::mark;
            if (local)
                found(IdentityRule::e_mail, i - 1);
            else if (tokens_[i + 1].letters >= 3)
                found(IdentityRule::social_media_account, i);
        }
    }

    /// "Her Instagram account "sunny_girl99"": what is quoted, or written as no word is.
    void find_handles() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!is(i, word::handle) || !(text_.has(word::platform) || tokens_[i].letters >= 7)) continue;
            if (is(i, word::document) && !text_.has(word::platform)) continue;
            for (auto j = i + 1; j < i + 5 && !ends(j); ++j) {
                const bool quoted =
                    is_mark(j, U"\"“«‘'") && tokens_[j].after_space && j + 1 < tokens_.size() && !tokens_[j + 1].after_space;
                const bool underscored = is_mark(j, U"_") && !tokens_[j].after_space;
                if (quoted || underscored || is_kind(j, TokenKind::code)) return found(IdentityRule::social_media_account, j);
            }
        }
    }

    void find_links() {
        for (const std::string_view beginning : {"https://", "http://", "www."}) {
            const auto begin = text_.text.find(beginning);
            if (begin == std::string_view::npos) continue;
            hits_.add(IdentityRule::web_link, static_cast<std::uint32_t>(begin));
            break;
        }
        if (text_.text.find('.') == std::string_view::npos || text_.text.find('/') == std::string_view::npos) return;
        if (is_social_media_account(text_.text)) {
            hits_.add(IdentityRule::social_media_account, static_cast<std::uint32_t>(text_.text.find('/')));
        }
    }

    void find_addresses() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (is(i, word::street_after) && tokens_[i].capital && has_house_before(i)) return found(IdentityRule::address, i);
            if (is(i, word::street) && has_house_behind(i)) return found(IdentityRule::address, i);
            if (is_kind(i, TokenKind::word) && text_.spelled(tokens_[i]).ends_with("traße") && is_kind(i + 1, TokenKind::number)) {
                return found(IdentityRule::address, i);
            }
        }
    }

    [[nodiscard]] bool is_house(std::size_t i) const {
        const auto number = number_at(text_, i);
        return number && *number > 0 && tokens_[i].letters <= 5;
    }

    /// "12 Old Mill Road".
    [[nodiscard]] bool has_house_before(std::size_t i) const {
        for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
            const auto& token = tokens_[i - back];
            if (back > 1 && is_house(i - back)) return true;
            if (!token.capital && token.kind != TokenKind::code) return false;
        }
        return false;
    }

    /// "calle Mayor, 12", "ул. Примерная, д. 5", "شارع المثال رقم 12"; "12, rue des Exemples".
    [[nodiscard]] bool has_house_behind(std::size_t i) const {
        auto next = i + 1;
        if (is_mark(next, U".")) ++next;
        while (is(next, word::clitic | word::small) || is_mark(next, U"'’")) ++next;
        const auto name = next;
        while (next < name + 4 && is_kind(next, TokenKind::word) &&
               (tokens_[next].capital || tokens_[next].uncased || (next > name && is(next, word::clitic))))
            ++next;
        if (next == name) return false;
        const bool before = i > 0 && (is_house(i - 1) || (i > 1 && is_mark(i - 1, U",") && is_house(i - 2)));
        if (before) return true;
        for (const auto behind = next + 4; next < behind && next < tokens_.size(); ++next) {
            if (is_house(next)) return true;
            // "д." and "nº" are short; anything longer is the next thought.
            if (!is_mark(next, U",.º°№") && !(is_kind(next, TokenKind::word) && (tokens_[next].letters <= 3 || is(next, word::numbered))))
                return false;
        }
        return false;
    }

    const TokenizedText& text_;
    const std::vector<IdentityToken>& tokens_;
    IdentityHits& hits_;
};

}  // namespace

void find_contacts(const TokenizedText& text, IdentityHits& hits) { ContactFinder(text, hits).run(); }

bool is_social_media_account(std::string_view url) {
    for (const auto host : media_hosts) {
        const auto found = url.find(host);
        if (found == std::string_view::npos || found + host.size() >= url.size() || url[found + host.size()] == ' ') continue;
        if (found == 0 || std::string_view("/. (\"").find(url[found - 1]) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace palermo
