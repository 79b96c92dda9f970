// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet_label.hpp"
#include "corpus/printable.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/open_view.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/record_choice.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/document_dump.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/load/nearest_record.hpp"

#include <iostream>
#include <utility>

namespace palermo::commands {
namespace {

/// How `show` shows a record.
enum class ShowForm { text, json, xml, terms };

struct ShowOptions {
    std::filesystem::path index;
    std::string id;
    ShowForm form = ShowForm::text;
};

std::string or_not_recorded(const std::string& text) { return text.empty() ? "not recorded" : text; }

std::string label(Facet facet, const std::string& value, const Vocabularies& vocabularies) {
    return value.empty() ? "not recorded" : facet_label(facet, value, vocabularies, "en");
}

int print_text(const WorkerView& view, std::uint32_t docid, const DocumentData& data) {
    const auto& vocabularies = view.snapshot().vocabularies();
    std::cout << printable(data.title) << "\n\n"
              << "Id            " << data.id << '\n'
              << "Jurisdiction  " << label(Facet::jurisdiction, data.jurisdiction, vocabularies) << '\n'
              << "Court         " << printable(or_not_recorded(data.court)) << '\n'
              << "Decided       " << or_not_recorded(data.decided) << '\n'
              << "Outcome       " << label(Facet::outcome, data.outcome, vocabularies) << '\n';
    for (const auto& id : data.legal_concepts) std::cout << "Concept       " << label(Facet::legal_concept, id, vocabularies) << '\n';
    for (const auto& issue : data.evidential_issues) {
        std::cout << "Issue         " << label(Facet::evidential_issue, issue.concept_id, vocabularies) << " ("
                  << code_label(issue.role, "en") << ")\n";
    }
    for (const auto& paragraph : data.paragraphs) {
        const auto text = view.text(docid, paragraph.text);
        if (!text) return fail(text.error());
        std::cout << "\n[" << code_label(paragraph.field, "en") << ", " << paragraph.lang << ", " << paragraph.id << "]\n"
                  << printable(*text, "\n\t") << '\n';
    }
    return exit_ok;
}

int print_xml(const WorkerView& view, std::uint32_t docid, const DocumentData& data) {
    const auto xml = view.source_xml(docid, data);
    if (!xml) return fail(xml.error());
    std::cout << *xml;
    return exit_ok;
}

int print_terms(const WorkerView& view, std::uint32_t docid) {
    const auto dump = dump_document(view, docid);
    if (!dump) return fail(dump.error());
    std::cout << *dump;
    return exit_ok;
}

int run_show(const ShowOptions& options) {
    const auto view = open_view(options.index);
    if (!view) return fail(view.error());
    const auto docid = view->snapshot().find(options.id);
    if (!docid) {
        const auto meant = nearest_record(IndexDirectory(options.index), options.id);
        std::cerr << not_held(view->snapshot().manifest(), options.id) << (meant ? " Did you mean \"" + *meant + "\"?\n" : "\n");
        return exit_found;
    }
    const auto data = view->data(*docid);
    if (!data) return fail(data.error());
    switch (options.form) {
        case ShowForm::text: return print_text(*view, *docid, *data);
        case ShowForm::json: std::cout << describe_as_json(*data) << '\n'; return exit_ok;
        case ShowForm::xml: return print_xml(*view, *docid, *data);
        case ShowForm::terms: return print_terms(*view, *docid);
    }
    return exit_ok;
}

constexpr auto footer = R"(Examples:
  palermo-indexer show --index /srv/palermo case-099           for reading
  palermo-indexer show --index /srv/palermo case-099 --xml     as it was loaded
  palermo-indexer show --index /srv/palermo case-099 --terms   under which words it is found

Exit codes: 0 shown; 1 the index holds no such record; 2 to 5: palermo-indexer --help lists them.)";

}  // namespace

void add_show(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("show", "Show one record of the index.");
    command.footer(footer);
    const auto options = std::make_shared<ShowOptions>();
    add_index(command, options->index);
    command.add_option("id", options->id, "The id of the case")->required()->type_name("ID");
    auto* forms = command.add_option_group("form", "How to show it (text unless named)");
    const auto add_form = [&](const char* flag, ShowForm form, const char* help) {
        forms->add_flag_callback(
            flag, [options = options.get(), form] { options->form = form; }, help);
    };
    add_form("--json", ShowForm::json, "What is kept for a result list, as JSON");
    add_form("--xml", ShowForm::xml, "The record as it was loaded");
    add_form("--terms", ShowForm::terms, "The terms, positions and values under which it is indexed");
    forms->require_option(0, 1);
    on_command(command, action, options, run_show);
}

}  // namespace palermo::commands
