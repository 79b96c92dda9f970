// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_lint.hpp"

#include "corpus/identity_contacts.hpp"
#include "corpus/identity_dates.hpp"
#include "corpus/identity_entry.hpp"
#include "corpus/identity_han.hpp"
#include "corpus/identity_minors.hpp"
#include "corpus/identity_names.hpp"
#include "corpus/identity_numbers.hpp"
#include "corpus/identity_relatives.hpp"
#include "corpus/identity_traits.hpp"
#include "corpus/identity_waivers.hpp"
#include "corpus/shortened.hpp"
#include "corpus/text_place.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {

/// The lexicons of the languages that records are written in, and one of all for any other.
struct IdentityLint::Words {
    struct OfLanguage {
        std::string_view lang;
        IdentityLexicon lexicon;
    };

    [[nodiscard]] const IdentityLexicon& of(std::string_view tag) const {
        // What little of a Chinese text is in Latin letters is most often English.
        const auto lang = tag.starts_with("zh") ? std::string_view("en") : tag.substr(0, tag.find('-'));
        const auto found = std::ranges::find(known, lang, &OfLanguage::lang);
        return found == known.end() ? any : found->lexicon;
    }

    std::vector<OfLanguage> known;
    IdentityLexicon any{""};
};

namespace {

/// A piece of prose and where it stands.
struct Prose {
    std::string_view text;
    std::string_view lang;
    std::size_t offset = 0;        ///< of the element
    std::string_view paragraph{};  ///< its id; empty outside of paragraphs
    bool links_belong_elsewhere = false;
};

class RecordLint {
public:
    RecordLint(const CaseRecord& record, const SourceText& source, const IdentityPolicy& policy)
        : record_(record),
          source_(source),
          policy_(policy),
          waivers_(record),
          known_(knows_age_and_origin(record)),
          flags_initials_(policy.initials_in(record.jurisdiction.code()) == InitialsPolicy::flag) {
        for (const auto& person : record.persons) public_names_.add(person.name);
    }

    template <class LexiconOf>
    IdentityFindings run(const LexiconOf& lexicon_of) {
        for_each_prose([&](const Prose& prose) { look_at(prose, lexicon_of(prose.lang)); });
        for (const auto& person : record_.persons) {
            if (person.role == PersonRole::victim) look_at_victim(person, lexicon_of(record_.lang));
        }
        for (const auto* links : {&record_.sources, &record_.attachments}) {
            for (const auto& link : *links) {
                if (is_social_media_account(link.href)) found(IdentityRule::social_media_account, {}, link.offset);
            }
        }
        for (const auto* victim : singled_out_victims(record_)) found(IdentityRule::singled_out, {}, victim->offset);
        say_what_was_left_out();
        auto complaints = waivers_.complaints(policy_, source_);
        std::ranges::move(complaints, std::back_inserter(findings_.reported));
        return std::move(findings_);
    }

private:
    /// Everything that is shown or kept of a record and written in words. The title comes first: what it names is public from then on.
    template <class Visit>
    void for_each_prose(Visit visit) {
        visit(Prose{.text = record_.title.text, .lang = record_.title.lang, .offset = record_.offset});
        public_names_.add(record_.title.text);
        for (const auto& proceeding : record_.proceedings) {
            if (proceeding.outcome) visit(Prose{.text = proceeding.outcome->wording, .lang = record_.lang, .offset = proceeding.offset});
            for (const auto& text : proceeding.description) {
                visit(Prose{.text = text.text, .lang = text.lang, .offset = proceeding.offset, .links_belong_elsewhere = true});
            }
        }
        for (const auto& charge : record_.charges) {
            visit(Prose{.text = charge.details, .lang = record_.lang, .offset = charge.offset});
            if (charge.sentence) visit(Prose{.text = charge.sentence->wording, .lang = record_.lang, .offset = charge.offset});
        }
        for (const auto& section : record_.texts) {
            for (const auto& paragraph : section.paragraphs) {
                visit(Prose{.text = paragraph.text,
                            .lang = section.lang,
                            .offset = paragraph.offset,
                            .paragraph = paragraph.id,
                            .links_belong_elsewhere = true});
            }
        }
        for (const auto& event : record_.later_history) visit(Prose{.text = event.text, .lang = record_.lang, .offset = event.offset});
        for (const auto* links : {&record_.sources, &record_.attachments}) {
            for (const auto& link : *links)
                visit(Prose{.text = link.text, .lang = link.lang.empty() ? record_.lang : link.lang, .offset = link.offset});
        }
        for (const auto& waiver : record_.identity_waivers)
            visit(Prose{.text = waiver.reason, .lang = record_.lang, .offset = waiver.offset});
        for (const auto& note : record_.provenance.notes)
            visit(Prose{.text = note, .lang = record_.lang, .offset = record_.provenance.offset});
    }

    void look_at(const Prose& prose, const IdentityLexicon& lexicon) {
        if (prose.text.empty()) return;
        tokenize(prose.text, lexicon, text_);
        hits_.clear();
        const NameQuestion names{.text = text_, .public_names = public_names_, .capitals_tell = lexicon.capitals_tell()};
        find_names(names, hits_);
        find_minors(names, hits_);
        find_relatives(names, hits_);
        find_contacts(text_, hits_);
        find_numbers(text_, hits_);
        find_in_chinese(text_, hits_);
        find_rare_combination(text_, known_, hits_);
        for (const auto& [rule, begin] : hits_.all()) {
            if (rule == IdentityRule::initials && !flags_initials_) continue;
            if (rule == IdentityRule::web_link && !prose.links_belong_elsewhere) continue;
            if (policy_.severity_of(rule))
                found(rule, prose.paragraph,
                      prose.paragraph.empty() ? prose.offset : place_in_element(source_.text(), prose.offset, begin));
        }
    }

    void look_at_victim(const Person& victim, const IdentityLexicon& lexicon) {
        tokenize(victim.age, lexicon, text_);
        if (holds_name(text_) || !is_neutral_id(victim.id)) found(IdentityRule::victim_entry, {}, victim.offset);
        hits_.clear();
        find_contacts(text_, hits_);
        find_numbers(text_, hits_);
        if (has_full_date(text_, 0, text_.tokens.size())) hits_.add(IdentityRule::birth_date, 0);
        for (const auto& [rule, begin] : hits_.all()) found(rule, {}, victim.offset);
    }

    void found(IdentityRule rule, std::string_view paragraph, std::size_t offset) {
        const auto severity = policy_.severity_of(rule);
        if (!severity) return;
        const auto& info = info_of(rule);
        auto message = std::string(info.message.substr(0, info.message.size() - 1)) + " (rule " + std::string(info.name);
        message += (paragraph.empty() ? "" : ", paragraph " + shortened(paragraph)) + ").";
        const auto* waiver = waivers_.use(rule, paragraph);
        if ((waiver != nullptr ? findings_.waived : findings_.reported).size() >= max_identity_findings) {
            if (waiver == nullptr) leave_out(*severity);
            return;
        }
        auto place = source_.place_at(offset);
        if (waiver != nullptr) {
            findings_.waived.push_back(
                {.severity = Severity::note,
                 .place = std::move(place),
                 .message = "Waived: " + message,
                 .mend = "The waiver on line " + std::to_string(source_.place_at(waiver->offset).line) + " says why."});
            return;
        }
        findings_.reported.push_back(
            {.severity = *severity, .place = std::move(place), .message = std::move(message), .mend = std::string(info.mend)});
    }

    void leave_out(Severity severity) {
        ++left_out_;
        gravest_left_out_ = std::max(gravest_left_out_, severity);
    }

    void say_what_was_left_out() {
        if (left_out_ == 0) return;
        findings_.reported.push_back({.severity = gravest_left_out_,
                                      .place = {.file = source_.name()},
                                      .message = "There are " + std::to_string(left_out_) + " more findings of the identity lint.",
                                      .mend = "Mend those above first."});
    }

    const CaseRecord& record_;
    const SourceText& source_;
    const IdentityPolicy& policy_;
    IdentityWaivers waivers_;
    PublicNames public_names_;
    bool known_;
    bool flags_initials_;
    TokenizedText text_;
    IdentityHits hits_;
    IdentityFindings findings_;
    std::size_t left_out_ = 0;
    Severity gravest_left_out_ = Severity::note;
};

}  // namespace

IdentityLint::IdentityLint(IdentityPolicy policy) : policy_(std::move(policy)) {
    auto words = std::make_shared<Words>();
    for (const std::string_view lang : {"en", "fr", "es", "ru", "ar", "de", "it"}) words->known.push_back({lang, IdentityLexicon(lang)});
    words_ = std::move(words);
}

IdentityFindings IdentityLint::check(const CaseRecord& record, const SourceText& source) const {
    return RecordLint(record, source, policy_).run([&](std::string_view lang) -> const IdentityLexicon& { return words_->of(lang); });
}

}  // namespace palermo
