// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/label_view.hpp"

#include <string>

namespace palermo {

Html labelled(std::string_view words, std::string_view lang) {
    if (words.empty() || lang == "en") return text(words);
    return element("bdi", {{"lang", std::string(lang)}}, text(words));
}

}  // namespace palermo
