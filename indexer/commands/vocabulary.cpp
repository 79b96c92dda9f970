// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/vocabulary_commands.hpp"

namespace palermo::commands {
namespace {

constexpr auto footer = R"(A change from beginning to end, on a copy of the installed file:
  palermo-indexer vocabulary merge romantic-relationship family-relationship-vulnerability \
      --in /usr/share/palermo/schemas/evidential-issues.rdf --out issues.rdf
  palermo-indexer vocabulary check issues.rdf
  palermo-indexer vocabulary diff /usr/share/palermo/schemas/evidential-issues.rdf issues.rdf --index /srv/palermo
  palermo-indexer vocabulary apply issues.rdf --index /srv/palermo

An id never goes away: records and addresses that use an old one are read as the concept that stands for it now.)";

}  // namespace

void add_vocabulary(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand(
        "vocabulary", "Change the vocabularies: check and compare edited files, put one to use, or edit one without knowing RDF.");
    command.footer(footer);
    command.require_subcommand(1);
    for (const auto add : {add_vocabulary_check, add_vocabulary_diff, add_vocabulary_apply, add_vocabulary_edits}) add(command, action);
}

}  // namespace palermo::commands
