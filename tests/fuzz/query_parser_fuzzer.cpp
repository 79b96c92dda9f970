// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/echo.hpp"
#include "searchd/query/parser.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using palermo::query::Node;

void require(bool holds) {
    if (!holds) std::abort();
}

/// A tree whose echo gives the same tree, or a mistake whose repair has none.
void check(std::string_view text) {
    const auto parsed = palermo::query::parse(text);
    if (const auto* error = std::get_if<palermo::query::ParseError>(&parsed)) {
        require(error->offset <= text.size());
        require(std::holds_alternative<std::optional<Node>>(palermo::query::parse(error->repair)));
        return;
    }
    const auto& node = std::get<std::optional<Node>>(parsed);
    if (!node) return;
    const auto again = palermo::query::parse(palermo::query::read_as(*node));
    require(std::holds_alternative<std::optional<Node>>(again));
    require(std::get<std::optional<Node>>(again) == node);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check({reinterpret_cast<const char*>(data), size});
    return 0;
}
