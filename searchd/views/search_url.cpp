// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/search_url.hpp"

#include "searchd/views/count_url.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

constexpr std::array sort_names{std::pair<std::string_view, SortOrder>{"relevance", SortOrder::relevance},
                                std::pair<std::string_view, SortOrder>{"newest", SortOrder::newest},
                                std::pair<std::string_view, SortOrder>{"oldest", SortOrder::oldest}};

constexpr std::array match_names{std::pair<std::string_view, MatchMode>{"all", MatchMode::all},
                                 std::pair<std::string_view, MatchMode>{"any", MatchMode::any}};

/// Values that one facet may be given at once; far more than a page offers to tick.
constexpr std::size_t max_selected = 200;

class Decoder {
public:
    Result<void> take(const UrlParameter& parameter) {
        const auto& [name, value] = parameter;
        if (value.empty()) return {};
        if (auto readable = check_utf8(parameter); !readable) return readable;
        if (const auto facet = facet_named(name)) return take_facet(*facet, value);
        if (name == "q") return read_text(parameter, max_query_bytes, request.text);
        if (name == "from") return take_date(name, value, request.from);
        if (name == "to") return take_date(name, value, request.to);
        if (name == "match") return take_choice(parameter, match_names, "all or any", request.match);
        if (name == "sort") return take_choice(parameter, sort_names, "relevance, newest or oldest", request.sort);
        if (name == "page") return read_number(parameter, max_page, request.page);
        if (name == "size") return read_number(parameter, max_page_size, request.size);
        if (name == "lang") return read_language(parameter, request.lang);
        if (name == "explain") return take_explain(value);
        if (name == "facets") return take_none(parameter, request.wants_counts);
        if (name == "passages") return take_none(parameter, request.wants_passages);
        if (is_of_counts(name)) return read_counts(parameter, request.counts);
        return no_parameter(
            name,
            "q, from, to, match, sort, page, size, lang, explain, facets, passages, pivot, histogram, sentences or a facet: "
            "evidential-issue, legal-concept, outcome, crime-type, jurisdiction, court-level, year");
    }

    /// What single parameters cannot tell.
    [[nodiscard]] Result<void> check() const {
        const auto& from = request.from;
        const auto& to = request.to;
        if (!from || !to || from->earliest() <= to->latest()) return {};
        return bad_value("to", to->to_string(), "a date that does not lie before from, " + from->to_string());
    }

    SearchRequest request;

private:
    Result<void> take_facet(Facet facet, std::string_view value) {
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

    static Diagnostic too_many(Facet facet) {
        return {.message = "More than " + std::to_string(max_selected) + " values are chosen for " + std::string(name_of(facet)) + ".",
                .mend = "Choose fewer."};
    }

    static Result<void> take_date(const std::string& name, const std::string& value, std::optional<PartialDate>& date) {
        date = PartialDate::parse(value);
        if (!date) return bad_value(name, value, "a date that exists, such as 2010, 2010-03 or 2010-03-19");
        return {};
    }

    template <class Names, class Choice>
    static Result<void> take_choice(const UrlParameter& parameter, const Names& names, const std::string& takes, Choice& choice) {
        const auto* found = std::ranges::find(names, parameter.second, &Names::value_type::first);
        if (found == names.end()) return bad_value(parameter.first, parameter.second, takes);
        choice = found->second;
        return {};
    }

    Result<void> take_explain(const std::string& value) {
        if (value != "0" && value != "1") return bad_value("explain", value, "0 or 1");
        request.explain = value == "1";
        return {};
    }

    static Result<void> take_none(const UrlParameter& parameter, bool& wanted) {
        if (parameter.second != "none") return bad_value(parameter.first, parameter.second, "none");
        wanted = false;
        return {};
    }
};

template <class Names, class Choice>
std::string name_of_choice(const Names& names, Choice choice) {
    return std::string(std::ranges::find(names, choice, &Names::value_type::second)->first);
}

}  // namespace

Result<SearchRequest> decode_search_url(std::span<const UrlParameter> parameters) {
    Decoder decoder;
    for (const auto& parameter : parameters) {
        if (auto taken = decoder.take(parameter); !taken) return taken.error();
    }
    if (auto sound = decoder.check(); !sound) return sound.error();
    return std::move(decoder.request);
}

SearchRequest readable_part(std::span<const UrlParameter> parameters) {
    Decoder decoder;
    for (const auto& parameter : parameters) {
        const bool is_text = parameter.first == "q" && is_utf8(parameter.second);
        if (!decoder.take(parameter) && is_text) decoder.request.text = parameter.second;
    }
    if (!decoder.check()) decoder.request.to.reset();
    return std::move(decoder.request);
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

std::string search_path(const SearchRequest& request) {
    return request.similar_to.empty() ? "/" : case_path(request.similar_to) + "/similar";
}

std::string search_address(const SearchRequest& request) {
    const auto query = encode_search_url(request);
    return query.empty() ? search_path(request) : search_path(request) + '?' + query;
}

}  // namespace palermo
