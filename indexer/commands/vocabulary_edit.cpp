// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/printable.hpp"
#include "corpus/vocabulary_editor.hpp"

#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/commands/vocabulary_commands.hpp"
#include "indexer/commands/vocabulary_input.hpp"
#include "indexer/load/durable_file.hpp"
#include "indexer/load/vocabulary_installer.hpp"

#include <algorithm>
#include <ctime>
#include <functional>
#include <iostream>
#include <system_error>
#include <utility>

namespace palermo::commands {
namespace {

/// One change; gives the sentence that says it was made.
struct EditOptions;
using Edit = Result<std::string> (*)(VocabularyEditor& editor, const EditOptions& options);

struct EditOptions {
    std::filesystem::path file;
    std::filesystem::path out;
    std::string version;
    std::string id;
    std::string other;  ///< the concept that another command names besides
    std::string notation;
    std::string status = "ours";
    std::vector<std::string> labels;
    std::vector<std::string> alternatives;
    bool top = false;
    bool keep_old = false;
    Edit edit = nullptr;
};

std::string in_quotes(const std::string& text) { return '"' + text + '"'; }

Diagnostic bad_option(std::string message, std::string mend) { return error_at("", std::move(message), std::move(mend)); }

/// "fr=traite des personnes".
Result<LocalText> read_label(const std::string& option) {
    const auto equals = option.find('=');
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
    const auto lang = option.substr(0, equals);
    if (equals == std::string::npos || lang.empty() || !std::ranges::all_of(lang, is_letter))
        return bad_option(in_quotes(option) + " does not say a language.",
                          "Write it before the text, as in fr=" + in_quotes("traite des personnes") + '.');
    auto text = option.substr(equals + 1);
    const bool is_line = std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (!is_line || text.find_first_not_of(' ') == std::string::npos)
        return bad_option("The label in " + in_quotes(lang) + " must be a line of text.",
                          "Write it behind the language, as in " + lang + "=...");
    if (const auto readable = source_from_bytes("the label in " + in_quotes(lang), text); !readable) return readable.error();
    return LocalText{.lang = lang, .text = std::move(text)};
}

Result<std::vector<LocalText>> read_labels(const std::vector<std::string>& options) {
    std::vector<LocalText> labels;
    for (const auto& option : options) {
        auto label = read_label(option);
        if (!label) return label.error();
        labels.push_back(std::move(*label));
    }
    return labels;
}

Result<std::string> add_one(VocabularyEditor& editor, const EditOptions& options) {
    const auto labels = read_labels(options.labels);
    if (!labels) return labels.error();
    const auto alternatives = read_labels(options.alternatives);
    if (!alternatives) return alternatives.error();
    if (std::ranges::find(*labels, "en", &LocalText::lang) == labels->end())
        return bad_option("A new concept needs an English label.", "Add --label en=...");
    if (options.top != options.other.empty()) return bad_option("A new concept has its place in the tree.", "Say --under ID, or --top.");
    NewConcept wanted{
        .id = options.id, .broader = options.other, .notation = options.notation, .labels = {}, .alternative_labels = *alternatives};
    for (const auto& label : *labels) wanted.labels.push_back({.label = label, .status = options.status});
    if (auto added = editor.add(wanted); !added) return added.error();
    return "added " + in_quotes(options.id) + (options.top ? " at the top" : " below " + in_quotes(options.other));
}

Result<std::string> rename_one(VocabularyEditor& editor, const EditOptions& options) {
    if (options.other.empty() && options.labels.empty() && options.alternatives.empty())
        return bad_option("There is no new name.", "Say --to NEW-ID, --label fr=... or --alt fr=...");
    const auto labels = read_labels(options.labels);
    if (!labels) return labels.error();
    const auto alternatives = read_labels(options.alternatives);
    if (!alternatives) return alternatives.error();
    auto id = options.id;
    if (!options.other.empty()) {
        if (auto renamed = editor.rename(id, options.other); !renamed) return renamed.error();
        id = options.other;
    }
    for (const auto& label : *labels) {
        if (auto relabelled = editor.relabel(id, {.label = label, .status = options.status}, options.keep_old); !relabelled)
            return relabelled.error();
    }
    for (const auto& label : *alternatives) {
        if (auto added = editor.add_alternative(id, label); !added) return added.error();
    }
    if (options.other.empty()) return "gave " + in_quotes(id) + " other words";
    return "renamed " + in_quotes(options.id) + " to " + in_quotes(id) + "; the old id goes on working";
}

Result<std::string> merge_one(VocabularyEditor& editor, const EditOptions& options) {
    if (auto merged = editor.merge(options.id, options.other); !merged) return merged.error();
    return "merged " + in_quotes(options.id) + " into " + in_quotes(options.other) + "; the old id goes on working";
}

Result<std::string> deprecate_one(VocabularyEditor& editor, const EditOptions& options) {
    if (auto deprecated = editor.deprecate(options.id); !deprecated) return deprecated.error();
    return "deprecated " + in_quotes(options.id) + "; records that have it keep it";
}

Result<std::string> restore_one(VocabularyEditor& editor, const EditOptions& options) {
    if (auto restored = editor.restore(options.id); !restored) return restored.error();
    return "restored " + in_quotes(options.id);
}

Result<std::string> move_one(VocabularyEditor& editor, const EditOptions& options) {
    if (options.top != options.other.empty()) return bad_option("It is not said where to.", "Say --under ID, or --top.");
    if (auto moved = editor.move(options.id, options.other); !moved) return moved.error();
    return "moved " + in_quotes(options.id) + (options.top ? " to the top" : " below " + in_quotes(options.other));
}

std::string today() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::string text(sizeof "2026-11-23", '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts));
    return text;
}

/// The day; on the same day once more, with a number.
std::string version_after(const std::string& old) {
    const auto day = today();
    if (!old.starts_with(day)) return day;
    for (int number = 2;; ++number) {
        auto version = day + '.' + std::to_string(number);
        // "2026-11-23.10" comes after "2026-11-23.9": numbers, not letters.
        if (old == day || std::pair(old.size(), old) < std::pair(version.size(), version)) return version;
    }
}

/// Puts the changed text where it was asked for; no index has to do with it.
Result<void> write_out(const std::filesystem::path& out, std::string_view text) {
    std::error_code error;
    if (std::filesystem::is_directory(out, error))
        return error_at(out.string(), "This is a directory, and a vocabulary is a file.", "Name a file in it.");
    // A device would be replaced by a file of its name.
    if (std::filesystem::exists(out, error) && !std::filesystem::is_regular_file(out, error))
        return error_at(out.string(), "This is not a regular file.", "Name a file that is one, or a new one.");
    // What a link leads to is replaced, and not the link.
    const auto place = std::filesystem::weakly_canonical(std::filesystem::absolute(out), error);
    if (!std::filesystem::is_directory(place.parent_path(), error))
        return error_at(out.string(), "There is no directory to write this into.", "Make it first, or check the path.");
    const auto written = replace_durably(place, text);
    if (written) return {};
    return error_at(out.string(), written.error().message, "Nothing was changed: write into another directory with --out, or try again.",
                    written.error().cause == Cause::disk ? Cause::disk : Cause::input);
}

int run_edit(const EditOptions& options) {
    const auto source = open_vocabulary(options.file);
    if (!source) return fail(source.error());
    if (const auto refused = refuse_other_encoding(options.file, *source)) return fail(*refused);
    const auto bytes = read_bytes(options.file);
    if (!bytes) return fail(bytes.error());
    auto editor = VocabularyEditor::open(*source);
    if (!editor) return fail(editor.error());
    const auto old_version = editor->vocabulary().version();
    const auto done = options.edit(*editor, options);
    if (!done) return fail(done.error());
    const auto version = options.version.empty() ? version_after(old_version) : options.version;
    if (auto changed = editor->set_version(version); !changed) return fail(changed.error());
    const auto& out = options.out.empty() ? options.file : options.out;
    const auto mark = bytes->substr(0, bytes->size() - source->text().size());
    if (auto written = write_out(out, mark + editor->source().text()); !written) return fail(written.error());
    std::cout << printable(out.string() + ": " + *done + ". Version " + old_version + " -> " + version + '.') << '\n';
    return exit_ok;
}

using Options = std::shared_ptr<EditOptions>;

std::pair<CLI::App*, Options> add_edit(CLI::App& vocabulary, Action& action, const std::string& name, const std::string& help, Edit edit) {
    auto& command = *vocabulary.add_subcommand(name, help);
    auto options = std::make_shared<EditOptions>();
    options->edit = edit;
    command.add_option("id", options->id, "The id of the concept")->required()->type_name("ID");
    command.add_option("--in", options->file, "The vocabulary (RDF/XML)")->required()->type_name("FILE");
    command.add_option("--out", options->out, "Write it here, and leave the other as it is")->type_name("FILE");
    command.add_option("--version", options->version, "The version it becomes; otherwise the day")->type_name("TEXT");
    on_command(command, action, options, run_edit);
    return {&command, options};
}

void add_words(CLI::App& command, const Options& options) {
    command.add_option("--label", options->labels, "A label, as in fr=\"traite des personnes\"; may be repeated")->type_name("LANG=TEXT");
    command.add_option("--alt", options->alternatives, "An alternative label, by which it is found too; may be repeated")
        ->type_name("LANG=TEXT");
    command.add_option("--status", options->status, "How sure the labels are: treaty-text, checked, ours or unchecked")
        ->check(CLI::IsMember({"treaty-text", "checked", "ours", "unchecked"}))
        ->type_name("STATUS")
        ->capture_default_str();
}

void add_place(CLI::App& command, const Options& options) {
    auto* under = command.add_option("--under", options->other, "The concept above it")->type_name("ID");
    command.add_flag("--top", options->top, "At the top, below none")->excludes(under);
}

}  // namespace

void add_vocabulary_edits(CLI::App& vocabulary, Action& action) {
    {
        const auto [command, options] = add_edit(vocabulary, action, "add", "Add a concept to a file.", add_one);
        add_words(*command, options);
        add_place(*command, options);
        command->add_option("--notation", options->notation, "The article, or the section of the digest")->type_name("TEXT");
    }
    {
        const auto [command, options] =
            add_edit(vocabulary, action, "rename",
                     "Give a concept other labels, or another id, by the side of which the old one goes on working.", rename_one);
        command->add_option("--to", options->other, "The new id")->type_name("NEW-ID");
        add_words(*command, options);
        command->add_flag("--keep-old", options->keep_old, "The old label stays as an alternative one");
    }
    {
        const auto [command, options] =
            add_edit(vocabulary, action, "merge", "Let another concept stand for one; what is below it goes below the other.", merge_one);
        command->add_option("into", options->other, "The concept that stands for it from now on")->required()->type_name("INTO");
    }
    add_edit(vocabulary, action, "deprecate", "Take a concept out of use with none in its place; records that have it keep it.",
             deprecate_one);
    add_edit(vocabulary, action, "restore", "Take back merge or deprecate.", restore_one);
    {
        const auto [command, options] = add_edit(vocabulary, action, "move", "Put a concept elsewhere in the tree.", move_one);
        add_place(*command, options);
    }
}

}  // namespace palermo::commands
