// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_blocks.hpp"

#include "indexer/convert/akn_markup.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;

std::string name_of(const xml_node& node) { return std::string(xml::local_name(node.name())); }

/// A number without the marks of the footnotes that stand at it.
std::string without_marks(std::string number) {
    for (auto begin = number.find("[^"); begin != std::string::npos; begin = number.find("[^", begin))
        number.erase(begin, std::min(number.find(']', begin), number.size() - 1) - begin + 1);
    return number;
}

/// "12." is "12", "(a)" is "a"; empty when nothing of it fits into an id.
std::string slug(std::string_view number) {
    constexpr std::size_t longest = 12;
    std::string out;
    for (const char c : number) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    }
    return out.size() > longest ? std::string() : out;
}

/// Elements whose number numbers what is in them, and not only their heading.
bool is_numbered(const std::string& name) {
    return name == "paragraph" || name == "subparagraph" || name == "point" || name == "item" || name == "clause";
}

}  // namespace

AknBlocks::AknBlocks(AknDocument& document) : document_(document) {
    for (const auto& notes : akn_children(akn_child(document.judgment(), "meta"), "notes")) {
        for (const auto& note : akn_children(notes, "note")) {
            if (auto id = AknDocument::look(note, "eId"); !id.empty()) notes_elsewhere_.emplace(std::move(id), NoteElsewhere{note, {}});
        }
    }
}

std::vector<DraftParagraph> AknBlocks::paragraphs(const xml_node& root, const std::string& prefix) {
    prefix_ = prefix;
    walk_children(root);
    end_line();
    end_line(LoneNumber::ends);
    return std::exchange(done_, {});
}

void AknBlocks::walk_children(const xml_node& node) {
    for (const auto& child : node.children()) walk(child);
}

void AknBlocks::walk(const xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) append(document_.read_text(node), document_.place_of(node));
    if (node.type() == pugi::node_element) take_element(node);
}

void AknBlocks::take_element(const xml_node& node) {
    const auto name = name_of(node);
    if (name == "meta") return;  // of an attached document: no text of it
    if (name == "del") return;   // struck out: no word of the judgment any more
    if (name == "authorialNote") return take_note(node);
    if (name == "noteRef") return take_note_reference(node);
    if (name == "num" && in_line_ == 0) return take_number(node);
    if (name == "tr" && in_line_ == 0) return take_row(node);
    if (!is_inline(name) && name != "math") return take_block(node);
    if (name == "eol" || name == "br" || name == "eop" || name == "math") append(" ", document_.place_of(node));
    append(document_.read(node, "alt").words, document_.place_of(node));
    append(document_.read(node, "startQuote").words, document_.place_of(node));
    in_line_ += name == "math" ? 1 : 0;
    walk_children(node);
    in_line_ -= name == "math" ? 1 : 0;
    append(document_.read(node, "endQuote").words, document_.place_of(node));
}

void AknBlocks::take_number(const xml_node& node) {
    end_line();
    const auto number = collect(node);
    if (number.empty()) return;
    if (number_.empty()) line_.place = document_.place_of(node);
    number_ += (number_.empty() ? "" : " ") + number;
    if (const auto part = slug(without_marks(number)); !part.empty() && is_numbered(name_of(node.parent())))
        number_id_ = (number_id_.empty() ? "para" : number_id_) + '-' + part;
}

void AknBlocks::take_row(const xml_node& node) {
    end_line();
    std::string row;
    for (const auto& cell : node.children()) {
        const auto text = collect(cell);
        if (!text.empty()) row += (row.empty() ? "" : " | ") + text;
    }
    append(row, document_.place_of(node));
    end_line();
}

void AknBlocks::take_note(const xml_node& node) {
    auto mark = document_.read(node, "marker").words;
    ++note_count_;
    if (mark.empty()) mark = std::to_string(note_count_);
    append("[^" + mark + ']', document_.place_of(node));
    add_note(std::move(mark), node);
}

/// Of a note that several references point to the text follows the first of them, and each of them has its mark.
void AknBlocks::take_note_reference(const xml_node& node) {
    auto mark = document_.read(node, "marker").words;
    const auto pointer = AknDocument::look(node, "href");
    const auto found = pointer.starts_with('#') ? notes_elsewhere_.find(pointer.substr(1)) : notes_elsewhere_.end();
    if (found == notes_elsewhere_.end()) {
        if (!mark.empty()) append("[^" + mark + ']', document_.place_of(node));
        return;
    }
    auto& [note, first_mark] = found->second;
    const auto own_mark = AknDocument::look(note, "marker");
    if (mark.empty()) mark = first_mark.empty() ? own_mark : first_mark;
    if (mark.empty()) mark = std::to_string(++note_count_);
    if (mark == own_mark) document_.count_as_read(note, "marker");
    append("[^" + mark + ']', document_.place_of(node));
    if (!first_mark.empty()) return;
    // Before the note is read, which may point to itself.
    first_mark = mark;
    add_note(std::move(mark), note);
}

void AknBlocks::add_note(std::string mark, const xml_node& note) {
    // A note inside this one follows it.
    const auto own = notes_.size();
    notes_.push_back({.mark = std::move(mark), .text = {.words = {}, .place = document_.place_of(note)}});
    auto text = collect(note);
    notes_[own].text.words = std::move(text);
}

void AknBlocks::take_block(const xml_node& node) {
    end_line();
    const auto outer_id = number_id_;
    open_quote_ += document_.read(node, "startQuote").words;
    walk_children(node);
    // A number without a text of its own must not slip to the next one's.
    end_line(is_numbered(name_of(node)) ? LoneNumber::ends : LoneNumber::waits);
    close_quote(document_.read(node, "endQuote").words);
    number_id_ = outer_id;
}

void AknBlocks::append(std::string_view text, const Place& place) {
    if (text.empty()) return;
    if (folded(line_.words).empty() && number_.empty()) line_.place = place;
    line_.words += text;
}

void AknBlocks::close_quote(const std::string& quote) {
    if (in_line_ > 0)
        line_.words += quote;
    else if (!done_.empty())
        done_.back().text.words += quote;
}

void AknBlocks::end_line(LoneNumber lone) {
    if (in_line_ > 0) {
        line_.words += ' ';
        return;
    }
    auto words = folded(std::exchange(line_.words, {}));
    if (words.empty() && (number_.empty() || lone == LoneNumber::waits)) return;
    if (!number_.empty()) words = std::exchange(number_, {}) + (words.empty() ? "" : " ") + words;
    words = std::exchange(open_quote_, {}) + words;
    const auto id = number_id_.empty() ? prefix_ + '-' + std::to_string(++counts_[prefix_]) : number_id_;
    done_.push_back({.id = free_id(id), .text = {.words = std::move(words), .place = line_.place}});
    end_notes();
}

void AknBlocks::end_notes() {
    for (auto& [mark, text] : std::exchange(notes_, {})) {
        const auto part = slug(mark);
        done_.push_back({.id = free_id("note-" + (part.empty() ? std::to_string(note_count_) : part)),
                         .text = {.words = "[^" + mark + "] " + text.words, .place = text.place}});
    }
}

std::string AknBlocks::collect(const xml_node& node) {
    auto outer = std::exchange(line_, {});
    ++in_line_;
    walk_children(node);
    --in_line_;
    return folded(std::exchange(line_, std::move(outer)).words);
}

std::string AknBlocks::free_id(const std::string& wanted) {
    auto id = wanted;
    for (int count = 2; !ids_.insert(id).second; ++count) id = wanted + '.' + std::to_string(count);
    return id;
}

}  // namespace palermo
