// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_report.hpp"

namespace palermo {

bool changes_anything(const LoadReport& report) {
    // Restricted records count only where the index holds them, and then they are among the removed.
    return report.added + report.changed + report.rebuilt + report.removed > 0;
}

}  // namespace palermo
