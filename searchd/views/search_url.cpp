// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/search_url.hpp"

#include "searchd/views/count_url.hpp"
#include "searchd/views/parameter_reader.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {
namespace {

constexpr std::array sort_names{std::pair<std::string_view, SortOrder>{"relevance", SortOrder::relevance},
                                std::pair<std::string_view, SortOrder>{"newest", SortOrder::newest},
                                std::pair<std::string_view, SortOrder>{"oldest", SortOrder::oldest}};

constexpr std::array match_names{std::pair<std::string_view, MatchMode>{"all", MatchMode::all},
                                 std::pair<std::string_view, MatchMode>{"any", MatchMode::any}};

/// Values that one facet may be given at once; far more than a page offers to tick.
constexpr std::size_t max_selected = 200;

Diagnostic too_many(Facet facet) {
    return {.message = "More than " + std::to_string(max_selected) + " values are chosen for " + std::string(name_of(facet)) + ".",
            .mend = "Choose fewer."};
}

Result<void> take_facet(const UrlParameter& given, SearchRequest& request) {
    const auto facet = *facet_named(given.first);
    std::string_view value = given.second;
    auto& selection = request.facets[facet];
    const bool excludes = value.starts_with('!');
    if (excludes) value.remove_prefix(1);
    if (value.empty()) return {};
    auto& values = excludes ? selection.excluded : selection.included;
    if (std::ranges::find(values, value) != values.end()) return {};
    if (values.size() == max_selected) return too_many(facet);
    values.emplace_back(value);
    return {};
}

Result<void> take_date(const UrlParameter& given, std::optional<PartialDate>& date) {
    const auto read = PartialDate::parse(given.second);
    if (!read) return bad_value(given.first, given.second, "a date that exists, such as 2010, 2010-03 or 2010-03-19");
    date = read;
    return {};
}

template <class Names, class Choice>
Result<void> take_choice(const UrlParameter& given, const Names& names, const std::string& takes, Choice& choice) {
    const auto* found = std::ranges::find(names, given.second, &Names::value_type::first);
    if (found == names.end()) return bad_value(given.first, given.second, takes);
    choice = found->second;
    return {};
}

Result<void> take_none(const UrlParameter& given, bool& wanted) {
    if (given.second != "none") return bad_value(given.first, given.second, "only the word \"none\"");
    wanted = false;
    return {};
}

using Known = KnownParameter<SearchRequest>;
using Given = UrlParameter;

constexpr Known language{"lang", [](const Given& given, SearchRequest& request) { return read_language(given, request.lang); }};

std::vector<Known> make_search_parameters() {
    std::vector<Known> known{
        {"q", [](const Given& given, SearchRequest& request) { return read_text(given, max_query_bytes, request.text); }},
        {"from", [](const Given& given, SearchRequest& request) { return take_date(given, request.from); }},
        {"to", [](const Given& given, SearchRequest& request) { return take_date(given, request.to); }},
        {"match", [](const Given& given, SearchRequest& request) { return take_choice(given, match_names, "all or any", request.match); }},
        {"sort", [](const Given& given,
                    SearchRequest& request) { return take_choice(given, sort_names, "relevance, newest or oldest", request.sort); }},
        {"page", [](const Given& given, SearchRequest& request) { return read_number(given, max_page, request.page); }},
        {"size", [](const Given& given, SearchRequest& request) { return read_number(given, max_page_size, request.size); }},
        language,
        {"explain", [](const Given& given, SearchRequest& request) { return read_switch(given, request.explain); }},
        {"facets", [](const Given& given, SearchRequest& request) { return take_none(given, request.wants_counts); }},
        {"passages", [](const Given& given, SearchRequest& request) { return take_none(given, request.wants_passages); }},
        {"pivot", [](const Given& given, SearchRequest& request) { return read_pivot(given, request.counts); }, true},
        {"histogram", [](const Given& given, SearchRequest& request) { return read_histogram(given, request.counts); }, true},
        {"sentences", [](const Given& given, SearchRequest& request) { return read_sentences(given, request.counts); }},
    };
    for (const auto facet : all_facets) known.push_back({.name = name_of(facet), .read = take_facet, .is_repeatable = true});
    return known;
}

std::span<const Known> search_parameters() {
    static const auto known = make_search_parameters();
    return known;
}

/// What single parameters cannot tell.
Result<void> check_dates(const SearchRequest& request) {
    const auto& from = request.from;
    const auto& to = request.to;
    if (!from || !to || from->earliest() <= to->latest()) return {};
    return bad_value("to", to->to_string(), "a date that does not lie before from, " + from->to_string());
}

template <class Names, class Choice>
std::string name_of_choice(const Names& names, Choice choice) {
    return std::string(std::ranges::find(names, choice, &Names::value_type::second)->first);
}

}  // namespace

Result<SearchRequest> decode_search_url(std::span<const UrlParameter> parameters) {
    auto request = read_parameters(parameters, search_parameters());
    if (request.has_error()) return request;
    if (auto sound = check_dates(*request); !sound) return sound.error();
    return request;
}

Result<SearchRequest> decode_language_url(std::span<const UrlParameter> parameters) {
    return read_parameters<SearchRequest>(parameters, std::array{language});
}

Result<SearchRequest> decode_bare_url(std::span<const UrlParameter> parameters) { return read_parameters<SearchRequest>(parameters, {}); }

SearchRequest readable_part(std::span<const UrlParameter> parameters) {
    ParameterReader reader(search_parameters());
    auto& request = reader.request();
    for (const auto& parameter : parameters) {
        const bool is_text = parameter.first == "q" && is_utf8(parameter.second);
        if (!reader.take(parameter) && is_text && request.text.empty()) request.text = parameter.second;
    }
    if (!check_dates(request)) request.to.reset();
    return std::move(request);
}

std::string encode_search_url(const SearchRequest& request) {
    std::string query;
    // Everything but letters and digits is encoded: forms read a bare plus as a space.
    const auto add = [&](std::string_view name, const std::string& value) {
        query += (query.empty() ? "" : "&") + std::string(name) + '=' + boost::urls::encode(value, boost::urls::unreserved_chars);
    };
    if (!request.text.empty()) add("q", request.text);
    for (const auto facet : all_facets) {
        for (const auto& value : request.facets[facet].included) add(name_of(facet), value);
        for (const auto& value : request.facets[facet].excluded) add(name_of(facet), '!' + value);
    }
    if (request.from) add("from", request.from->to_string());
    if (request.to) add("to", request.to->to_string());
    if (request.match != MatchMode::automatic) add("match", name_of_choice(match_names, request.match));
    if (request.sort != SortOrder::relevance) add("sort", name_of_choice(sort_names, request.sort));
    if (request.page != 1) add("page", std::to_string(request.page));
    if (request.size != default_page_size) add("size", std::to_string(request.size));
    if (request.lang != "en") add("lang", request.lang);
    if (request.explain) add("explain", "1");
    if (!request.wants_counts) add("facets", "none");
    if (!request.wants_passages) add("passages", "none");
    for (const auto& [name, value] : parameters_of(request.counts)) add(name, value);
    return query;
}

std::string case_path(const std::string& id) { return "/cases/" + boost::urls::encode(id, boost::urls::unreserved_chars); }

std::string case_address(const std::string& id, const SearchRequest& opened_from) {
    const auto query = encode_search_url(opened_from);
    return query.empty() ? case_path(id) : case_path(id) + '?' + query;
}

SearchRequest in_language(const std::string& lang) {
    SearchRequest request;
    request.lang = lang;
    return request;
}

std::string start_address(const std::string& lang) { return search_address(in_language(lang)); }

std::string search_path(const SearchRequest& request) {
    return request.similar_to.empty() ? "/" : case_path(request.similar_to) + "/similar";
}

std::string search_address(const SearchRequest& request) {
    const auto query = encode_search_url(request);
    return query.empty() ? search_path(request) : search_path(request) + '?' + query;
}

}  // namespace palermo
