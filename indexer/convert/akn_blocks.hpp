// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/akn_document.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace palermo {

/// Makes the paragraphs of a record from the structure of a judgment. One instance a judgment: it keeps the ids apart.
/// Each line of the source (p, heading, row of a table) is a paragraph, with the numbers that stand before it; a footnote follows the
/// paragraph that has its mark, wherever its text stands. Every word below the given element is read, but for those that are struck out.
class AknBlocks {
public:
    explicit AknBlocks(AknDocument& document);

    /// The paragraphs of `root`; `prefix` begins the ids of those that have no number.
    [[nodiscard]] std::vector<DraftParagraph> paragraphs(const pugi::xml_node& root, const std::string& prefix);

private:
    void walk(const pugi::xml_node& node);
    void walk_children(const pugi::xml_node& node);
    void take_element(const pugi::xml_node& node);
    void take_number(const pugi::xml_node& node);
    void take_row(const pugi::xml_node& node);
    void take_note(const pugi::xml_node& node);
    void take_note_reference(const pugi::xml_node& node);
    void add_note(std::string mark, const pugi::xml_node& note);
    void take_block(const pugi::xml_node& node);
    void append(std::string_view text, const Place& place);
    enum class LoneNumber { waits, ends };  ///< for its text, or is a paragraph of its own
    /// Ends the line: what has been collected is a paragraph. Inside a row it is only a space.
    void end_line(LoneNumber lone = LoneNumber::waits);
    void close_quote(const std::string& quote);
    void end_notes();
    [[nodiscard]] std::string collect(const pugi::xml_node& node);
    [[nodiscard]] std::string free_id(const std::string& wanted);

    struct Note {
        std::string mark;
        Said text;
    };

    struct NoteElsewhere {
        pugi::xml_node note;
        std::string mark;  ///< of the first reference to it, which the note follows; empty before that
    };

    AknDocument& document_;
    std::vector<DraftParagraph> done_;
    std::set<std::string> ids_;
    std::string prefix_;
    std::map<std::string, std::size_t> counts_;  ///< of paragraphs without a number, by prefix
    std::string number_id_;                      ///< of the numbered paragraphs around, "para-12-a"; empty when there is none
    std::string number_;                         ///< numbers that wait for their text
    std::string open_quote_;                     ///< that begins the next paragraph
    Said line_;                                  ///< the line so far
    int in_line_ = 0;                            ///< above 0: lines inside do not end a paragraph
    std::size_t note_count_ = 0;
    std::vector<Note> notes_;                               ///< that follow when the line ends
    std::map<std::string, NoteElsewhere> notes_elsewhere_;  ///< of the meta block, by their ids
};

}  // namespace palermo
