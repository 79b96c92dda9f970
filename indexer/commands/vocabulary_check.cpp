// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/printable.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/commands/vocabulary_commands.hpp"
#include "indexer/commands/vocabulary_input.hpp"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace palermo::commands {
namespace {

struct CheckOptions {
    std::filesystem::path schemas;
    std::vector<std::filesystem::path> files;
    bool json = false;
};

int run_check(const CheckOptions& options) {
    auto files = options.files;
    if (files.empty()) files = {options.schemas / legal_concepts_file, options.schemas / evidential_issues_file};
    Diagnostics findings;
    std::string summaries;
    for (const auto& file : files) {
        const auto given = read_given(file, options.schemas);
        if (!given) return fail(given.error());
        std::ranges::copy(given->findings, std::back_inserter(findings));
        summaries += printable(file.string()) + ": " + summary_of(*given) + '\n';
    }
    print_findings(findings, options.json);
    if (!options.json) std::cout << summaries;
    return has_errors(findings) ? exit_found : exit_ok;
}

}  // namespace

void add_vocabulary_check(CLI::App& vocabulary, Action& action) {
    auto& command = *vocabulary.add_subcommand(
        "check",
        "Everything that is wrong with edited vocabulary files, with line and mend: faults, ids that the installed ones have and "
        "these have not, labels that two concepts share, languages without a label. Without files: the installed ones.");
    const auto options = std::make_shared<CheckOptions>();
    command.add_option("files", options->files, "Edited vocabularies (RDF/XML)")->type_name("FILE");
    add_schemas(command, options->schemas);
    add_json(command, options->json);
    on_command(command, action, options, run_check);
}

}  // namespace palermo::commands
