// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/engine.hpp"

#include <string>
#include <vector>

namespace palermo::bench {

/// Tables in a database: doc(id, name, latest, body), the full-text index, and one table of (value, doc) a facet, named as in flat records.
/// What databases say differently:
class SqlDialect {
public:
    SqlDialect() = default;
    SqlDialect(const SqlDialect&) = delete;
    SqlDialect& operator=(const SqlDialect&) = delete;
    virtual ~SqlDialect() = default;

    /// A SELECT of the column id: the records with the words.
    [[nodiscard]] virtual std::string matching(const Question& question) const = 0;
    /// A SELECT of name, and a passage when it is asked for: the ten most relevant records with the words. `narrowed`: conditions on the
    /// id, each with " AND " before it and "{id}" where the id's column has to stand.
    [[nodiscard]] virtual std::string most_relevant(const Question& question, const std::string& narrowed, bool passages) const = 0;
};

/// The facets' names.
[[nodiscard]] const std::vector<std::string>& facet_tables();

/// CREATE TABLE of doc and of the facets' tables.
[[nodiscard]] std::vector<std::string> create_tables();
/// CREATE INDEX of all but the words, for when the rows are in.
[[nodiscard]] std::vector<std::string> create_indexes();

[[nodiscard]] std::string quoted(const std::string& text);  ///< as a string of SQL
[[nodiscard]] std::string with_id(std::string conditions, const std::string& column);

/// SELECT of name and passage.
[[nodiscard]] std::string hits_sql(const SqlDialect& dialect, const Question& question, bool passages);
/// SELECT of facet, value and count; a row with an empty facet has the total.
[[nodiscard]] std::string counts_sql(const SqlDialect& dialect, const Question& question);

}  // namespace palermo::bench
