// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/report.hpp"

#include "indexer/load/load_report_json.hpp"

#include <boost/json.hpp>

#include <iostream>

namespace palermo::commands {

int exit_code(Cause cause) {
    switch (cause) {
        case Cause::input: return exit_usage;
        case Cause::index: return exit_index;
        case Cause::locked: return exit_locked;
        case Cause::disk: return exit_disk;
    }
    return exit_usage;
}

int fail(const Diagnostic& diagnostic) {
    std::cerr << format(diagnostic) << '\n';
    return exit_code(diagnostic.cause);
}

void print_findings(const Diagnostics& findings, bool as_json) {
    if (as_json) {
        std::cout << boost::json::serialize(boost::json::object{{"findings", to_json(findings)}}) << '\n';
        return;
    }
    for (const auto& finding : findings) std::cout << format(finding) << '\n';
}

}  // namespace palermo::commands
