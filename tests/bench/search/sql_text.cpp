// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/sql_text.hpp"

#include "corpus/facet.hpp"
#include "tests/bench/flat_record.hpp"

namespace palermo::bench {
namespace {

/// By every choice but that of the facet `but`.
std::string narrowed(const Question& question, const std::string& but) {
    std::string conditions;
    for (const auto& choice : question.choices) {
        if (choice.facet != but)
            conditions += " AND {id} IN (SELECT doc FROM " + choice.facet + " WHERE value = " + quoted(choice.value) + ')';
    }
    return conditions;
}

}  // namespace

const std::vector<std::string>& facet_tables() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (const auto facet : all_facets) made.push_back(flat_name(name_of(facet)));
        return made;
    }();
    return names;
}

std::vector<std::string> create_tables() {
    std::vector<std::string> all{"CREATE TABLE doc (id INTEGER PRIMARY KEY, name TEXT, latest TEXT, body TEXT)"};
    for (const auto& facet : facet_tables()) all.push_back("CREATE TABLE " + facet + " (value TEXT, doc INTEGER)");
    return all;
}

std::vector<std::string> create_indexes() {
    std::vector<std::string> all{"CREATE INDEX doc_latest ON doc (latest)"};
    for (const auto& facet : facet_tables()) {
        all.push_back("CREATE INDEX " + facet + "_by_value ON " + facet + " (value, doc)");
        all.push_back("CREATE INDEX " + facet + "_by_doc ON " + facet + " (doc, value)");
    }
    return all;
}

std::string quoted(const std::string& text) {
    std::string made = "'";
    for (const char c : text) made.append(c == '\'' ? 2 : 1, c);
    return made + '\'';
}

std::string with_id(std::string conditions, const std::string& column) {
    constexpr std::string_view place = "{id}";
    for (auto at = conditions.find(place); at != std::string::npos; at = conditions.find(place, at + column.size()))
        conditions.replace(at, place.size(), column);
    return conditions;
}

std::string hits_sql(const SqlDialect& dialect, const Question& question, bool passages) {
    const auto conditions = narrowed(question, {});
    if (question.join != Join::none) return dialect.most_relevant(question, conditions, passages);
    return "SELECT name, substr(body, 1, 300) FROM doc WHERE latest IS NOT NULL" + with_id(conditions, "id") +
           " ORDER BY latest DESC LIMIT " + std::to_string(hits_asked);
}

std::string counts_sql(const SqlDialect& dialect, const Question& question) {
    const bool has_words = question.join != Join::none;
    std::string sql = has_words ? "WITH m AS MATERIALIZED (" + dialect.matching(question) + ") " : "";
    sql += "SELECT '', '', count(*) FROM " + std::string(has_words ? "m" : "doc") + " WHERE true" + with_id(narrowed(question, {}), "id");
    for (const auto& facet : facet_tables()) {
        sql += " UNION ALL SELECT " + quoted(facet) + ", value, count(*) FROM " + facet + (has_words ? " JOIN m ON doc = m.id" : "") +
               " WHERE true" + with_id(narrowed(question, facet), "doc") + " GROUP BY value";
    }
    return sql;
}

}  // namespace palermo::bench
