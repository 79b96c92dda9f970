// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema_validator.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/index_verifier.hpp"
#include "indexer/load/report_verifier.hpp"

#include <iostream>
#include <string>

namespace palermo::commands {
namespace {

struct VerifyOptions {
    std::filesystem::path index;
    std::filesystem::path schemas;
    bool all = false;
    bool quick = false;
    bool quiet = false;
    bool json = false;
};

std::string counted(std::uint64_t count, const std::string& thing) { return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s"); }

VerifyReport verify(const VerifyOptions& options, const SchemaValidator* schema) {
    Progress progress(options.quiet || options.json);
    const IndexDirectory directory(options.index);
    auto report = verify_index(
        directory, {.all_generations = options.all, .checksums_only = options.quick, .schema = schema, .progress = progress.listener()});
    if (options.all) verify_reports(directory, report.findings);
    return report;
}

int print(const VerifyReport& report, const VerifyOptions& options) {
    print_findings(report.findings, options.json);
    if (!report.findings.empty()) return exit_index;
    if (options.json) return exit_ok;
    std::cout << "The index is whole: " << counted(report.generations, "generation") << ", " << counted(report.segments, "segment") << ", "
              << counted(report.files, "file");
    if (options.quick)
        std::cout << ", by checksums alone.\n";
    else
        std::cout << ", " << counted(report.records, "record") << ".\n";
    return exit_ok;
}

int run_verify(const VerifyOptions& options) {
    if (options.quick) return print(verify(options, nullptr), options);
    const auto schema = SchemaValidator::open(options.schemas / "case-record.xsd");
    if (!schema) return fail(schema.error());
    return print(verify(options, &*schema), options);
}

constexpr auto help =
    "Read the live generation whole, and compare everything with what it must agree with: files with their checksums, each database with "
    "the search engine's own check, the counts of filters with what they find, record tables and completions with the documents, and the "
    "records with the schema and the generation's vocabularies. Changes nothing; exit code 3 when something is wrong.";

}  // namespace

void add_verify(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("verify", help);
    const auto options = std::make_shared<VerifyOptions>();
    add_index(command, options->index);
    add_schemas(command, options->schemas);
    command.add_flag("--all", options->all, "Every generation that is kept, and not the live one alone; and the reports of their loads");
    command.add_flag("--quick", options->quick, "Only that the files are as they were written, by their checksums");
    add_quiet(command, options->quiet);
    add_json(command, options->json);
    on_command(command, action, options, run_verify);
}

}  // namespace palermo::commands
