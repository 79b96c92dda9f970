// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/engines.hpp"
#include "tests/bench/search/postgresql_connection.hpp"

#include <libpq-fe.h>

namespace palermo::bench {
namespace {

std::string query_of(const Question& question) {
    const auto between = question.join == Join::any ? " | " : question.join == Join::phrase ? " <-> " : " & ";
    return "to_tsquery('bench', " + quoted(joined(question.words, between)) + ')';
}

class TextSearch : public SqlDialect {
public:
    [[nodiscard]] std::string matching(const Question& question) const override {
        return "SELECT id FROM doc WHERE words @@ " + query_of(question);
    }

    [[nodiscard]] std::string most_relevant(const Question& question, const std::string& narrowed, bool passages) const override {
        const auto query = query_of(question);
        const auto best = "SELECT name, body FROM doc WHERE words @@ " + query + with_id(narrowed, "id") + " ORDER BY ts_rank(words, " +
                          query + ") DESC LIMIT " + std::to_string(hits_asked);
        return "SELECT name" + (passages ? ", ts_headline('bench', body, " + query + ')' : std::string()) + " FROM (" + best + ") AS best";
    }
};

const SqlDialect& text_search() {
    static const TextSearch dialect;
    return dialect;
}

class PostgresqlEngine : public SqlEngine {
public:
    explicit PostgresqlEngine(const std::string& parameters) : SqlEngine(text_search()), connection_(parameters) {}

private:
    SqlRows run(const std::string& sql) override { return connection_.run(sql); }

    PostgresqlConnection connection_;
};

std::string library_version() {
    const auto version = PQlibVersion();
    return std::to_string(version / 10'000) + '.' + std::to_string(version % 10'000);
}

}  // namespace

EngineKind postgresql_engine() {
    return {.name = "postgresql",
            .modes = {Mode::hits, Mode::facets, Mode::passages},
            .version = library_version(),
            .open = [](const std::string& index) -> std::unique_ptr<Engine> { return std::make_unique<PostgresqlEngine>(index); }};
}

}  // namespace palermo::bench
