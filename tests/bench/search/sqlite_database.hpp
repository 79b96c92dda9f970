// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/sql_engine.hpp"

#include <memory>
#include <string>

struct sqlite3;

namespace palermo::bench {

/// A file of SQLite's. Throws when something fails.
class SqliteDatabase {
public:
    /// `writes`: makes the file when it is not there.
    SqliteDatabase(const std::string& file, bool writes);

    SqlRows run(const std::string& sql);

    [[nodiscard]] sqlite3* get() const { return database_.get(); }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace palermo::bench
