// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/report_forgetting.hpp"

#include "indexer/load/report_members.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

[[noreturn]] void refuse() { throw boost::system::system_error(json::make_error_code(json::error::syntax)); }

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
        if (!take(character)) refuse();
    }
    /// The next value, and as it is written.
    std::pair<json::value, std::string_view> value() {
        parser_.reset();
        const auto size = parser_.write_some(rest_.data(), rest_.size());
        const auto written = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return {parser_.release(), written};
    }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    json::parser parser_;
};

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
    return std::ranges::find(names, name) != names.end();
}

/// What a report says of records that are forgotten, told member by member and entry by entry in the order of report_members.
class Forgetting {
public:
    explicit Forgetting(const std::set<std::string>& ids) : ids_(ids) {}

    bool is_forgotten(std::string_view list, const json::value& entry) {
        const auto& members = entry.as_object();
        if (list == report_members::possible_duplicates) return is_one(members.at("id")) || is_one(members.at("other_id"));
        if (list == report_members::diagnostics) return files_.contains(text_of(members.at("file"))) || is_named_after(members.at("file"));
        if (!is_one_of(list, report_members::record_lists)) return false;
        if (is_one(members.at("id"))) {
            has_forgotten_ = true;
            // Empty for one that no file gave.
            if (auto file = text_of(members.at("file")); !file.empty()) files_.insert(std::move(file));
            return true;
        }
        if (list != report_members::rejected_records || !is_named_after(members.at("file"))) return false;
        has_forgotten_ = true;
        return true;
    }

    /// What is summed up over all records of a report tells of one of them too, most of all where it is the only one.
    [[nodiscard]] bool is_forgotten(std::string_view member) const {
        return has_forgotten_ && (member == report_members::unknown_terms || member == report_members::facet_moves);
    }

private:
    static std::string text_of(const json::value& text) { return std::string(text.as_string()); }
    bool is_one(const json::value& id) const { return ids_.contains(text_of(id)); }
    /// What was said of a file that could not be read as a record is of the record that its name tells.
    bool is_named_after(const json::value& file) const { return ids_.contains(std::filesystem::path(text_of(file)).stem().string()); }

    const std::set<std::string>& ids_;
    std::set<std::string> files_;
    bool has_forgotten_ = false;
};

/// Reads a report through, and hands on piece by piece what stays of it.
class ReportReader {
public:
    using Keep = std::function<void(std::string_view)>;

    ReportReader(std::string_view report, const std::set<std::string>& ids, const Keep& keep)
        : text_(report), forgetting_(ids), keep_(keep) {}

    /// Throws where the text is no report. One without all of its lists is none: who is named in a list that is called otherwise would
    /// stay.
    void run() {
        text_.expect('{');
        std::string_view before = "{";
        do {
            const auto [name, written] = text_.value();
            text_.expect(':');
            keep_(std::exchange(before, ","));
            keep_(written);
            keep_(":");
            read_member(name.as_string());
        } while (text_.take(','));
        text_.expect('}');
        keep_("}\n");
        text_.take('\n');
        if (!text_.is_at_end() || seen_.size() != report_members::lists.size() + 1) refuse();
    }

private:
    void read_member(std::string_view name) {
        const bool is_list = is_one_of(name, report_members::lists);
        const bool is_known = is_list || name == report_members::facet_moves;
        if (is_known && !seen_.emplace(name).second) refuse();
        if (is_list && !forgetting_.is_forgotten(name)) return read_list(name);
        const auto [value, written] = text_.value();
        if (is_known && (is_list ? !value.is_array() : !value.is_object())) refuse();
        keep_(!forgetting_.is_forgotten(name) ? written : is_list ? "[]" : "{}");
    }

    void read_list(std::string_view name) {
        text_.expect('[');
        keep_("[");
        if (!text_.take(']')) {
            bool is_first = true;
            do {
                const auto [entry, written] = text_.value();
                if (forgetting_.is_forgotten(name, entry)) continue;
                if (!std::exchange(is_first, false)) keep_(",");
                keep_(written);
            } while (text_.take(','));
            text_.expect(']');
        }
        keep_("]");
    }

    JsonText text_;
    Forgetting forgetting_;
    const Keep& keep_;
    std::set<std::string, std::less<>> seen_;
};

bool read_report(std::string_view report, const std::set<std::string>& ids, const ReportReader::Keep& keep) {
    try {
        ReportReader(report, ids, keep).run();
        return true;
    } catch (const std::runtime_error&) {  // no JSON
        return false;
    } catch (const std::logic_error&) {  // no such member, or of another kind
        return false;
    }
}

}  // namespace

std::optional<std::string> forget_records(std::string_view report, const std::set<std::string>& ids) {
    std::string kept;
    kept.reserve(report.size());
    const bool is_report = read_report(report, ids, [&](std::string_view piece) { kept += piece; });
    return is_report ? std::optional(std::move(kept)) : std::nullopt;
}

bool is_whole_report(std::string_view text) {
    return read_report(text, {}, [](std::string_view) {});
}

}  // namespace palermo
