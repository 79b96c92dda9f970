// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/analysis/random_text.hpp"

#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

namespace palermo::test {
namespace {

using Kind = std::vector<std::string_view>;

/// The commonest first: they are in every text.
const std::array<Kind, 14>& kinds() {
    static const std::array<Kind, 14> all{
        Kind{"a", "b", "Z", "Q", "the", "Tang", "v", "No", " ", " ", " ", ".", ". "},
        Kind{"1", "20", "7", "3.5", "1,000"},
        Kind{".", ",", ":", ";", "'", "\"", "_", "?", "!", "(", ")", "[",  "]", "-",
             "/", "@", "#", "&", "*", "$",  "+", "=", "~", "%", "|", "\\", "`", "^"},
        Kind{"\u2019", "\u2018", "\u201C", "\u201D", "\u201E", "\u2013", "\u2014", "\u2026", "\u00AB", "\u00BB", "\u2039", "\u203A"},
        Kind{"é", "É", "ß", "ñ", "Ø", "º", "ª", "µ", "\u00B7", "\u00D7", "\u00A7", "\u00B0", "\u00A0", "\u00BF", "\u00B4", "\u00B2"},
        Kind{"ł", "Ż", "ğ", "İ", "ŀ", "ŉ", "ǆ", "ə", "ʼ", "ʻ", "ˈ"},
        Kind{"д", "Ж", "ё", "Й", "і", "Ѣ", "\u0482", "\u0483", "\u0488", "№", "ѡ"},
        Kind{"\u0301", "\u0308", "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u202A"},
        Kind{"\n", "\r", "\r\n", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029", "\u3000", "\u2003", std::string_view("\0", 1), "\x01",
             "\x7F"},
        Kind{"人", "口贩运", "。", "，", "？", "か", "カ", "ー", "한국", "ｆ", "．", "１"},
        Kind{"ที่", "การค้า", "ລາວ", "ខ្មែរ", "မြန်"},
        Kind{"ا", "لا", "بِ", "؟", "،", "۔", "٣", "\u066B", "ש", "\u05F3", "\u05F4", "\u05BE", "अ", "क्ष", "।", "४", "ω", "Ω", "ა", "Ა"},
        Kind{"😀", "👩\u200D⚖\uFE0F", "🇳🇱", "👍🏽", "1\uFE0F\u20E3", "𝐀", "𐐀", "©", "™", "→"},
        Kind{"\xFF", "\xC3", "\xE2\x80", "\xED\xA0\x80", "\xF0\x9F", "\x80", "\xC0\xAF", "\xF5\x80", "\xC2"},
    };
    return all;
}

std::size_t below(std::mt19937& random, std::size_t limit) { return random() % limit; }

}  // namespace

std::string random_text(std::mt19937& random) {
    std::vector<const Kind*> chosen{&kinds()[0], &kinds()[0]};
    for (auto more = below(random, 6); more > 0; --more) chosen.push_back(&kinds()[below(random, kinds().size())]);
    std::string text;
    for (auto left = below(random, 40); left > 0; --left) {
        const auto& kind = *chosen[below(random, chosen.size())];
        text += kind[below(random, kind.size())];
    }
    return text;
}

std::string spelt_out(const std::string& text) {
    std::string spelt;
    for (const char c : text) {
        std::array<char, 8> hex{};
        std::snprintf(hex.data(), hex.size(), "\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        if (c >= ' ' && c <= '~')
            spelt += c;
        else
            spelt += hex.data();
    }
    return spelt;
}

}  // namespace palermo::test
