// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/sql_engine.hpp"

#include <memory>
#include <string>
#include <string_view>

struct pg_conn;

namespace palermo::bench {

/// A connection to a PostgreSQL server. Throws when something fails.
class PostgresqlConnection {
public:
    explicit PostgresqlConnection(const std::string& parameters);

    SqlRows run(const std::string& sql);

    /// COPY ... FROM STDIN; then lines as COPY's text format has them; then the end.
    void begin_copy(const std::string& table);
    void copy(std::string_view lines);
    void end_copy();

private:
    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Finish> connection_;
};

}  // namespace palermo::bench
