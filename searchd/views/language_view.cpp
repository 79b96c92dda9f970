// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/language_view.hpp"

#include "corpus/label_languages.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace palermo {
namespace {

/// In the order of label_languages.
constexpr std::array<std::string_view, label_languages.size()> own_names{"العربية", "English", "Español", "Français", "Русский", "中文"};

}  // namespace

Html language_choice(const std::string& shown, const std::function<std::string(const std::string& lang)>& address_in) {
    Html items;
    for (std::size_t i = 0; i < label_languages.size(); ++i) {
        const std::string lang(label_languages[i]);
        const auto name = text(own_names[i]);
        const auto item = lang == shown ? element("span", {{"lang", lang}, {"aria-current", "true"}}, name)
                                        : link(address_in(lang), name, {{"lang", lang}, {"rel", "nofollow"}});
        items += element("li", item);
    }
    return element("nav", {{"class", "languages"}, {"aria-label", "Language of labels"}}, {text("Labels in: "), element("ul", items)});
}

}  // namespace palermo
