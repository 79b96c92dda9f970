// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_traits.hpp"

#include "corpus/identity_dates.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace palermo {
namespace {

/// What a place is that has its name behind it: "the village of Exampleva".
constexpr auto settlements = std::to_array<std::string_view>(
    {"village", "town",  "city",   "hamlet", "ville", "commune", "pueblo",  "ciudad",  "aldea",   "municipio", "villaggio",
     "paese",   "città", "города", "городе", "село",  "селе",    "деревня", "деревне", "посёлке", "поселке"});
constexpr auto from_words = std::to_array<std::string_view>({"from", "de", "du", "из", "من", "aus", "da", "dalla", "dal"});
constexpr auto chinese_occupations = std::to_array<std::string_view>(
    {"护士", "教师", "老师", "学生", "会计", "医生", "记者", "歌手", "演员", "裁缝", "律师", "理发师", "助产士", "牙医", "兽医", "钢琴家"});
constexpr auto chinese_origins = std::to_array<std::string_view>({"国籍", "籍", "来自"});
constexpr auto chinese_places = std::to_array<std::string_view>({"市", "县", "镇", "村"});
constexpr auto chinese_victims =
    std::to_array<std::string_view>({"被害人", "受害人", "受害者", "被害者", "女孩", "少女", "女童", "妇女", "女子"});

bool is_exact_age(const std::string& age) {
    return !age.empty() && age.size() <= 2 && std::ranges::all_of(age, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_one_person(const Person& person) { return person.kind == "natural" && person.count.value_or(1) == 1; }

bool has_age_and_origin(const Person& person) {
    return is_one_person(person) && is_exact_age(person.age) && person.nationalities.size() == 1;
}

/// What one sentence tells of a victim.
struct Traits {
    bool victim = false;
    bool age = false;
    bool origin = false;
    bool place_or_day = false;
    bool occupation = false;

    [[nodiscard]] bool point_to_one() const { return victim && age && origin && place_or_day && occupation; }
};

class SentenceReader {
public:
    explicit SentenceReader(const TokenizedText& text) : text_(text), tokens_(text.tokens) {}

    [[nodiscard]] Traits read(std::size_t begin, std::size_t end, bool known) const {
        Traits traits{.age = known, .origin = known};
        for (auto i = begin; i < end; ++i) {
            const auto classes = tokens_[i].classes;
            traits.victim = traits.victim || (classes & (word::victim | word::person)) != 0;
            traits.occupation = traits.occupation || is_occupation(i, begin);
            traits.age = traits.age || is_age(i, begin, end);
            traits.origin = traits.origin || is_origin(i, begin);
            traits.place_or_day = traits.place_or_day || is_town(i, begin);
        }
        if (text_.has_han) read_chinese(begin, end, traits);
        traits.place_or_day = traits.place_or_day || (text_.has_digits && has_full_date(text_, begin, end));
        return traits;
    }

private:
    [[nodiscard]] bool is(std::size_t i, WordClasses classes) const { return i < tokens_.size() && (tokens_[i].classes & classes) != 0; }
    [[nodiscard]] bool is_mark(std::size_t i, char32_t mark) const { return i < tokens_.size() && tokens_[i].mark == mark; }

    /// Not the name of Judge Baker.
    [[nodiscard]] bool is_occupation(std::size_t i, std::size_t begin) const {
        if (!is(i, word::occupation)) return false;
        return !tokens_[i].capital || i == begin || !(tokens_[i - 1].capital || (is_mark(i - 1, U'.') && i > 1 && is(i - 2, word::title)));
    }

    /// A number up to 99 beside "aged" or "old", behind "woman of", or between commas; "fifteen-year-old".
    [[nodiscard]] bool is_age(std::size_t i, std::size_t begin, std::size_t end) const {
        if (is(i, word::age) && i >= begin + 3 && is_mark(i - 1, U'-') && is_mark(i - 3, U'-')) return true;
        const auto number = number_at(text_, i);
        if (!number || *number < 1 || *number > 99) return false;
        for (auto j = i > begin + 3 ? i - 3 : begin; j < std::min(end, i + 5); ++j) {
            if (is(j, word::age)) return true;
        }
        const bool behind_small = i > begin && is(i - 1, word::small);
        auto before = behind_small ? i - 1 : i;
        if (before > begin && is(before - 1, word::origin)) --before;
        if (before > begin && is(before - 1, word::victim | word::person | word::occupation)) return true;
        return i > begin && is_mark(i - 1, U',') && is_mark(i + 1, U',');
    }

    [[nodiscard]] bool is_origin(std::size_t i, std::size_t begin) const {
        if (is(i, word::origin)) return true;
        if (!is(i, word::country) || i == begin) return false;
        std::string before;
        append_lower(text_.spelled(tokens_[i - 1]), before);
        return std::ranges::find(from_words, before) != from_words.end();
    }

    [[nodiscard]] bool is_town(std::size_t i, std::size_t begin) const {
        constexpr auto no_town = word::country | word::origin | word::month | word::not_name | word::small | word::title;
        const auto& token = tokens_[i];
        if (i == begin || !token.capital || token.letters < 3 || (token.classes & no_town) != 0) return false;
        if (is(i - 1, word::place_in)) return true;
        const bool of = i > begin + 1 && is(i - 1, word::small | word::clitic | word::link);
        return is_settlement(of ? i - 2 : i - 1);
    }

    [[nodiscard]] bool is_settlement(std::size_t i) const {
        if (tokens_[i].kind != TokenKind::word) return false;
        std::string small;
        append_lower(text_.spelled(tokens_[i]), small);
        return std::ranges::find(settlements, small) != settlements.end();
    }

    void read_chinese(std::size_t begin, std::size_t end, Traits& traits) const {
        const auto sentence = text_.text.substr(tokens_[begin].begin, tokens_[end - 1].end - tokens_[begin].begin);
        const auto says = [&](const auto& words) {
            return std::ranges::any_of(words, [&](auto word) { return sentence.find(word) != std::string_view::npos; });
        };
        traits.victim = traits.victim || says(chinese_victims);
        traits.origin = traits.origin || says(chinese_origins);
        traits.occupation = traits.occupation || says(chinese_occupations);
        traits.place_or_day = traits.place_or_day || says(chinese_places);
        for (auto i = begin; i + 1 < end; ++i) {
            traits.age = traits.age || (number_at(text_, i) && text_.spelled(tokens_[i + 1]).starts_with("岁"));
        }
    }

    const TokenizedText& text_;
    const std::vector<IdentityToken>& tokens_;
};

}  // namespace

void find_rare_combination(const TokenizedText& text, bool age_and_origin_known, IdentityHits& hits) {
    if (!text.has_han && !text.has(word::occupation)) return;
    const SentenceReader reader(text);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        if (!text.tokens[i].ends_sentence && i + 1 < text.tokens.size()) continue;
        if (reader.read(begin, i + 1, age_and_origin_known).point_to_one())
            return hits.add(IdentityRule::rare_combination, text.tokens[begin].begin);
        begin = i + 1;
    }
}

bool knows_age_and_origin(const CaseRecord& record) {
    const auto is_victim = [](const Person& person) { return person.role == PersonRole::victim; };
    const auto only = std::ranges::find_if(record.persons, is_victim);
    return only != record.persons.end() && std::ranges::count_if(record.persons, is_victim) == 1 && has_age_and_origin(*only);
}

std::vector<const Person*> singled_out_victims(const CaseRecord& record) {
    std::vector<const Person*> alone;
    int people = 0;
    for (const auto& person : record.persons) {
        if (person.role != PersonRole::victim) continue;
        if (!is_one_person(person) && !person.count) return {};
        people += person.count.value_or(1);
        if (has_age_and_origin(person)) alone.push_back(&person);
    }
    if (people < 3 || people > small_group) return {};
    std::erase_if(alone, [&](const Person* one) {
        return std::ranges::any_of(record.persons, [&](const Person& other) {
            return &other != one && other.role == PersonRole::victim &&
                   std::ranges::find(other.nationalities, one->nationalities.front()) != other.nationalities.end();
        });
    });
    return alone;
}

}  // namespace palermo
