// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/sqlite_database.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace palermo::bench {
namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

std::vector<std::string> row_of(sqlite3_stmt* statement) {
    std::vector<std::string> row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const void* text = sqlite3_column_blob(statement, i);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
        row.emplace_back(static_cast<const char*>(text), text != nullptr ? size : 0);
    }
    return row;
}

}  // namespace

void SqliteDatabase::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

SqliteDatabase::SqliteDatabase(const std::string& file, bool writes) {
    sqlite3* opened = nullptr;
    const int flags = (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) throw std::runtime_error("SQLite cannot open " + file + ": " + sqlite3_errmsg(opened));
}

SqlRows SqliteDatabase::run(const std::string& sql) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK)
        throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(get()) + " in " + sql);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    SqlRows rows;
    int code = sqlite3_step(prepared);
    for (; code == SQLITE_ROW; code = sqlite3_step(prepared)) rows.push_back(row_of(prepared));
    if (code != SQLITE_DONE) throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(get()) + " in " + sql);
    return rows;
}

}  // namespace palermo::bench
