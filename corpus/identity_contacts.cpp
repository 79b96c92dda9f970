// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_contacts.hpp"

#include "corpus/identity_dates.hpp"
#include "corpus/identity_token_reader.hpp"

#include <array>
#include <optional>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 14> media_hosts{"facebook.com/", "fb.com/",       "instagram.com/", "vk.com/",         "t.me/",
                                                       "wa.me/",        "tiktok.com/",   "weibo.com/",     "twitter.com/",    "x.com/",
                                                       "ok.ru/",        "snapchat.com/", "onlyfans.com/",  "linkedin.com/in/"};

/// An address of mail as it is spoken.
constexpr auto at_signs = std::to_array<std::string_view>({"at", "arroba", "arobase"});
constexpr auto dots = std::to_array<std::string_view>({"dot", "punto", "point"});
constexpr auto top_domains =
    std::to_array<std::string_view>({"com", "org", "net", "info", "edu", "gov", "co", "ru", "fr", "es", "de", "it", "uk"});

class ContactFinder : private TokenReader {
public:
    ContactFinder(const TokenizedText& text, IdentityHits& hits) : TokenReader(text), hits_(hits) {}

    void run() {
        const auto& prose = text().text;
        const bool media = text().has(word::handle | word::platform);
        if (media || prose.find('@') != std::string_view::npos) find_at_signs();
        if (text().has(word::sign) || prose.find("(at)") != std::string_view::npos || prose.find("[at]") != std::string_view::npos)
            find_spoken_mail();
        find_links();
        if (media) find_handles();
        if (text().has_digits || text().has(word::birth)) find_birth_dates();
        if (!text().has_digits) return;
        if (text().has(word::street | word::street_after) || prose.find("traße") != std::string_view::npos) find_addresses();
    }

private:
    void found(IdentityRule rule, std::size_t i) { hits_.add(rule, tokens()[i].begin); }

    void find_birth_dates() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is(i, word::birth) ? has_date_around(i) : has_date_behind(i)) return found(IdentityRule::birth_date, i);
        }
    }

    [[nodiscard]] bool has_date_around(std::size_t i) const {
        auto begin = i;
        while (begin > 0 && i - begin < 9 && !tokens()[begin - 1].ends_sentence) --begin;
        return has_full_date(text(), begin, end_of_sentence(i, 8));
    }

    /// Without a word for birth: "b. 3 May 1994", "D.O.B. 3 May 1994", "the victim (3 May 1994)", "turned 18 on 3 May 2012".
    [[nodiscard]] bool has_date_behind(std::size_t i) const {
        if (is(i, word::victim | word::person)) {
            const auto end = is_mark(i + 1, U'(') ? full_date_end(text(), i + 2) : std::nullopt;
            return end && is_mark(*end, U')');
        }
        if (!is_kind(i, TokenKind::word)) return false;
        if (tokens()[i].letters == 1 && is_mark(i + 1, U'.')) {
            if (spelled(i) == "b") return full_date_end(text(), i + 2).has_value();
            const bool dob = spelled(i) == "D" && spelled(i + 2) == "O" && is_mark(i + 3, U'.') && spelled(i + 4) == "B";
            return dob && has_full_date(text(), i + 5, i + 9);
        }
        const bool turns = is_kind(i + 1, TokenKind::number) && (spelled(i) == "turned" || spelled(i) == "cumplió");
        return turns && has_full_date(text(), i + 2, end_of_sentence(i + 2, 5));
    }

    /// name@host.land is an address of mail, @name one of a social medium.
    void find_at_signs() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (!is_mark(i, U"@＠") || i + 1 >= tokens().size()) continue;
            const bool behind_word = i > 0 && tokens()[i - 1].kind != TokenKind::mark;
            if (behind_word && is_spaced_host(i + 1)) found(IdentityRule::e_mail, i - 1);
            if (tokens()[i + 1].after_space || tokens()[i + 1].kind == TokenKind::mark) continue;
            if (behind_word && !tokens()[i].after_space)
                found(IdentityRule::e_mail, i - 1);
            else if (tokens()[i + 1].letters >= 3)
                found(IdentityRule::social_media_account, i);
        }
    }

    /// "someone @ example.org"
    [[nodiscard]] bool is_spaced_host(std::size_t i) const {
        const auto is_glued_word = [&](std::size_t at) { return is_kind(at, TokenKind::word) && !tokens()[at].after_space; };
        return is_kind(i, TokenKind::word) && tokens()[i].after_space && is_mark(i + 1, U'.') && !tokens()[i + 1].after_space &&
               is_glued_word(i + 2);
    }

    /// "someone (at) example.org", "someone at example dot org".
    void find_spoken_mail() {
        for (std::size_t i = 1; i < tokens().size(); ++i) {
            if (tokens()[i].letters > 7 || !is_one_of(i, at_signs)) continue;
            const bool bracket = is_mark(i - 1, U"([") && is_mark(i + 1, U")]");
            const auto host = bracket ? i + 2 : i + 1;
            if (!is_kind(host, TokenKind::word) || is(host, word::small | word::platform)) continue;
            if (!is_mark(host + 1, U'.') && !is_one_of(host + 1, dots)) continue;
            if (bracket ? is_kind(host + 2, TokenKind::word) : is_one_of(host + 2, top_domains)) return found(IdentityRule::e_mail, i - 1);
        }
    }

    /// "Her Instagram account "sunny_girl99"": what is quoted, or written as no word is.
    void find_handles() {
        const bool platform = text().has(word::platform);
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            const auto handle = platform ? handle_near_platform(i) : std::nullopt;
            if (handle) return found(IdentityRule::social_media_account, *handle);
            if (!is(i, word::handle) || !(platform || tokens()[i].letters >= 7)) continue;
            if (is(i, word::document) && !platform) continue;
            if (const auto name = name_of_account(i)) return found(IdentityRule::social_media_account, *name);
        }
    }

    [[nodiscard]] std::optional<std::size_t> name_of_account(std::size_t i) const {
        // "under the username sunny"
        if (i > 1 && spelled(i) == "username" && spelled(i - 2) == "under" && is_kind(i + 1, TokenKind::word) && !is(i + 1, word::small))
            return i + 1;
        for (auto j = i + 1; j < i + 5 && !ends(j); ++j) {
            const bool quoted = is_mark(j, U"\"“«‘'") && tokens()[j].after_space && j + 1 < tokens().size() && !tokens()[j + 1].after_space;
            const bool underscored = is_mark(j, U'_') && !tokens()[j].after_space;
            if (quoted || underscored || is_kind(j, TokenKind::code)) return j;
        }
        return std::nullopt;
    }

    /// In a text on a social medium: "sunny_girl", "Telegram ID sunny99", "her Facebook name was Sunny".
    [[nodiscard]] std::optional<std::size_t> handle_near_platform(std::size_t i) const {
        if (is_mark(i, U'_') && i > 0 && tokens()[i - 1].kind != TokenKind::mark && i + 1 < tokens().size() && !tokens()[i].after_space &&
            !tokens()[i + 1].after_space) {
            return i - 1;
        }
        if (!is(i, word::platform)) return std::nullopt;
        for (auto j = i + 1; j < i + 5 && !ends(j); ++j) {
            const bool mixed = is_kind(j, TokenKind::code) && !tokens()[j].capital && tokens()[j].letters >= 5 && !number_at(text(), j);
            if (mixed) return j;
        }
        const bool says = spelled(i + 2) == "was" || spelled(i + 2) == "is" || is_mark(i + 2, U':');
        const bool name = is_kind(i + 3, TokenKind::word) && tokens()[i + 3].capital && !is(i + 3, word::not_name | word::title);
        return is(i + 1, word::handle | word::name) && says && name ? std::optional(i + 3) : std::nullopt;
    }

    void find_links() {
        for (const std::string_view beginning : {"https://", "http://", "www."}) {
            const auto begin = text().text.find(beginning);
            if (begin == std::string_view::npos) continue;
            hits_.add(IdentityRule::web_link, static_cast<std::uint32_t>(begin));
            break;
        }
        if (text().text.find('.') == std::string_view::npos || text().text.find('/') == std::string_view::npos) return;
        if (is_social_media_account(text().text)) {
            hits_.add(IdentityRule::social_media_account, static_cast<std::uint32_t>(text().text.find('/')));
        }
    }

    void find_addresses() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is(i, word::street_after) && tokens()[i].capital && (has_house_before(i) || has_house_right_behind(i)))
                return found(IdentityRule::address, i);
            if (is(i, word::street) && has_house_behind(i)) return found(IdentityRule::address, i);
            if (is_kind(i, TokenKind::word) && spelled(i).ends_with("traße") && is_kind(i + 1, TokenKind::number)) {
                return found(IdentityRule::address, i);
            }
        }
    }

    [[nodiscard]] bool is_house(std::size_t i) const {
        const auto number = number_at(text(), i);
        return number && *number > 0 && tokens()[i].letters <= 5;
    }

    /// "12 Old Mill Road", "No. 12, Old Mill Road".
    [[nodiscard]] bool has_house_before(std::size_t i) const {
        for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
            const auto at = i - back;
            if (back > 1 && (is_house(at) || (is_mark(at, U',') && at > 0 && is_numbered_house(at - 1)))) return true;
            if (!tokens()[at].capital && tokens()[at].kind != TokenKind::code) return false;
        }
        return false;
    }

    /// The 12 of "No. 12".
    [[nodiscard]] bool is_numbered_house(std::size_t i) const {
        if (i < 1 || !is_house(i)) return false;
        return is(i - 1, word::numbered) || (is_mark(i - 1, U'.') && is(i - 2, word::numbered));
    }

    /// "Old Mill Road 12,"
    [[nodiscard]] bool has_house_right_behind(std::size_t i) const {
        const bool named = i > 0 && tokens()[i - 1].capital && tokens()[i - 1].kind == TokenKind::word;
        return named && is_house(i + 1) && tokens()[i + 1].letters <= 3 && (ends(i + 2) || is_mark(i + 2, U",)"));
    }

    /// "carrera 12 No. 3-45"
    [[nodiscard]] bool is_numbered_street(std::size_t i) const {
        if (!is_house(i) || !(is(i + 1, word::numbered) || is_mark(i + 1, U'#'))) return false;
        return is_house(is_mark(i + 2, U'.') ? i + 3 : i + 2);
    }

    /// "calle Mayor, 12", "ул. Примерная, д. 5", "شارع المثال رقم 12"; "12, rue des Exemples".
    [[nodiscard]] bool has_house_behind(std::size_t i) const {
        auto next = i + 1;
        if (is_mark(next, U'.')) ++next;
        if (is_numbered_street(next)) return true;
        while (is(next, word::clitic | word::small) || is_mark(next, U"'’")) ++next;
        const auto name = next;
        while (next < name + 4 && is_kind(next, TokenKind::word) &&
               (tokens()[next].capital || tokens()[next].uncased || (next > name && is(next, word::clitic))))
            ++next;
        if (next == name) return false;
        if (stands_behind_house(i)) return true;
        for (const auto behind = next + 4; next < behind && next < tokens().size(); ++next) {
            if (is_house(next)) return true;
            // "д." and "nº" are short; anything longer is the next thought.
            if (!is_mark(next, U",.º°№") && !(is_kind(next, TokenKind::word) && (tokens()[next].letters <= 3 || is(next, word::numbered))))
                return false;
        }
        return false;
    }

    /// "12 rue", "12, rue", "12 bis, rue".
    [[nodiscard]] bool stands_behind_house(std::size_t i) const {
        if (i > 0 && is_house(i - 1)) return true;
        if (i < 2 || !is_mark(i - 1, U',')) return false;
        const bool bis = i > 2 && (spelled(i - 2) == "bis" || spelled(i - 2) == "ter");
        return is_house(bis ? i - 3 : i - 2);
    }

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
