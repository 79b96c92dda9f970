// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_lint.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace palermo {
namespace {

struct Rule {
    std::string_view pattern;  ///< ICU regular expression
    std::string_view message;
    std::string_view mend;
};

constexpr std::array rules{
    Rule{R"((?i:\b(victim|complainant|girl|boy|woman|child|migrant)s?\b),?\s+(?:named|called)\s+\p{Lu}\p{Ll}+)",
         "This seems to name a victim.", "Write \"a woman\", \"the complainant\" or initials that the court itself uses."},
    Rule{R"((?i:\bborn on\b)[^.]{0,12}\d{4})", "This seems to be a full date of birth.", "Give the age, or the year alone."},
    Rule{R"((?i:\b(?:passport|identity card|ID)\s+(?:no\.?|number)\s*:?\s*)[A-Z0-9]*\d{4,}[A-Z0-9]*)",
         "This seems to be the number of an identity document.", "Leave the number out."},
    Rule{R"([\w.+-]+@[\w-]+\.[\w.]+)", "This is an e-mail address.", "Leave it out."},
    Rule{R"((?i:\b(?:phone|telephone|mobile|tel)\b[^.]{0,20}?)\+?\d[\d ()-]{6,}\d)", "This seems to be a telephone number.",
         "Leave it out."},
};

class Matcher {
public:
    explicit Matcher(const Rule& rule) : rule_(&rule) {
        auto status = U_ZERO_ERROR;
        const auto pattern =
            icu::UnicodeString::fromUTF8(icu::StringPiece(rule.pattern.data(), static_cast<std::int32_t>(rule.pattern.size())));
        regex_ = std::make_unique<icu::RegexMatcher>(pattern, 0, status);
    }

    [[nodiscard]] const Rule& rule() const { return *rule_; }
    [[nodiscard]] bool finds(const std::string& text) {
        auto status = U_ZERO_ERROR;
        const auto utf16 = icu::UnicodeString::fromUTF8(text);
        regex_->reset(utf16);
        return regex_->find(status) != 0 && U_SUCCESS(status);
    }

private:
    const Rule* rule_;
    std::unique_ptr<icu::RegexMatcher> regex_;
};

}  // namespace

Diagnostics lint_identity(const CaseRecord& record, const SourceText& source) {
    Diagnostics findings;
    for (const auto& rule : rules) {
        Matcher matcher(rule);
        for (const auto& section : record.texts) {
            for (const auto& paragraph : section.paragraphs) {
                if (!matcher.finds(paragraph.text)) continue;
                const auto offset = source.text().find("id=\"" + paragraph.id + "\"");
                findings.push_back({.severity = Severity::warning,
                                    .place = source.place_at(offset == std::string::npos ? record.offset : offset),
                                    .message = std::string(rule.message),
                                    .mend = std::string(rule.mend)});
            }
        }
    }
    return findings;
}

}  // namespace palermo
