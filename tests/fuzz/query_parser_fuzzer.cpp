// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/query/query_properties.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// The promises that the tests of the query language hold any text to.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto broken = palermo::query::test::broken_promise({reinterpret_cast<const char*>(data), size});
    if (broken.empty()) return 0;
    (void)std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}
