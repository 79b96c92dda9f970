// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the tables of PostgreSQL that ./dev bench search asks, of a file of flat records.
#include "tests/bench/search/filler.hpp"
#include "tests/bench/search/postgresql_connection.hpp"
#include "tests/bench/search/sql_record.hpp"

#include <fstream>
#include <functional>

namespace palermo::bench {
namespace {

std::string escaped(const std::string& text) {
    std::string made;
    for (const char c : text) {
        if (c == '\\' || c == '\n' || c == '\t') made += '\\';
        made += c == '\n' ? 'n' : c == '\t' ? 't' : c;
    }
    return made;
}

/// Fills one table: every record gives some lines.
std::size_t fill_table(PostgresqlConnection& connection, const std::string& table, const std::string& flat_file,
                       const std::function<std::string(const SqlRecord&, const std::string& id)>& lines_of) {
    std::ifstream in(flat_file, std::ios::binary);
    std::size_t id = 0;
    connection.begin_copy(table);
    for (FlatRecord flat; read_flat_record(in, flat);) connection.copy(lines_of(sql_record(flat), std::to_string(++id)));
    connection.end_copy();
    return id;
}

std::size_t fill(const std::string& flat_file, const std::string& parameters) {
    PostgresqlConnection connection(parameters);
    for (const auto& table : create_tables()) (void)connection.run(table);
    // No word is left out, as with the others.
    (void)connection.run("CREATE TEXT SEARCH DICTIONARY bench_stem (TEMPLATE = snowball, LANGUAGE = english)");
    (void)connection.run("CREATE TEXT SEARCH CONFIGURATION bench (COPY = simple)");
    (void)connection.run(
        "ALTER TEXT SEARCH CONFIGURATION bench ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, "
        "hword_asciipart WITH bench_stem");
    (void)connection.run("ALTER TABLE doc ADD words tsvector GENERATED ALWAYS AS (to_tsvector('bench', body)) STORED");
    const auto records =
        fill_table(connection, "doc (id, name, latest, body)", flat_file, [](const SqlRecord& record, const std::string& id) {
            return id + '\t' + escaped(record.name) + '\t' + (record.latest.empty() ? "\\N" : record.latest) + '\t' + escaped(record.body) +
                   '\n';
        });
    for (std::size_t facet = 0; facet < facet_tables().size(); ++facet) {
        (void)fill_table(connection, facet_tables()[facet], flat_file, [&](const SqlRecord& record, const std::string& id) {
            std::string lines;
            for (const auto& [one, value] : record.values) {
                if (one == facet) lines += escaped(value) + '\t' + id + '\n';
            }
            return lines;
        });
    }
    for (const auto& index : create_indexes()) (void)connection.run(index);
    (void)connection.run("CREATE INDEX doc_words ON doc USING gin (words)");
    (void)connection.run("VACUUM ANALYZE");
    return records;
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    return palermo::bench::run_filler(argc, argv, "palermo_bench_fill_postgresql FLAT_FILE CONNECTION", palermo::bench::fill);
}
