// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/collection_labels.hpp"

#include "corpus/facet_label.hpp"

namespace palermo {

const std::string& CollectionLabels::label(Facet facet, const std::string& value, const std::string& lang) {
    const auto [known, is_new] = known_[lang][facet].try_emplace(value);
    if (is_new) known->second = facet_label(facet, value, *vocabularies_, lang);
    return known->second;
}

}  // namespace palermo
