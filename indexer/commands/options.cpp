// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/options.hpp"

#include "indexer/commands/report.hpp"
#include "indexer/commands/schemas_directory.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace palermo::commands {
namespace {

constexpr auto description =
    "Makes and keeps the index of Palermo: reads XML case records, checks them, and publishes them as a new generation that "
    "palermo-searchd "
    "takes up at once. A load that fails or is cut off leaves the index as it was.";

constexpr auto footer = R"(Examples:
  palermo-indexer check cases/                     what is wrong, before anything is loaded
  palermo-indexer load --index /srv/palermo cases/ add what is new, replace what changed
  palermo-indexer load --index /srv/palermo -      one record from standard input
  palermo-indexer show --index /srv/palermo case-099 --terms

Exit codes:
  0  all well
  1  something was rejected or found; the rest was done
  2  wrong usage, or input that cannot be read
  3  the index cannot be used: missing, damaged, or of another format
  4  another palermo-indexer is writing to the index
  5  the disk failed or is full; the index is as it was)";

void add_index(CLI::App& command, Options& options) {
    command.add_option("--index", options.index, "Directory of the index")->required()->type_name("DIR");
}

void add_schemas(CLI::App& command, Options& options) {
    command.add_option("--schemas", options.schemas, "Directory with case-record.xsd and the vocabularies")
        ->type_name("DIR")
        ->capture_default_str();
}

void add_json(CLI::App& command, Options& options) { command.add_flag("--json", options.json, "Answer as JSON on standard output"); }

void add_load(CLI::App& app, Options& options) {
    auto& command = *app.add_subcommand(
        "load",
        "Read, check and index records. New ones are added, changed ones replaced, the same ones left alone; records in "
        "the index that are not named stay. A record with errors is reported and left out.");
    add_index(command, options);
    add_schemas(command, options);
    command.add_option("paths", options.paths, "Record files, directories of them, or - for one record on standard input")
        ->required()
        ->type_name("PATH");
    add_json(command, options);
    command.add_flag("--quiet", options.quiet, "No progress on the terminal");
    command.parse_complete_callback([&options] { options.command = Command::load; });
}

void add_check(CLI::App& app, Options& options) {
    auto& command =
        *app.add_subcommand("check", "Read and check records as load does, without an index. Every finding names file, line and column.");
    add_schemas(command, options);
    command.add_option("paths", options.paths, "Record files, directories of them, or - for one record on standard input")
        ->required()
        ->type_name("PATH");
    add_json(command, options);
    command.parse_complete_callback([&options] { options.command = Command::check; });
}

void add_status(CLI::App& app, Options& options) {
    auto& command = *app.add_subcommand("status", "Say which generation is live, what it holds and what it was made with.");
    add_index(command, options);
    add_json(command, options);
    command.parse_complete_callback([&options] { options.command = Command::status; });
}

void add_show(CLI::App& app, Options& options) {
    auto& command = *app.add_subcommand("show", "Show one record of the index.");
    add_index(command, options);
    command.add_option("id", options.id, "The id of the case")->required()->type_name("ID");
    auto* forms = command.add_option_group("form", "How to show it (text unless named)");
    forms->add_flag_callback(
        "--json", [&options] { options.form = ShowForm::json; }, "What is kept for a result list, as JSON");
    forms->add_flag_callback(
        "--xml", [&options] { options.form = ShowForm::xml; }, "The record as it was loaded");
    forms->add_flag_callback(
        "--terms", [&options] { options.form = ShowForm::terms; }, "The terms, positions and values under which it is indexed");
    forms->require_option(0, 1);
    command.parse_complete_callback([&options] { options.command = Command::show; });
}

void add_verify(CLI::App& app, Options& options) {
    auto& command = *app.add_subcommand("verify", "Read the whole live generation: files, checksums, databases, documents.");
    add_index(command, options);
    add_json(command, options);
    command.parse_complete_callback([&options] { options.command = Command::verify; });
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
    Options options;
    options.schemas = default_schemas_directory();
    CLI::App app(description, "palermo-indexer");
    app.set_version_flag("--version", std::string("palermo-indexer " PALERMO_VERSION));
    app.set_help_all_flag("--help-all", "Help on every command");
    app.footer(footer);
    app.require_subcommand(1);
    add_load(app, options);
    add_check(app, options);
    add_status(app, options);
    add_show(app, options);
    add_verify(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked_for_help) {
        return app.exit(asked_for_help);
    } catch (const CLI::ParseError& error) {
        std::cerr << "palermo-indexer: " << error.what() << "\nTry palermo-indexer --help.\n";
        return exit_usage;
    }
    return options;
}

}  // namespace palermo::commands
