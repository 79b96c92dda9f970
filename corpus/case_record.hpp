// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/partial_date.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What a case is: the values of schemas/case-record.xsd, in its order and with its names. No XML, no index.
/// Codes (a stage, a role, an outcome) are kept as the schema spells them: the schema is the one list of them, and the validator has
/// checked them before a CaseRecord exists. An empty string or list means "not recorded".
/// `offset` is the byte in the source text where the element starts, so that a check can name line and column.
namespace palermo {

/// Text in a language: BCP 47 tag as written in xml:lang.
struct LocalText {
    std::string lang;
    std::string text;

    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// A number by which others know the case. Schemes: unodc, sherloc-path, neutral-citation, report, ecli, docket, application, other.
struct Identifier {
    std::string scheme;
    std::string value;
};

/// The court's country (ISO 3166-1 alpha-2) or an international body; for a body, the States that answered before it.
struct Jurisdiction {
    std::string country;
    std::string body;
    std::vector<std::string> respondents;
    std::size_t offset = 0;

    /// The facet value: "AU" or "council-of-europe".
    [[nodiscard]] const std::string& code() const { return country.empty() ? body : country; }
};

struct CrimeType {
    std::string code;
    std::string source;
};

/// A keyword of another catalogue, kept as it was given there. Sources: sherloc-keywords (the older block), sherloc-badge, other.
struct Keyword {
    std::string source;
    std::string category;
    std::string value;
};

struct Paragraph {
    std::string id;      ///< unique in the record; what a tag points to
    std::string number;  ///< as printed beside it; counts from 1 in its text
    std::string text;
    std::size_t offset = 0;
};

/// One prose text in one language. Kinds: fact-summary, legal-reasoning, commentary, procedural-history.
struct TextSection {
    std::string kind;
    std::string lang;
    std::vector<Paragraph> paragraphs;
};

struct DecisionOutcome {
    std::string code;     ///< convicted, acquitted, ...
    std::string wording;  ///< what the source says
};

struct Proceeding {
    std::string id;
    std::string stage;
    std::string court;
    std::string court_level;
    std::optional<PartialDate> decided;
    std::string decided_as_written;  ///< kept because "2010-02-30" passes no date type and must be named in the report
    std::string case_reference;
    std::optional<DecisionOutcome> outcome;
    std::vector<LocalText> description;
    std::size_t offset = 0;
};

enum class PersonRole { defendant, victim };

/// A person entry may be one person, a company, or several people. Victims carry no name: the format has no place for one.
struct Person {
    PersonRole role = PersonRole::defendant;
    std::string id;
    std::string kind;  ///< natural, legal, group, unknown
    std::string name;  ///< defendants only
    std::optional<int> count;
    std::string gender;
    std::optional<bool> minor;
    std::string age;  ///< number, range or words
    std::vector<std::string> nationalities;
    std::size_t offset = 0;
};

struct Money {
    std::string currency;  ///< ISO 4217
    std::string amount;    ///< decimal as written
};

struct Sentence {
    std::optional<int> months;
    bool life = false;
    std::optional<int> suspended_months;
    std::optional<Money> fine;
    std::optional<Money> compensation;
    std::string wording;
};

struct Charge {
    std::vector<std::string> defendants;  ///< ids; empty: the source does not link it
    std::string proceeding;
    std::string details;
    std::string legislation;
    std::string verdict;
    std::optional<Sentence> sentence;
    std::size_t offset = 0;
};

/// A concept given to a case, with who gave it and which paragraphs show it.
struct Tag {
    std::string concept_id;
    std::string source;   ///< digest, cataloguer, sherloc-keyword
    std::string section;  ///< of the digest, when that is the source
    std::string role;     ///< evidential issues only: strengthened, weakened, neutral, unclear
    std::vector<std::string> paragraphs;
    std::size_t offset = 0;
    std::string
        recorded_as{};  ///< the id that the record gives, where `concept_id` is the one that stands for it now; see current_concepts
};

struct LaterEvent {
    std::optional<PartialDate> date;
    std::string effect;
    std::string text;
    std::size_t offset = 0;
};

struct Link {
    std::string href;
    std::string text;
    std::string lang;
    std::string media_type;
    std::size_t offset = 0;
};

/// A rule of the identity lint that a person lets stand in some paragraphs (none named: in the whole record).
struct IdentityWaiver {
    std::string rule;
    std::vector<std::string> paragraphs;
    std::string reason;
    std::string by;
    std::size_t offset = 0;
};

struct Provenance {
    std::string catalogued;
    std::string by;
    std::vector<std::string> notes;
    std::size_t offset = 0;
};

struct CaseRecord {
    std::string id;
    std::string lang;
    bool restricted = false;
    LocalText title;
    std::vector<Identifier> identifiers;
    Jurisdiction jurisdiction;
    std::vector<CrimeType> crime_types;
    std::vector<std::string> origin, transit, destination;  ///< ISO 3166-1 alpha-2
    std::vector<Proceeding> proceedings;                    ///< in the order of time, as the record gives them
    std::vector<Person> persons;
    std::vector<Charge> charges;
    std::vector<TextSection> texts;
    std::vector<Tag> legal_concepts;
    std::vector<Tag> evidential_issues;
    std::vector<Keyword> keywords;
    std::vector<LaterEvent> later_history;
    std::vector<Link> sources;
    std::vector<Link> attachments;
    std::vector<IdentityWaiver> identity_waivers{};
    Provenance provenance;
    std::size_t offset = 0;
};

/// The latest proceeding that states something: how the case stands, and what its hit line shows. Null when none does.
[[nodiscard]] const Proceeding* latest_with_outcome(const CaseRecord& record);
[[nodiscard]] const Proceeding* latest_with_court(const CaseRecord& record);
[[nodiscard]] const Proceeding* latest_with_date(const CaseRecord& record);

}  // namespace palermo
