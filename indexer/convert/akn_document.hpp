// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/xml_namespaces.hpp"
#include "indexer/convert/conversion.hpp"
#include "indexer/convert/line_index.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace palermo {

/// The namespace of Akoma Ntoso 1.0 as OASIS published it.
inline constexpr std::string_view akn_namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// An akomaNtoso/judgment that remembers what has been read of it, so that whatever was not read can be named at the end: nothing is
/// dropped because nobody thought of it. Keeps a reference to the source.
class AknDocument {
public:
    /// Well-formed (libxml2, offline), without a document type, a judgment; otherwise the sentence that says what it is.
    [[nodiscard]] static Result<AknDocument> open(const SourceText& source);

    [[nodiscard]] const pugi::xml_node& judgment() const { return judgment_; }

    /// The value of an attribute, which counts as carried over.
    [[nodiscard]] Said read(const pugi::xml_node& node, const char* attribute);
    /// For an attribute whose value another part of the record says.
    void count_as_read(const pugi::xml_node& node, const char* attribute);
    /// The value of an attribute that is only looked at.
    [[nodiscard]] static std::string look(const pugi::xml_node& node, const char* attribute);
    /// A text node, which counts as carried over; with its white space.
    [[nodiscard]] std::string_view read_text(const pugi::xml_node& text);

    [[nodiscard]] Place place_of(const pugi::xml_node& node) const;
    [[nodiscard]] const Amount& carried() const { return carried_; }

    /// All content that nobody has read, in the order of the document.
    [[nodiscard]] std::vector<Unmapped> unread() const;

private:
    AknDocument(const SourceText& source, std::unique_ptr<pugi::xml_document> document);

    void note(const void* part, std::string_view words);
    void unread_in(const pugi::xml_node& node, std::vector<Unmapped>& found) const;
    void unread_attributes(const pugi::xml_node& node, std::vector<Unmapped>& found) const;
    [[nodiscard]] std::size_t offset_of(const pugi::xml_node& node) const;

    const SourceText* source_;
    std::unique_ptr<LineIndex> lines_;
    std::unique_ptr<pugi::xml_document> document_;
    pugi::xml_node judgment_;
    std::unordered_set<const void*> read_;
    Amount carried_;
};

/// The children, or all elements below, that are elements of Akoma Ntoso with this name.
[[nodiscard]] std::vector<pugi::xml_node> akn_children(const pugi::xml_node& parent, std::string_view name);
[[nodiscard]] std::vector<pugi::xml_node> akn_below(const pugi::xml_node& parent, std::string_view name);
[[nodiscard]] pugi::xml_node akn_child(const pugi::xml_node& parent, std::string_view name);

}  // namespace palermo
