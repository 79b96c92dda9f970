// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Markup that is safe to send. There is no way to make one from a string but through text(), which escapes, and element(), which escapes
/// attributes: so escaping cannot be forgotten. Written so that an XML parser reads it too.
class Html {
public:
    Html() = default;

    [[nodiscard]] const std::string& markup() const { return markup_; }
    [[nodiscard]] bool empty() const { return markup_.empty(); }
    Html& operator+=(const Html& more);
    friend Html operator+(Html left, const Html& right) { return left += right; }

private:
    friend Html text(std::string_view plain);
    friend Html join(const std::vector<Html>& parts, std::string_view between);
    friend class ElementWriter;

    std::string markup_;
};

struct Attribute {
    std::string_view name;
    std::string value;
};

using Attributes = std::vector<Attribute>;

/// Plain text as markup.
[[nodiscard]] Html text(std::string_view plain);

/// An element with its content; void elements (input, meta, link, br) have none.
[[nodiscard]] Html element(std::string_view name, const Attributes& attributes, const Html& content = {});
[[nodiscard]] Html element(std::string_view name, const Html& content);
[[nodiscard]] Html element(std::string_view name, const Attributes& attributes, std::initializer_list<Html> content);
[[nodiscard]] Html element(std::string_view name, std::initializer_list<Html> content);

/// Parts with plain text between them.
[[nodiscard]] Html join(const std::vector<Html>& parts, std::string_view between = "");

/// A link. Only http, https and addresses within the site become one; of any other only the text is left.
[[nodiscard]] Html link(const std::string& href, const Html& content, Attributes more = {});

}  // namespace palermo
