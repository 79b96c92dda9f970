// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/html.hpp"

#include "searchd/views/utf8.hpp"

#include <algorithm>
#include <array>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 5> void_elements{"br", "hr", "input", "link", "meta"};

std::string escaped(std::string_view plain) {
    std::string safe;
    for (const char c : clean_utf8(plain)) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    }
    return safe;
}

bool is_safe_address(std::string_view href) {
    const bool is_inside = href.starts_with('#') || href.starts_with('?') || (href.starts_with('/') && !href.starts_with("//"));
    return is_inside || href.starts_with("https://") || href.starts_with("http://");
}

}  // namespace

class ElementWriter {
public:
    static Html write(std::string_view name, const Attributes& attributes, const Html& content) {
        Html html;
        auto& markup = html.markup_;
        markup = '<' + std::string(name);
        for (const auto& attribute : attributes) markup += ' ' + std::string(attribute.name) + "=\"" + escaped(attribute.value) + '"';
        if (std::ranges::find(void_elements, name) != void_elements.end())
            markup += "/>";
        else
            markup += '>' + content.markup_ + "</" + std::string(name) + '>';
        return html;
    }
};

Html& Html::operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
}

Html text(std::string_view plain) {
    Html html;
    html.markup_ = escaped(plain);
    return html;
}

Html join(const std::vector<Html>& parts, std::string_view between) {
    Html all;
    for (const auto& part : parts) {
        if (!all.empty()) all.markup_ += escaped(between);
        all += part;
    }
    return all;
}

Html element(std::string_view name, const Attributes& attributes, const Html& content) {
    return ElementWriter::write(name, attributes, content);
}

Html element(std::string_view name, const Html& content) { return element(name, Attributes{}, content); }

Html element(std::string_view name, const Attributes& attributes, std::initializer_list<Html> content) {
    return element(name, attributes, join(content));
}

Html element(std::string_view name, std::initializer_list<Html> content) { return element(name, Attributes{}, join(content)); }

Html link(const std::string& href, const Html& content, Attributes more) {
    if (!is_safe_address(href)) return content;
    more.insert(more.begin(), {"href", href});
    return element("a", more, content);
}

}  // namespace palermo
