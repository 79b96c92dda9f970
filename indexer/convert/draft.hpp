// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// A case record in the making: the parts of schemas/case-record.xsd that a converter fills, each with the place of the source it was read
/// from. Nothing here has been checked; an empty value means that the source does not state it.
namespace palermo {

/// Words of a source and where they stand in it. Words that an option gave have a place without a file.
struct Said {
    std::string words;
    Place place{};

    [[nodiscard]] bool empty() const { return words.empty(); }
};

struct DraftIdentifier {
    std::string scheme;
    Said value;
};

struct DraftProceeding {
    Said stage, court, court_level, decided, case_reference, outcome, outcome_wording, description;

    [[nodiscard]] bool empty() const {
        return stage.empty() && court.empty() && court_level.empty() && decided.empty() && case_reference.empty() && outcome.empty() &&
               outcome_wording.empty() && description.empty();
    }
};

struct DraftPerson {
    Said name;  ///< defendants only
    std::string kind = "unknown";
    std::string count, gender, minor;  ///< as the schema spells them
    std::vector<std::string> nationalities;
};

struct DraftCharge {
    Said details;
    std::string verdict;
};

struct DraftParagraph {
    std::string id;
    Said text;
};

struct DraftText {
    std::string kind;
    std::string lang;
    std::vector<DraftParagraph> paragraphs;
};

struct DraftTag {
    Said concept_id;
    std::string role;  ///< evidential issues only
    std::string paragraphs;
};

struct DraftKeyword {
    std::string category;
    Said value;
};

struct DraftEvent {
    std::string effect, date;
    Said words;
};

struct DraftLink {
    Said words;
    std::string href, media_type;
};

/// How much content: pieces are cells, texts or attributes; characters are Unicode's, white space left out.
struct Amount {
    std::size_t pieces = 0;
    std::size_t characters = 0;

    Amount& operator+=(const Amount& other) {
        pieces += other.pieces;
        characters += other.characters;
        return *this;
    }
};

struct Draft {
    Place place;  ///< of the row or of the document
    Said id, lang, restricted, title, country, body;
    std::vector<DraftIdentifier> identifiers;
    std::vector<Said> respondents, crime_types, origin, transit, destination;
    std::vector<DraftProceeding> proceedings;
    std::vector<DraftPerson> defendants, victims;
    std::vector<DraftCharge> charges;
    std::vector<DraftText> texts;
    std::vector<DraftTag> legal_concepts, evidential_issues;
    std::vector<DraftKeyword> keywords;
    std::vector<DraftEvent> later_history;
    std::vector<DraftLink> sources, attachments;
    Said catalogued, catalogued_by;
    std::vector<Said> notes;
    Amount carried;  ///< content of the source that went into it
};

}  // namespace palermo
