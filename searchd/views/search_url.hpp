// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/views/url_parameter.hpp"

#include <span>
#include <string>

namespace palermo {

/// A request from the parameters of a URL: q, the facets by name (repeatable; "!" before a value excludes it), from, to, match (all, any),
/// sort, page, size, lang, explain (0, 1), facets and passages (none), and the counts (see count_url). Empty values, as HTML forms send
/// them, count as not given. An unknown name, a second value for what has one, or a value that makes no sense is an error that names it.
[[nodiscard]] Result<SearchRequest> decode_search_url(std::span<const UrlParameter> parameters);

/// Of an address that shows one thing: only the language of the labels can be chosen.
[[nodiscard]] Result<SearchRequest> decode_language_url(std::span<const UrlParameter> parameters);

/// Of an address that takes no parameters: any is an error.
[[nodiscard]] Result<SearchRequest> decode_bare_url(std::span<const UrlParameter> parameters);

/// What can be read of parameters that are no request: all but those that make no sense. A text that is too long is there in full, for the
/// person who must shorten it.
[[nodiscard]] SearchRequest readable_part(std::span<const UrlParameter> parameters);

/// The same request as a query string without the "?", in one canonical order, defaults left out. Decodes to the same request.
[[nodiscard]] std::string encode_search_url(const SearchRequest& request);

/// The page of a case: "/cases/{id}".
[[nodiscard]] std::string case_path(const std::string& id);

/// The same, with the way back to the search from which it is opened: "/cases/{id}?q=...".
[[nodiscard]] std::string case_address(const std::string& id, const SearchRequest& opened_from);

/// A request that asks for nothing but the language of its labels.
[[nodiscard]] SearchRequest in_language(const std::string& lang);

/// The start page with its labels in a language: "/", or "/?lang=fr".
[[nodiscard]] std::string start_address(const std::string& lang);

/// The page of its results: "/", or "/cases/{id}/similar".
[[nodiscard]] std::string search_path(const SearchRequest& request);

/// The same with what is asked there: "/?q=...".
[[nodiscard]] std::string search_address(const SearchRequest& request);

}  // namespace palermo
