// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/index_directory.hpp"

#include <cstdint>

namespace palermo {

/// The number of the live generation. A directory without one is an error, and left as it is.
[[nodiscard]] Result<std::uint64_t> require_index(const IndexDirectory& directory);

/// The manifest of a generation that a person asked for by its number; the error says which are kept.
[[nodiscard]] Result<Manifest> read_kept_generation(const IndexDirectory& directory, std::uint64_t generation);

/// What is said of a directory in which nothing was loaded yet.
[[nodiscard]] Diagnostic no_index(const std::filesystem::path& directory);

/// What is said of a number that no kept generation has.
[[nodiscard]] Diagnostic not_kept(const IndexDirectory& directory, std::uint64_t generation);

}  // namespace palermo
