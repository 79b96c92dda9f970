// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/problems.hpp"

#include "corpus/shortened.hpp"
#include "searchd/views/error_view.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <utility>

namespace palermo {
namespace {

std::optional<std::string> text_member(const http::Problem& problem, std::string_view name) {
    const auto* value = problem.members.if_contains(name);
    if (value == nullptr || !value->is_string()) return std::nullopt;
    return std::string(value->get_string());
}

std::optional<std::size_t> offset_member(const http::Problem& problem) {
    const auto* value = problem.members.if_contains("offset");
    if (value == nullptr) return std::nullopt;
    return value->to_number<std::size_t>();
}

http::Problem come_again(std::string type, std::string title, std::string detail) {
    return {
        .status = 503, .title = std::move(title), .detail = std::move(detail), .type = std::move(type), .headers = {{"Retry-After", "2"}}};
}

/// What is not there may come with the next load: a cache may not say so by itself, as it else may of this status.
http::Problem not_here(std::string type, std::string title, std::string detail) {
    return {.status = 404,
            .title = std::move(title),
            .detail = std::move(detail),
            .type = std::move(type),
            .headers = {{"Cache-Control", "no-cache"}}};
}

/// The second half of a sentence; see takedown_reasons.
std::string_view in_words(std::string_view reason) {
    if (reason == "victim-request") return "at the request of a victim";
    if (reason == "court-order") return "by order of a court";
    if (reason == "identifies-a-victim") return "because it could have identified a victim";
    if (reason == "error") return "because it was wrong";
    if (reason == "duplicate-record") return "because the collection held it twice";
    return "by its editors";
}

}  // namespace

http::Problem bad_parameter(const Diagnostic& reason) {
    return {.status = 400,
            .title = "The request makes no sense",
            .detail = reason.message + ' ' + reason.mend,
            .type = "urn:palermo:problem:bad-parameter"};
}

http::Problem bad_query(const QueryError& error, const std::string& query, const std::optional<std::string>& repair) {
    http::Problem problem{.status = 400,
                          .title = "The query cannot be read",
                          .detail = error.message,
                          .type = "urn:palermo:problem:bad-query",
                          .members = {{"query", query}, {"offset", error.offset}}};
    if (repair) problem.members["repair"] = *repair;
    return problem;
}

http::Problem no_such_case(const std::string& id) {
    return not_here("urn:palermo:problem:no-such-case", "No such case",
                    "The collection holds no case with the id " + in_quotes(id) + ". It may have been taken out; search for it.");
}

http::Problem taken_down(const Tombstone& tombstone) {
    return {.status = 410,
            .title = "This case was taken down",
            .detail = "The record \"" + tombstone.id + "\" was taken down on " + tombstone.date + ' ' +
                      std::string(in_words(tombstone.reason)) + ". It will not come back under this address unless its editors say so.",
            .type = "urn:palermo:problem:taken-down",
            .members = {{"id", tombstone.id}, {"date", tombstone.date}, {"reason", tombstone.reason}}};
}

http::Problem no_such_vocabulary(const std::string& scheme) {
    return not_here("urn:palermo:problem:no-such-vocabulary", "No such vocabulary",
                    "There is no vocabulary " + in_quotes(scheme) + ". The vocabularies are legal-concept and evidential-issue.");
}

http::Problem no_such_concept(const Vocabulary& vocabulary, const std::string& id) {
    const auto nearest = vocabulary.nearest_id(id);
    const auto mend = nearest ? "Did you mean \"" + *nearest + "\"?" : "All are at /api/v1/vocabularies/" + vocabulary.scheme() + '.';
    return not_here("urn:palermo:problem:no-such-concept", "No such concept",
                    "There is no " + vocabulary.scheme() + ' ' + in_quotes(id) + ". " + mend);
}

http::Problem too_busy() {
    return come_again("urn:palermo:problem:too-busy", "Too many searches",
                      "Too many searches are waiting for an answer. Try again in a moment.");
}

http::Problem took_too_long() {
    return come_again("urn:palermo:problem:took-too-long", "The search took too long",
                      "The search took longer than this server allows. Ask for rarer words, or try again in a moment.");
}

http::Problem index_failed() {
    return {.status = 500,
            .title = "The index failed",
            .detail = "The index could not be read. The reason is in the server's log; try again, or tell its operator.",
            .type = "urn:palermo:problem:index-failed"};
}

http::Response render_problem(std::string_view path, const http::Problem& problem) { return render_search_problem(path, problem, {}); }

http::Response render_search_problem(std::string_view path, const http::Problem& problem, const SearchRequest& asked,
                                     const std::optional<std::string>& without) {
    if (path.starts_with("/api/")) return http::problem_details(problem);
    const ErrorPage page{.title = problem.title.empty() ? http::phrase_of(problem.status) : problem.title,
                         .detail = problem.detail,
                         .asked = asked,
                         .offset = offset_member(problem),
                         .repair = text_member(problem, "repair"),
                         .without = without};
    return {
        .status = problem.status, .content_type = "text/html; charset=utf-8", .body = render_error_html(page), .headers = problem.headers};
}

}  // namespace palermo
