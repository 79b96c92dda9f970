// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/vocabulary_report.hpp"

#include "corpus/printable.hpp"
#include "indexer/load/load_report_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace palermo::commands {
namespace {

namespace json = boost::json;

/// Cases that are named below a change; the JSON names all.
constexpr std::size_t shown_cases = 10;

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string or_top(const std::string& id) { return id.empty() ? "the top" : id; }

class TextReport {
public:
    explicit TextReport(const VocabularyComparison& comparison) : all_(comparison) {}

    std::string render() {
        text_ = all_.after.scheme() + ", version " + all_.diff.old_version + " -> " + all_.diff.new_version + '\n';
        const auto& diff = all_.diff;
        heading("Added", !diff.added.empty());
        for (const auto& id : diff.added) line(id, ' ' + in_quotes(label(id)) + below(id), false);
        heading("Other words", !diff.relabelled.empty());
        for (const auto& change : diff.relabelled) relabelled(change);
        heading("Merged", !diff.merged.empty());
        for (const auto& [id, into] : diff.merged) line(id, " -> " + into + ' ' + in_quotes(label(into)));
        heading("Deprecated", !diff.deprecated.empty());
        for (const auto& id : diff.deprecated) line(id, ' ' + in_quotes(label(id)));
        heading("In use again", !diff.restored.empty());
        for (const auto& id : diff.restored) line(id, ' ' + in_quotes(label(id)));
        heading("Moved", !diff.moved.empty());
        for (const auto& [id, from, to] : diff.moved) line(id, ": from " + or_top(from) + " to " + or_top(to));
        heading("Another notation", !diff.renumbered.empty());
        for (const auto& id : diff.renumbered)
            line(id, ": " + in_quotes(all_.before.find(id)->notation) + " -> " + in_quotes(all_.after.find(id)->notation));
        heading("Removed, which is refused: deprecate or merge instead", !diff.removed.empty());
        for (const auto& id : diff.removed) line(id, "");
        if (diff.empty()) text_ += "No concept differs.\n";
        counts();
        return std::move(text_);
    }

private:
    void heading(const std::string& words, bool is_needed) {
        if (is_needed) text_ += words + ":\n";
    }

    std::string label(const std::string& id) const { return std::string(all_.after.label(id, "en")); }

    std::string below(const std::string& id) const {
        const auto* parent = all_.after.above(*all_.after.find(id));
        return parent == nullptr ? ", at the top" : ", below " + parent->id;
    }

    /// A change, and the cases it touches.
    void line(const std::string& id, const std::string& words, bool has_cases = true) {
        text_ += "  " + id + words;
        if (all_.impact == nullptr || !has_cases) {
            text_ += '\n';
            return;
        }
        const auto found = all_.impact->cases.find(id);
        const auto count = found == all_.impact->cases.end() ? 0 : found->second.size();
        text_ += "  (" + std::to_string(count) + (count == 1 ? " record)\n" : " records)\n");
        for (std::size_t i = 0; i < std::min(count, shown_cases); ++i)
            text_ += "    " + found->second[i].id + "  " + found->second[i].title + '\n';
        if (count > shown_cases) text_ += "    and " + std::to_string(count - shown_cases) + " more; --json names all\n";
    }

    void relabelled(const Relabelled& change) {
        line(change.id, "");
        for (const auto& [lang, before, after] : change.labels) {
            text_ += "    " + lang + ": " + (before.empty() ? "" : in_quotes(before)) + (before.empty() || after.empty() ? "" : " -> ") +
                     (after.empty() ? " taken away" : in_quotes(after)) + (before.empty() ? " (new)" : "") + '\n';
        }
        for (const auto& text : change.more_alternatives) text_ += "    " + text.lang + ": also " + in_quotes(text.text) + '\n';
        for (const auto& text : change.fewer_alternatives) text_ += "    " + text.lang + ": no longer also " + in_quotes(text.text) + '\n';
    }

    void counts() {
        if (all_.impact == nullptr || all_.impact->counts.empty()) return;
        text_ += "Records under a concept, now and then:\n";
        for (const auto& [id, before, after] : all_.impact->counts)
            text_ += "  " + id + "  " + std::to_string(before) + " -> " + std::to_string(after) + '\n';
    }

    const VocabularyComparison& all_;
    std::string text_;
};

json::array texts(const std::vector<LocalText>& all) {
    json::array array;
    for (const auto& text : all) array.push_back(json::object{{"lang", text.lang}, {"text", text.text}});
    return array;
}

json::value or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

class JsonReport {
public:
    explicit JsonReport(const VocabularyComparison& comparison) : all_(comparison) {}

    [[nodiscard]] json::object render() const {
        const auto& diff = all_.diff;
        json::object object{{"scheme", all_.after.scheme()},         {"old_version", diff.old_version},   {"new_version", diff.new_version},
                            {"added", of_ids(diff.added)},           {"relabelled", relabelled()},        {"merged", json::array()},
                            {"deprecated", of_ids(diff.deprecated)}, {"restored", of_ids(diff.restored)}, {"moved", json::array()},
                            {"renumbered", of_ids(diff.renumbered)}, {"removed", of_ids(diff.removed)}};
        for (const auto& [id, into] : diff.merged) {
            auto one = change(id);
            one["into"] = into;
            object["merged"].as_array().push_back(std::move(one));
        }
        for (const auto& [id, from, to] : diff.moved) {
            auto one = change(id);
            one["from"] = or_null(from);
            one["to"] = or_null(to);
            object["moved"].as_array().push_back(std::move(one));
        }
        if (all_.impact != nullptr) object["counts"] = counts();
        return object;
    }

private:
    [[nodiscard]] json::object change(const std::string& id) const {
        json::object object{{"id", id}};
        if (all_.impact == nullptr) return object;
        json::array records;
        if (const auto found = all_.impact->cases.find(id); found != all_.impact->cases.end()) {
            for (const auto& [case_id, title] : found->second) records.push_back(json::object{{"id", case_id}, {"title", title}});
        }
        object["records"] = std::move(records);
        return object;
    }

    [[nodiscard]] json::array of_ids(const std::vector<std::string>& ids) const {
        json::array array;
        for (const auto& id : ids) array.push_back(change(id));
        return array;
    }

    [[nodiscard]] json::array relabelled() const {
        json::array array;
        for (const auto& words : all_.diff.relabelled) {
            json::array labels;
            for (const auto& [lang, before, after] : words.labels)
                labels.push_back(json::object{{"lang", lang}, {"before", or_null(before)}, {"after", or_null(after)}});
            auto object = change(words.id);
            object["labels"] = std::move(labels);
            object["more_alternatives"] = texts(words.more_alternatives);
            object["fewer_alternatives"] = texts(words.fewer_alternatives);
            array.push_back(std::move(object));
        }
        return array;
    }

    [[nodiscard]] json::array counts() const {
        json::array array;
        for (const auto& [id, before, after] : all_.impact->counts)
            array.push_back(json::object{{"id", id}, {"before", before}, {"after", after}});
        return array;
    }

    const VocabularyComparison& all_;
};

}  // namespace

std::string render_text(const VocabularyComparison& comparison) { return printable(TextReport(comparison).render(), "\n"); }

json::object to_json(const VocabularyComparison& comparison) { return JsonReport(comparison).render(); }

}  // namespace palermo::commands
