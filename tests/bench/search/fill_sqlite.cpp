// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the database of SQLite that ./dev bench search asks, of a file of flat records.
#include "tests/bench/search/filler.hpp"
#include "tests/bench/search/sql_record.hpp"
#include "tests/bench/search/sqlite_database.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

/// An INSERT that is run again and again.
class Insert {
public:
    Insert(SqliteDatabase& database, const std::string& sql) {
        if (sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database.get()));
    }
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;
    ~Insert() { sqlite3_finalize(statement_); }

    Insert& number(int place, std::int64_t value) {
        sqlite3_bind_int64(statement_, place, value);
        return *this;
    }
    Insert& text(int place, const std::string& value) {
        if (value.empty())
            sqlite3_bind_null(statement_, place);
        else
            sqlite3_bind_text(statement_, place, value.c_str(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    void run() {
        if (sqlite3_step(statement_) != SQLITE_DONE) throw std::runtime_error("SQLite does not take a row.");
        sqlite3_reset(statement_);
    }

private:
    sqlite3_stmt* statement_ = nullptr;
};

std::int64_t add_rows(SqliteDatabase& database, const std::string& flat_file) {
    Insert doc(database, "INSERT INTO doc VALUES (?, ?, ?, ?)");
    Insert words(database, "INSERT INTO words(rowid, body) VALUES (?, ?)");
    std::vector<std::unique_ptr<Insert>> facets;
    for (const auto& facet : facet_tables())
        facets.push_back(std::make_unique<Insert>(database, "INSERT INTO " + facet + " VALUES (?, ?)"));
    std::ifstream in(flat_file, std::ios::binary);
    std::int64_t id = 0;
    for (FlatRecord flat; read_flat_record(in, flat);) {
        const auto record = sql_record(flat);
        ++id;
        doc.number(1, id).text(2, record.name).text(3, record.latest).text(4, record.body).run();
        words.number(1, id).text(2, record.body).run();
        for (const auto& [facet, value] : record.values) facets[facet]->text(1, value).number(2, id).run();
    }
    return id;
}

std::size_t fill(const std::string& flat_file, const std::string& file) {
    std::filesystem::remove(file);
    SqliteDatabase database(file, true);
    for (const auto* pragma : {"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -524288"})
        (void)database.run(pragma);
    for (const auto& table : create_tables()) (void)database.run(table);
    (void)database.run("CREATE VIRTUAL TABLE words USING fts5(body, content='doc', content_rowid='id', tokenize='porter unicode61')");
    (void)database.run("BEGIN");
    const auto records = add_rows(database, flat_file);
    for (const auto& index : create_indexes()) (void)database.run(index);
    (void)database.run("INSERT INTO words(words) VALUES ('optimize')");
    (void)database.run("COMMIT");
    (void)database.run("ANALYZE");
    return static_cast<std::size_t>(records);
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    return palermo::bench::run_filler(argc, argv, "palermo_bench_fill_sqlite FLAT_FILE DATABASE", palermo::bench::fill);
}
