// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/xml_namespaces.hpp"

#include "corpus/trimmed.hpp"

namespace palermo::xml {
namespace {

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Appends `text`, each run of white space as one space. Words are appended whole: every text of a record comes through here.
void append_folded(std::string& out, std::string_view text) {
    while (!text.empty()) {
        std::size_t word = 0;
        while (word < text.size() && !is_white(text[word])) ++word;
        out += text.substr(0, word);
        if (word == text.size()) return;
        if (!out.empty() && out.back() != ' ') out += ' ';
        while (word < text.size() && is_white(text[word])) ++word;
        text.remove_prefix(word);
    }
}

struct CollectText : pugi::xml_tree_walker {
    std::string text;

    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) append_folded(text, node.value());
        return true;
    }
};

}  // namespace

std::string_view local_name(std::string_view qualified) {
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string_view namespace_of(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) {
        for (auto scope = node; scope; scope = scope.parent()) {
            if (const auto declared = scope.attribute("xmlns")) return declared.value();
        }
        return {};
    }
    const auto declaration = "xmlns:" + std::string(name.substr(0, colon));
    for (auto scope = node; scope; scope = scope.parent()) {
        if (const auto declared = scope.attribute(declaration.c_str())) return declared.value();
    }
    return {};
}

bool is_element(const pugi::xml_node& node, std::string_view name_space, std::string_view local) {
    // Most elements are another one, and the end of the name tells so.
    const std::string_view name = node.name();
    return name.ends_with(local) && node.type() == pugi::node_element && local_name(name) == local && namespace_of(node) == name_space;
}

std::string language_of(pugi::xml_node node) {
    for (; node; node = node.parent()) {
        if (const auto lang = node.attribute("xml:lang")) return lang.value();
    }
    return {};
}

std::string text_of(const pugi::xml_node& node) {
    CollectText collect;
    auto root = node;
    root.traverse(collect);
    if (!collect.text.empty() && collect.text.back() == ' ') collect.text.pop_back();
    return std::move(collect.text);
}

std::string attribute(const pugi::xml_node& node, const char* name) { return std::string(trimmed(node.attribute(name).value())); }

}  // namespace palermo::xml
