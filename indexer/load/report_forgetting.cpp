// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/report_forgetting.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

/// Text from the inside of a JSON value, read from its beginning on. What is not as it should be throws a system_error of Boost.JSON's.
class JsonText {
public:
    explicit JsonText(std::string_view text) : rest_(text) {}

    /// Whether the next character is this one; it is read then.
    bool take(char character) {
        if (!rest_.starts_with(character)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void expect(char character) {
        if (!take(character)) throw boost::system::system_error(json::make_error_code(json::error::syntax));
    }
    /// The next value, and as it is written.
    std::pair<json::value, std::string_view> value() {
        parser_.reset();
        const auto size = parser_.write_some(rest_.data(), rest_.size());
        const auto written = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return {parser_.release(), written};
    }

private:
    std::string_view rest_;
    json::parser parser_;
};

/// What a report says of records that are forgotten. The lists of records come before that of the diagnostics, which name files only.
class Forgetting {
public:
    explicit Forgetting(const std::set<std::string>& ids) : ids_(ids) {}

    bool is_forgotten(std::string_view list, const json::value& entry) {
        const auto& members = entry.as_object();
        if (list == "possible_duplicates") return is_one(members.at("id")) || is_one(members.at("other_id"));
        if (list == "diagnostics") return files_.contains(text_of(members.at("file"))) || is_named_after(members.at("file"));
        if (std::ranges::find(record_lists, list) == record_lists.end()) return false;
        if (is_one(members.at("id"))) {
            has_forgotten_ = true;
            // Empty for one that no file gave.
            if (auto file = text_of(members.at("file")); !file.empty()) files_.insert(std::move(file));
            return true;
        }
        if (list != "rejected_records" || !is_named_after(members.at("file"))) return false;
        has_forgotten_ = true;
        return true;
    }

    /// What is summed up over all records of a report tells of one of them too, most of all where it is the only one. It stands behind the
    /// lists of records.
    [[nodiscard]] bool is_forgotten(std::string_view member) const {
        return has_forgotten_ && (member == "unknown_terms" || member == "facet_moves");
    }

private:
    static constexpr std::array<std::string_view, 4> record_lists{"added_records", "changed_records", "removed_records",
                                                                  "rejected_records"};

    static std::string text_of(const json::value& text) { return std::string(text.as_string()); }
    bool is_one(const json::value& id) const { return ids_.contains(text_of(id)); }
    /// What was said of a file that could not be read as a record is of the record that its name tells.
    bool is_named_after(const json::value& file) const { return ids_.contains(std::filesystem::path(text_of(file)).stem().string()); }

    const std::set<std::string>& ids_;
    std::set<std::string> files_;
    bool has_forgotten_ = false;
};

/// The next value as it is written; of a list without the entries that are forgotten.
void copy_value(JsonText& text, std::string_view name, Forgetting& forgetting, std::string& out) {
    if (forgetting.is_forgotten(name)) {
        out += text.value().first.is_array() ? "[]" : "{}";
        return;
    }
    if (!text.take('[')) {
        out += text.value().second;
        return;
    }
    out += '[';
    if (!text.take(']')) {
        bool is_first = true;
        do {
            const auto [entry, written] = text.value();
            if (forgetting.is_forgotten(name, entry)) continue;
            if (!std::exchange(is_first, false)) out += ',';
            out += written;
        } while (text.take(','));
        text.expect(']');
    }
    out += ']';
}

}  // namespace

std::optional<std::string> forget_records(std::string_view report, const std::set<std::string>& ids) {
    std::string kept;
    kept.reserve(report.size());
    try {
        JsonText text(report);
        Forgetting forgetting(ids);
        text.expect('{');
        char before = '{';
        do {
            const auto [name, written] = text.value();
            text.expect(':');
            (kept += std::exchange(before, ',')).append(written) += ':';
            copy_value(text, name.as_string(), forgetting, kept);
        } while (text.take(','));
        text.expect('}');
    } catch (const std::runtime_error&) {  // no JSON
        return std::nullopt;
    } catch (const std::logic_error&) {  // no such member, or of another kind
        return std::nullopt;
    }
    kept += "}\n";
    return kept;
}

}  // namespace palermo
