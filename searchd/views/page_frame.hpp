// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "searchd/views/html.hpp"

#include <cstdint>
#include <string>

namespace palermo {

/// What every page says about the collection it shows.
struct Edition {
    std::uint64_t generation = 0;  ///< 0: not known (an error page)
    std::string time;              ///< ISO 8601
};

/// The ids of the page's own elements, "page:main" and so on, have a colon: what stands in a record has none (see Name in case-record.xsd).
struct Page {
    std::string title;
    std::string lang = "en";
    std::string query;              ///< what stands in the search box
    std::string label_lang = "en";  ///< of labels: the form and the links of the frame keep it
    Html skip_links;                ///< beside the one to the content
    Html main;
    Html languages;  ///< ways to the same page with its labels in other languages
    Edition edition;
};

/// The whole document: head, skip links, header with the search form, main, footer.
[[nodiscard]] std::string render_page(const Page& page);

}  // namespace palermo
