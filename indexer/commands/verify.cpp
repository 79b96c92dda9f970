// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/index_verifier.hpp"

#include <iostream>

namespace palermo::commands {

int verify(const Options& options) {
    const auto findings = verify_index(IndexDirectory(options.index));
    print_findings(findings, options.json);
    if (findings.empty() && !options.json) std::cout << "The index is whole.\n";
    return findings.empty() ? exit_ok : exit_index;
}

}  // namespace palermo::commands
