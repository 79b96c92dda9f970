// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/identity_config.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace palermo::commands {
namespace {

using Change = Result<void> (*)(IdentityPolicy&, std::string_view, std::string_view);

/// A table of the file, and what each of its lines does.
struct Table {
    std::string_view name;
    Change change;
};

constexpr std::array tables{Table{"identity-lint", change_severity}, Table{"initials", change_initials}};

Diagnostic at(const toml::source_region& region, const std::string& file, Diagnostic diagnostic) {
    diagnostic.place = {.file = file, .line = static_cast<int>(region.begin.line), .column = static_cast<int>(region.begin.column)};
    return diagnostic;
}

Result<std::string> read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::error_code error;
    // A directory opens like a file.
    if (!stream || std::filesystem::is_directory(file, error)) {
        return error_at(file.string(), "This configuration cannot be read.", "Check its name and who may read it.");
    }
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Result<toml::table> parse(const std::string& text, const std::string& file) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        return at(error.source(), file,
                  {.message = "From here on the file is not TOML.",
                   .mend = "Write one name = \"value\" a line, each name once, below [identity-lint] or [initials]."});
    }
}

/// One line: a name and a text in quotes.
Result<void> apply_line(const toml::key& key, const toml::node& node, const std::string& file, IdentityPolicy& policy, Change change) {
    const auto value = node.value_exact<std::string>();
    if (!value) {
        return at(
            key.source(), file,
            {.message = "The setting " + std::string(key.str()) + " must be a text.", .mend = "Put its value between double quotes."});
    }
    auto done = change(policy, key.str(), *value);
    if (done.has_error()) return at(key.source(), file, done.error());
    return {};
}

Result<void> apply_table(const toml::table& table, const std::string& file, IdentityPolicy& policy, Change change) {
    for (const auto& [key, node] : table) {
        if (auto done = apply_line(key, node, file, policy, change); done.has_error()) return done;
    }
    return {};
}

}  // namespace

Result<IdentityPolicy> read_identity_policy(const std::filesystem::path& file) {
    IdentityPolicy policy;
    if (file.empty()) return policy;
    const auto text = read_text(file);
    if (text.has_error()) return text.error();
    const auto table = parse(*text, file.string());
    if (table.has_error()) return table.error();
    for (const auto& [key, node] : *table) {
        const auto known = std::ranges::find(tables, key.str(), &Table::name);
        if (known == tables.end() || !node.is_table()) {
            return at(key.source(), file.string(),
                      {.message = "There is no setting \"" + std::string(key.str()) + "\" at this place.",
                       .mend = "Put rules below the line [identity-lint], and jurisdictions below [initials]."});
        }
        if (auto done = apply_table(*node.as_table(), file.string(), policy, known->change); done.has_error()) return done.error();
    }
    return policy;
}

}  // namespace palermo::commands
