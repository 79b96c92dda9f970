// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/views/url_parameter.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {

/// One parameter that an address takes, and how it is read into a request.
template <class Request>
struct KnownParameter {
    std::string_view name;
    Result<void> (*read)(const UrlParameter& parameter, Request& request);
    bool is_repeatable = false;
};

/// Reads the parameters of any address: what it takes stands in its table and nowhere else. A name that is not there, and a second value
/// for what has one, are errors that name it: in silence, the answer would be to another question. Empty values, as HTML forms send them,
/// count as not given.
template <class Request>
class ParameterReader {
public:
    /// The table must outlive the reader.
    explicit ParameterReader(std::span<const KnownParameter<Request>> known) : known_(known) {}

    Result<void> take(const UrlParameter& parameter) {
        const auto& [name, value] = parameter;
        // What "&&" in an address holds is no parameter.
        if (name.empty() && value.empty()) return {};
        const auto found = std::ranges::find(known_, name, &KnownParameter<Request>::name);
        if (found == known_.end()) return no_parameter(name, names());
        if (value.empty()) return {};
        if (auto readable = check_utf8(parameter); !readable) return readable;
        if (found->is_repeatable) return found->read(parameter, request_);
        if (const auto given = given_.find(name); given != given_.end() && given->second != value) return given_twice(name);
        auto read = found->read(parameter, request_);
        if (read) given_.insert(parameter);
        return read;
    }

    [[nodiscard]] Request& request() { return request_; }

private:
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& parameter : known_) all.emplace_back(parameter.name);
        return all;
    }

    std::span<const KnownParameter<Request>> known_;
    std::map<std::string, std::string> given_;  ///< what has one value, once it has been read
    Request request_;
};

/// The request that all parameters together make; the first error when they make none.
template <class Request>
[[nodiscard]] Result<Request> read_parameters(std::span<const UrlParameter> parameters, std::span<const KnownParameter<Request>> known) {
    ParameterReader<Request> reader(known);
    for (const auto& parameter : parameters) {
        if (auto taken = reader.take(parameter); !taken) return taken.error();
    }
    return std::move(reader.request());
}

}  // namespace palermo
