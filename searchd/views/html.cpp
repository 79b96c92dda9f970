// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/html.hpp"

#include "searchd/views/utf8.hpp"

#include <algorithm>
#include <array>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 5> void_elements{"br", "hr", "input", "link", "meta"};

std::string_view entity_of(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

void append_escaped_clean(std::string& safe, std::string_view clean) {
    constexpr std::string_view special = "&<>\"'";
    while (!clean.empty()) {
        const auto run = std::min(clean.find_first_of(special), clean.size());
        safe.append(clean.substr(0, run));
        if (run < clean.size()) safe.append(entity_of(clean[run]));
        clean.remove_prefix(std::min(run + 1, clean.size()));
    }
}

void append_escaped(std::string& safe, std::string_view plain) {
    if (is_clean_utf8(plain))
        append_escaped_clean(safe, plain);
    else
        append_escaped_clean(safe, clean_utf8(plain));
}

bool is_safe_address(std::string_view href) {
    const bool is_inside = href.starts_with('#') || href.starts_with('?') || (href.starts_with('/') && !href.starts_with("//"));
    return is_inside || href.starts_with("https://") || href.starts_with("http://");
}

}  // namespace

class ElementWriter {
public:
    /// In one piece: what is inside is copied once, however many parts it has.
    static Html write(std::string_view name, const Attributes& attributes, const Html* content, std::size_t parts) {
        const bool is_void = std::ranges::find(void_elements, name) != void_elements.end();
        Html html;
        auto& markup = html.markup_;
        markup.reserve(size_of(name, attributes, content, parts));
        markup.append(1, '<').append(name);
        for (const auto& attribute : attributes) {
            markup.append(1, ' ').append(attribute.name).append("=\"");
            append_escaped(markup, attribute.value);
            markup += '"';
        }
        if (is_void) {
            markup += "/>";
            return html;
        }
        markup += '>';
        for (std::size_t i = 0; i < parts; ++i) markup += content[i].markup_;
        markup.append("</").append(name).append(1, '>');
        return html;
    }

private:
    static std::size_t size_of(std::string_view name, const Attributes& attributes, const Html* content, std::size_t parts) {
        constexpr std::size_t brackets = 5;
        constexpr std::size_t around_attribute = 4;
        auto size = 2 * name.size() + brackets;
        for (const auto& attribute : attributes) size += attribute.name.size() + attribute.value.size() + around_attribute;
        for (std::size_t i = 0; i < parts; ++i) size += content[i].markup_.size();
        return size;
    }
};

Html& Html::operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
}

Html text(std::string_view plain) {
    Html html;
    append_escaped(html.markup_, plain);
    return html;
}

Html join(const std::vector<Html>& parts, std::string_view between) {
    Html all;
    for (const auto& part : parts) {
        if (!all.empty()) append_escaped(all.markup_, between);
        all += part;
    }
    return all;
}

Html element(std::string_view name, const Attributes& attributes, const Html& content) {
    return ElementWriter::write(name, attributes, &content, 1);
}

Html element(std::string_view name, const Html& content) { return ElementWriter::write(name, {}, &content, 1); }

Html element(std::string_view name, const Attributes& attributes, std::initializer_list<Html> content) {
    return ElementWriter::write(name, attributes, content.begin(), content.size());
}

Html element(std::string_view name, std::initializer_list<Html> content) {
    return ElementWriter::write(name, {}, content.begin(), content.size());
}

Html link(const std::string& href, const Html& content, Attributes more) {
    if (!is_safe_address(href)) return content;
    more.insert(more.begin(), {"href", href});
    return element("a", more, content);
}

}  // namespace palermo
