// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Where a text lies in its segment's text store: block number, and bytes inside the unpacked block.
struct TextLocation {
    std::uint32_t block = 0;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

struct StoredParagraph {
    std::string field;
    std::string lang;
    std::string id;
    std::uint32_t first_position = 0;  ///< of its first word in the body
    TextLocation text;
};

/// A number by which others know the case: an Identifier of the record.
struct StoredIdentifier {
    std::string scheme;
    std::string value;
};

struct StoredIssue {
    std::string concept_id;
    std::string role;
    std::vector<std::string> paragraphs;
};

/// What is kept with each document for a hit in a result list. The prose itself lies in the text store and is fetched block by block.
struct DocumentData {
    std::string id;
    std::string title;
    std::string title_lang;  ///< the title's words have the positions from 1 in the body
    std::vector<StoredIdentifier> identifiers;
    std::string jurisdiction;
    std::string court;
    std::string court_level;
    std::string decided;
    std::string outcome;
    std::vector<std::string> legal_concepts;
    std::vector<StoredIssue> evidential_issues;
    std::vector<StoredParagraph> paragraphs;
    TextLocation source_xml;      ///< the record as it was loaded, byte for byte
    std::string source_checksum;  ///< of those bytes: tells a changed record from the same one
};

/// As bytes: every document of the index has them, and every hit reads them.
[[nodiscard]] std::string encode(const DocumentData& data);
/// Nothing when the bytes make no sense.
[[nodiscard]] std::optional<DocumentData> decode_document_data(std::string_view bytes);

/// For people, as JSON.
[[nodiscard]] std::string describe_as_json(const DocumentData& data);

}  // namespace palermo
