// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/engines.hpp"
#include "tests/bench/search/sqlite_database.hpp"

#include <sqlite3.h>

namespace palermo::bench {
namespace {

/// Every word in quotes, so that none is read as an operator.
std::string match_of(const Question& question) {
    if (question.join == Join::phrase) return quoted('"' + joined(question.words, " ") + '"');
    return quoted('"' + joined(question.words, question.join == Join::any ? "\" OR \"" : "\" AND \"") + '"');
}

class Fts5 : public SqlDialect {
public:
    [[nodiscard]] std::string matching(const Question& question) const override {
        return "SELECT rowid AS id FROM words WHERE words MATCH " + match_of(question);
    }

    [[nodiscard]] std::string most_relevant(const Question& question, const std::string& narrowed, bool passages) const override {
        // Snippets are made of the rows that come out, not of all that match.
        const auto best = "SELECT rowid AS id FROM words WHERE words MATCH " + match_of(question) + with_id(narrowed, "+rowid") +
                          " ORDER BY rank LIMIT " + std::to_string(hits_asked);
        if (!passages) return "SELECT name FROM (" + best + ") JOIN doc USING (id)";
        return "SELECT (SELECT name FROM doc WHERE id = rowid), snippet(words, 0, '[', ']', '...', 40) FROM words WHERE words MATCH " +
               match_of(question) + with_id(narrowed, "+rowid") + " ORDER BY rank LIMIT " + std::to_string(hits_asked);
    }
};

const SqlDialect& fts5() {
    static const Fts5 dialect;
    return dialect;
}

class SqliteEngine : public SqlEngine {
public:
    explicit SqliteEngine(const std::string& file) : SqlEngine(fts5()), database_(file, false) {
        // As an application that wants speed sets it: the file mapped, a large cache.
        (void)database_.run("PRAGMA mmap_size = 8000000000");
        (void)database_.run("PRAGMA cache_size = -262144");
    }

private:
    SqlRows run(const std::string& sql) override { return database_.run(sql); }

    SqliteDatabase database_;
};

}  // namespace

EngineKind sqlite_engine() {
    return {.name = "sqlite",
            .modes = {Mode::hits, Mode::facets, Mode::passages},
            .version = sqlite3_libversion(),
            .open = [](const std::string& index) -> std::unique_ptr<Engine> { return std::make_unique<SqliteEngine>(index); }};
}

}  // namespace palermo::bench
