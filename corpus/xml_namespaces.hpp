// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

/// pugixml knows no namespaces; these look prefixes up where they are declared. For those who read XML, in this folder and in
/// indexer/convert.
namespace palermo::xml {

/// "prefLabel" of "skos:prefLabel".
[[nodiscard]] std::string_view local_name(std::string_view qualified);

/// The namespace that the element's prefix, or the lack of one, stands for; empty when none is declared.
[[nodiscard]] std::string_view namespace_of(const pugi::xml_node& node);

/// True when the element is `local` in `name_space`.
[[nodiscard]] bool is_element(const pugi::xml_node& node, std::string_view name_space, std::string_view local);

/// The value of xml:lang here or at the nearest element around it.
[[nodiscard]] std::string language_of(pugi::xml_node node);

/// All text inside, white space made one space and trimmed.
[[nodiscard]] std::string text_of(const pugi::xml_node& node);

/// An attribute's value without white space around it.
[[nodiscard]] std::string attribute(const pugi::xml_node& node, const char* name);

}  // namespace palermo::xml
