// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/sql_text.hpp"

#include <string>
#include <vector>

namespace palermo::bench {

using SqlRows = std::vector<std::vector<std::string>>;

/// Answers by SQL.
class SqlEngine : public Engine {
public:
    explicit SqlEngine(const SqlDialect& dialect) : dialect_(dialect) {}

    void ask(const Question& question, Mode mode) final {
        counts_.clear();
        shows_passages_ = mode == Mode::passages;
        hits_ = run(hits_sql(dialect_, question, shows_passages_));
        if (mode != Mode::hits) counts_ = run(counts_sql(dialect_, question));
    }

    [[nodiscard]] Answer answer() const final {
        Answer answer;
        for (const auto& hit : hits_) {
            answer.ids.push_back(hit.at(0));
            if (shows_passages_ && !hit.at(1).empty()) ++answer.passages;
        }
        for (const auto& row : counts_) {
            if (row.at(0).empty())
                answer.total = std::stoull(row.at(2));
            else
                answer.counts.push_back({row[0], row[1], std::stoull(row.at(2))});
        }
        return answer;
    }

protected:
    /// All rows, as text.
    virtual SqlRows run(const std::string& sql) = 0;

private:
    const SqlDialect& dialect_;
    SqlRows hits_;
    SqlRows counts_;
    bool shows_passages_ = false;
};

}  // namespace palermo::bench
