// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace palermo::eval {

/// How good rankings are, as trec_eval measures it; means over queries.
struct Measures {
    double ndcg_at_10 = 0;  ///< gain: the grade itself
    double map = 0;         ///< over the 1,000 first
    double mrr = 0;
    double recall_at_100 = 0;
};

/// Of one ranking, best first, against the grades of its query.
[[nodiscard]] Measures measure(const std::vector<std::string>& ranking, const std::map<std::string, double>& grades);

[[nodiscard]] Measures mean(const std::vector<Measures>& all);

}  // namespace palermo::eval
