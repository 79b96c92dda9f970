// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_han.hpp"

#include "corpus/identity_dates.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace palermo {
namespace {

constexpr std::size_t han_bytes = 3;

constexpr auto victims = std::to_array<std::string_view>({"被害人", "受害人", "受害者", "被害者", "被害女子", "受害女子", "被拐女子",
                                                          "申请人", "原告", "女孩", "少女", "女童", "儿童", "妇女", "移民"});
constexpr auto naming = std::to_array<std::string_view>({"名叫", "姓名为", "姓名是", "姓名：", "真名", "本名"});
/// The most frequent surnames that are no part of an ordinary word behind 被害人.
constexpr std::string_view surnames =
    "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘袁董余叶程魏苏吕丁沈姚卢傅钟姜崔谭廖范汪陆金贾韦邱侯熊孟秦阎薛";
constexpr auto double_surnames =
    std::to_array<std::string_view>({"欧阳", "上官", "司马", "诸葛", "司徒", "皇甫", "慕容", "夏侯", "令狐", "尉迟"});
constexpr std::string_view numerals = "〇零一二三四五六七八九十";
/// What may follow a name: nothing of a word that only begins like one.
constexpr auto behind_a_name = std::to_array<std::string_view>({"，", "。", "、", "；", "：", "）", "（", "于", "在", "被",   "与", "和",
                                                                "及", "称", "说", "因", "向", "从", "到", "系", "的", "陈述", "等"});
constexpr auto births = std::to_array<std::string_view>({"出生", "生于", "生日"});
constexpr auto documents = std::to_array<std::string_view>({"身份证", "护照", "证件号", "账号", "银行卡"});
constexpr auto phones = std::to_array<std::string_view>({"电话", "手机", "微信", "联系方式", "QQ"});
constexpr auto accounts = std::to_array<std::string_view>({"微信号", "QQ号", "微博", "抖音号", "账号"});
constexpr auto streets = std::to_array<std::string_view>({"路", "街", "巷", "大道", "弄", "胡同", "小区"});

bool is_han_at(std::string_view text, std::size_t at) {
    return at + han_bytes <= text.size() && static_cast<unsigned char>(text[at]) >= 0xE4U && static_cast<unsigned char>(text[at]) <= 0xE9U;
}

/// Whether the character at `at` is one of `characters`, which all have three bytes.
bool is_in(std::string_view characters, std::string_view text, std::size_t at) {
    if (at + han_bytes > text.size()) return false;
    const auto found = characters.find(text.substr(at, han_bytes));
    return found != std::string_view::npos && found % han_bytes == 0;
}

/// Bytes of the surname at `at`; 0 when there is none.
std::size_t surname_size(std::string_view text, std::size_t at) {
    if (!is_han_at(text, at)) return 0;
    const auto is_here = [&](auto surname) { return text.substr(at).starts_with(surname); };
    if (std::ranges::any_of(double_surnames, is_here)) return 2 * han_bytes;
    return is_in(surnames, text, at) ? han_bytes : 0;
}

std::size_t skip_numerals(std::string_view text, std::size_t at) {
    while (is_in(numerals, text, at)) at += han_bytes;
    return at;
}

/// "一九九四年五月三日".
bool has_written_date(std::string_view text) {
    constexpr std::string_view sign = "年";
    for (auto year = text.find(sign); year != std::string_view::npos; year = text.find(sign, year + han_bytes)) {
        if (year < han_bytes || !is_in(numerals, text, year - han_bytes)) continue;
        const auto month = skip_numerals(text, year + han_bytes);
        if (month == year + han_bytes || !text.substr(month).starts_with("月")) continue;
        const auto day = skip_numerals(text, month + han_bytes);
        if (day > month + han_bytes && (text.substr(day).starts_with("日") || text.substr(day).starts_with("号"))) return true;
    }
    return false;
}

bool name_ends_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    return std::ranges::any_of(behind_a_name, [&](auto next) { return text.substr(at).starts_with(next); });
}

class ChineseFinder {
public:
    ChineseFinder(const TokenizedText& text, IdentityHits& hits) : tokenized_(text), text_(text.text), hits_(hits) {}

    void run() {
        const bool has_victim = std::ranges::any_of(victims, [&](auto victim) { return text_.find(victim) != std::string_view::npos; });
        if (has_victim) {
            for (const auto victim : victims) {
                each(victim, [&](auto behind) {
                    look_behind_victim(behind);
                    look_before_bracket(behind - victim.size(), behind);
                });
            }
            for (const auto word : naming)
                each(word, [&](auto behind) {
                    if (is_han_at(text_, behind)) add(IdentityRule::victim_name, behind);
                });
        }
        find_births();
        if (!tokenized_.has_digits) return;
        find_numbers(documents, 6, IdentityRule::document_number);
        find_numbers(phones, 7, IdentityRule::telephone);
        find_accounts();
        find_houses();
    }

private:
    void add(IdentityRule rule, std::size_t at) { hits_.add(rule, static_cast<std::uint32_t>(at)); }

    template <class Visit>
    void each(std::string_view what, Visit visit) {
        for (auto found = text_.find(what); found != std::string_view::npos; found = text_.find(what, found + what.size()))
            visit(found + what.size());
    }

    /// "被害人王某" is what courts write instead of a name, "被害人王小红，" a name.
    void look_behind_victim(std::size_t at) {
        for (const std::string_view mark : {"（", "，", "：", "、"}) {
            if (text_.substr(at).starts_with(mark)) {
                at += mark.size();
                break;
            }
        }
        const auto surname = surname_size(text_, at);
        if (surname == 0) return;
        const auto given = at + surname;
        if (text_.substr(given).starts_with("某")) return add(IdentityRule::initials, at);
        for (const auto size : {2 * han_bytes, han_bytes}) {
            if (is_han_at(text_, given + size - han_bytes) && name_ends_at(text_, given + size)) return add(IdentityRule::victim_name, at);
        }
    }

    /// "王小红（被害人）": the bracket holds nothing else, and the name begins where the characters do.
    void look_before_bracket(std::size_t begin, std::size_t end) {
        constexpr std::string_view open = "（";
        if (begin < open.size() || text_.substr(begin - open.size(), open.size()) != open || !text_.substr(end).starts_with("）")) return;
        const auto behind_name = begin - open.size();
        for (const auto size : {2 * han_bytes, 3 * han_bytes, 4 * han_bytes}) {
            if (size > behind_name) return;
            const auto name = behind_name - size;
            const bool stands_alone = name < han_bytes || !is_han_at(text_, name - han_bytes);
            const auto surname = stands_alone ? surname_size(text_, name) : 0;
            // Behind a surname stand one character or two.
            if (surname == 0 || size - surname > 2 * han_bytes) continue;
            return add(text_.substr(name + surname).starts_with("某") ? IdentityRule::initials : IdentityRule::victim_name, name);
        }
    }

    /// The tokens that lie in the bytes [from, to).
    [[nodiscard]] std::pair<std::size_t, std::size_t> tokens_in(std::size_t from, std::size_t to) const {
        const auto& tokens = tokenized_.tokens;
        const auto index = [&](std::size_t byte) {
            return static_cast<std::size_t>(
                std::ranges::lower_bound(tokens, byte, {}, [](const IdentityToken& token) { return std::size_t{token.begin}; }) -
                tokens.begin());
        };
        return {index(from), index(to)};
    }

    void find_births() {
        for (const auto birth : births) {
            each(birth, [&](std::size_t behind) {
                const auto first = behind > 48 ? behind - 48 : 0;
                const auto [from, to] = tokens_in(first, behind + 36);
                if (has_full_date(tokenized_, from, to) || has_written_date(text_.substr(first, behind + 36 - first)))
                    add(IdentityRule::birth_date, behind - birth.size());
            });
        }
    }

    void find_numbers(std::span<const std::string_view> words, std::size_t least, IdentityRule rule) {
        for (const auto word : words) {
            each(word, [&](std::size_t behind) {
                const auto [from, to] = tokens_in(behind, behind + 30);
                std::size_t digits = 0;
                for (auto i = from; i < to && digits < least; ++i) {
                    const auto& token = tokenized_.tokens[i];
                    const bool counts = (token.kind == TokenKind::number || token.kind == TokenKind::code) && !full_date_end(tokenized_, i);
                    if (counts) digits += token.letters;
                    if (token.kind == TokenKind::han && digits > 0) break;
                }
                if (digits >= least) add(rule, behind - word.size());
            });
        }
    }

    void find_accounts() {
        for (const auto account : accounts) {
            each(account, [&](std::size_t behind) {
                const auto [from, to] = tokens_in(behind, behind + 12);
                for (auto i = from; i < to; ++i) {
                    if (tokenized_.tokens[i].kind == TokenKind::code)
                        return add(IdentityRule::social_media_account, behind - account.size());
                }
            });
        }
    }

    /// "示例路12号".
    void find_houses() {
        const auto& tokens = tokenized_.tokens;
        for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
            if (tokens[i].kind != TokenKind::number || tokens[i - 1].kind != TokenKind::han || tokens[i + 1].kind != TokenKind::han)
                continue;
            const auto before = tokenized_.spelled(tokens[i - 1]);
            const auto behind = tokenized_.spelled(tokens[i + 1]);
            const bool street = std::ranges::any_of(streets, [&](auto word) { return before.ends_with(word); });
            if (street && (behind.starts_with("号") || behind.starts_with("弄"))) return add(IdentityRule::address, tokens[i].begin);
        }
    }

    const TokenizedText& tokenized_;
    std::string_view text_;
    IdentityHits& hits_;
};

}  // namespace

void find_in_chinese(const TokenizedText& text, IdentityHits& hits) {
    if (text.has_han) ChineseFinder(text, hits).run();
}

}  // namespace palermo
