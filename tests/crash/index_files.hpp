// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace palermo::test {

/// A copy that shares the bytes of the files which are never written again; it costs next to nothing.
void copy_index(const std::filesystem::path& from, const std::filesystem::path& to);

/// Copies the files that `to` has not.
void add_files(const std::filesystem::path& from, const std::filesystem::path& to);

/// What a reader of the live generation is shown: every record with its docid and the checksum of its text, then the tombstones. "nothing"
/// without a generation. Throws when it cannot be opened as a worker opens it.
[[nodiscard]] std::string shown(const std::filesystem::path& index);

[[nodiscard]] std::uint64_t live_generation(const std::filesystem::path& index);
[[nodiscard]] std::vector<std::uint64_t> kept_generations_of(const std::filesystem::path& index);

/// The files that a tidy index does not have: unfinished ones, chunks, and what no kept generation names.
[[nodiscard]] std::vector<std::string> leftovers(const std::filesystem::path& index);

/// The files that hold the word, as they are or in a packed block of texts.
[[nodiscard]] std::vector<std::string> files_with(const std::filesystem::path& index, const std::string& word);

/// What verify finds, a line each; empty when the index is whole.
[[nodiscard]] std::string damage_in(const std::filesystem::path& index);

[[nodiscard]] std::string content_of(const std::filesystem::path& file);

}  // namespace palermo::test
