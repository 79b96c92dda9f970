// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string>

namespace palermo::test {

/// The page as a tree; that an XML parser reads it proves that nothing broke out.
[[nodiscard]] pugi::xml_document parse_page(const std::string& page);

/// What holds for every page: one heading, labels, no script, links that lead somewhere.
void check_structure(const pugi::xml_document& page);

}  // namespace palermo::test
