// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_tokens.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

namespace palermo {
namespace {

enum class Sort : std::uint8_t { space, letter, capital, uncased, joiner, digit, han, mark };

bool is_han(UChar32 c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF); }

void append_utf8(UChar32 character, std::string& out) {
    std::array<std::uint8_t, 4> bytes{};
    std::size_t size = 0;
    const auto code = static_cast<std::uint32_t>(character);
    U8_APPEND_UNSAFE(bytes, size, code);
    out.append(reinterpret_cast<const char*>(bytes.data()), size);
}

bool is_small_ascii(char c) { return c >= 'a' && c <= 'z'; }

Sort sort_of_ascii(char c) {
    if (is_small_ascii(c)) return Sort::letter;
    if (c >= 'A' && c <= 'Z') return Sort::capital;
    if (c >= '0' && c <= '9') return Sort::digit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) return Sort::space;
    return Sort::mark;
}

Sort sort_of_other(UChar32 c) {
    if (is_han(c)) return Sort::han;
    switch (u_charType(c)) {
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER: return Sort::capital;
        case U_LOWERCASE_LETTER: return Sort::letter;
        case U_MODIFIER_LETTER: return c == 0x0640 ? Sort::joiner : Sort::uncased;  // the Arabic tatweel
        case U_OTHER_LETTER: return Sort::uncased;
        case U_NON_SPACING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_FORMAT_CHAR: return Sort::joiner;
        case U_DECIMAL_DIGIT_NUMBER: return Sort::digit;
        case U_SPACE_SEPARATOR: return Sort::space;
        default: return c == 0xBA || c == 0xB0 ? Sort::letter : Sort::mark;  // n°, nº
    }
}

/// One walk over a text.
class Walk {
public:
    Walk(std::string_view text, const IdentityLexicon& lexicon, TokenizedText& out) : text_(text), lexicon_(lexicon), out_(out) {}

    void run() {
        bool space = false;
        while (at_ < length()) {
            const auto begin = at_;
            UChar32 character = 0;
            const auto sort = next(character);
            if (sort == Sort::space) {
                space = true;
                continue;
            }
            IdentityToken token{.after_space = space, .begin = static_cast<std::uint32_t>(begin)};
            space = false;
            if (sort == Sort::mark || sort == Sort::joiner) {
                token.mark = static_cast<char32_t>(character);
            } else if (sort == Sort::han) {
                take_han(token);
            } else {
                take_word(token, sort, character);
            }
            token.end = static_cast<std::uint32_t>(at_);
            out_.tokens.push_back(token);
        }
    }

private:
    [[nodiscard]] std::int32_t length() const { return static_cast<std::int32_t>(text_.size()); }

    Sort next(UChar32& character) {
        const auto byte = text_[static_cast<std::size_t>(at_)];
        if (U8_IS_SINGLE(static_cast<std::uint8_t>(byte))) {
            character = static_cast<std::uint8_t>(byte);
            ++at_;
            return sort_of_ascii(byte);
        }
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        U8_NEXT(bytes, at_, length(), character);
        return character < 0 ? Sort::mark : sort_of_other(character);
    }

    void take_han(IdentityToken& token) {
        token.kind = TokenKind::han;
        out_.has_han = true;
        token.letters = 1;
        for (auto before = at_; at_ < length(); before = at_) {
            UChar32 character = 0;
            if (next(character) == Sort::han) {
                ++token.letters;
                continue;
            }
            at_ = before;
            return;
        }
    }

    void take_word(IdentityToken& token, Sort sort, UChar32 character) {
        token.capital = sort == Sort::capital;
        token.all_capitals = token.capital;
        token.uncased = sort == Sort::uncased;
        bool has_letter = false;
        bool has_digit = false;
        small_.clear();
        while (true) {
            has_digit = has_digit || sort == Sort::digit;
            has_letter = has_letter || sort == Sort::letter || sort == Sort::capital || sort == Sort::uncased;
            token.all_capitals = token.all_capitals && sort != Sort::letter;
            if (sort != Sort::joiner) {
                ++token.letters;
                append_small(character);
            }
            has_letter = take_small_letters(token) || has_letter;
            const auto before = at_;
            if (at_ >= length()) break;
            sort = next(character);
            if (sort == Sort::space || sort == Sort::mark || sort == Sort::han) {
                at_ = before;
                break;
            }
        }
        out_.has_digits = out_.has_digits || has_digit;
        token.kind = !has_digit ? TokenKind::word : has_letter ? TokenKind::code : TokenKind::number;
        if (token.kind != TokenKind::word) return;
        token.classes = lexicon_.classes_of(small_);
        out_.classes |= token.classes;
    }

    /// A run of small ASCII letters, which most words consist of, at once. False: there is none.
    bool take_small_letters(IdentityToken& token) {
        const auto begin = at_;
        while (at_ < length() && is_small_ascii(text_[static_cast<std::size_t>(at_)])) ++at_;
        if (at_ == begin) return false;
        const auto size = static_cast<std::size_t>(at_ - begin);
        small_.append(text_, static_cast<std::size_t>(begin), size);
        token.letters += static_cast<decltype(token.letters)>(size);
        token.all_capitals = false;
        return true;
    }

    void append_small(UChar32 character) {
        if (character < 0x80) {
            small_ += static_cast<char>(character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character);
            return;
        }
        append_utf8(u_tolower(character), small_);
    }

    std::string_view text_;
    const IdentityLexicon& lexicon_;
    TokenizedText& out_;
    std::int32_t at_ = 0;
    std::string small_;
};

/// What a number begins with: its digits, the "(+66" of a telephone, the "AB" of "AB 1234", another "No." or "№".
bool begins_number(const std::vector<IdentityToken>& tokens, std::size_t i) {
    constexpr std::u32string_view signs = U"+＋(#№";
    const auto is_digits = [&](std::size_t at) {
        return at < tokens.size() && (tokens[at].kind == TokenKind::number || tokens[at].kind == TokenKind::code);
    };
    const auto is_mark = [&](std::size_t at, std::u32string_view marks) {
        return at < tokens.size() && tokens[at].kind == TokenKind::mark && marks.find(tokens[at].mark) != std::u32string_view::npos;
    };
    while (is_mark(i, signs)) ++i;
    if (is_digits(i)) return true;
    if (i >= tokens.size() || tokens[i].kind != TokenKind::word) return false;
    const bool series = tokens[i].all_capitals && tokens[i].letters <= 3;
    const bool numbered = (tokens[i].classes & word::numbered) != 0;
    return (series || numbered) && is_digits(is_mark(i + 1, U".-:") ? i + 2 : i + 1);
}

/// A full stop ends no sentence behind an initial, a title, "No." and "tel." with a number, a number before a month, or inside a word.
bool ends_sentence(const std::vector<IdentityToken>& tokens, std::size_t i) {
    const auto& token = tokens[i];
    switch (token.mark) {
        case U'!':
        case U'?':
        case U'。':
        case U'！':
        case U'？':
        case U'؟':
        case U'…': return true;
        case U'.': break;
        default: return false;
    }
    if (i == 0 || i + 1 == tokens.size()) return true;
    const auto& before = tokens[i - 1];
    const auto& after = tokens[i + 1];
    if (!after.after_space) return false;
    if (before.kind == TokenKind::word && before.capital && before.letters == 1) return false;
    const bool is_short = before.letters <= 4;
    if (is_short && (before.classes & word::title) != 0) return false;
    // "no", "cell" and "fax" are whole words too.
    if (is_short && (before.classes & (word::numbered | word::phone)) != 0 && begins_number(tokens, i + 1)) return false;
    if (before.kind == TokenKind::number && (after.classes & word::month) != 0) return false;
    return after.kind != TokenKind::word || after.capital || after.uncased;
}

}  // namespace

void tokenize(std::string_view text, const IdentityLexicon& lexicon, TokenizedText& out) {
    out.text = text;
    out.tokens.clear();
    out.classes = 0;
    out.has_han = false;
    out.has_digits = false;
    Walk(text, lexicon, out).run();
    for (std::size_t i = 0; i < out.tokens.size(); ++i) {
        if (out.tokens[i].kind == TokenKind::mark) out.tokens[i].ends_sentence = ends_sentence(out.tokens, i);
    }
}

void append_lower(std::string_view word, std::string& out) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    const auto length = static_cast<std::int32_t>(word.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        if (character < 0) continue;
        append_utf8(u_tolower(character), out);
    }
}

}  // namespace palermo
