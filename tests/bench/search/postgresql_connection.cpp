// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/postgresql_connection.hpp"

#include <libpq-fe.h>

#include <stdexcept>

namespace palermo::bench {
namespace {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, Clear>;

void check(const ResultHandle& result, ExecStatusType wanted, PGconn* connection) {
    if (PQresultStatus(result.get()) != wanted) throw std::runtime_error(std::string("PostgreSQL: ") + PQerrorMessage(connection));
}

}  // namespace

void PostgresqlConnection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

PostgresqlConnection::PostgresqlConnection(const std::string& parameters) : connection_(PQconnectdb(parameters.c_str())) {
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw std::runtime_error(std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
}

SqlRows PostgresqlConnection::run(const std::string& sql) {
    const ResultHandle result(PQexec(connection_.get(), sql.c_str()));
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return {};
    check(result, PGRES_TUPLES_OK, connection_.get());
    SqlRows rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        auto& values = rows.emplace_back();
        for (int column = 0; column < PQnfields(result.get()); ++column) values.emplace_back(PQgetvalue(result.get(), row, column));
    }
    return rows;
}

void PostgresqlConnection::begin_copy(const std::string& table) {
    const ResultHandle result(PQexec(connection_.get(), ("COPY " + table + " FROM STDIN").c_str()));
    check(result, PGRES_COPY_IN, connection_.get());
}

void PostgresqlConnection::copy(std::string_view lines) {
    if (PQputCopyData(connection_.get(), lines.data(), static_cast<int>(lines.size())) != 1)
        throw std::runtime_error(std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
}

void PostgresqlConnection::end_copy() {
    PQputCopyEnd(connection_.get(), nullptr);
    const ResultHandle result(PQgetResult(connection_.get()));
    check(result, PGRES_COMMAND_OK, connection_.get());
    while (const ResultHandle rest{PQgetResult(connection_.get())}) {
    }
}

}  // namespace palermo::bench
