// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <boost/interprocess/mapped_region.hpp>

#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <type_traits>

namespace palermo {

/// A file of the index in memory, read-only, for as long as this lives. Safe to read from many threads.
class MappedFile {
public:
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& file);

    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(region_.get_address()), region_.get_size()}; }

    /// Takes what was read so far out of this process's memory; the bytes stay, and what is read of them again comes back. For files that
    /// are read through once, or here and there. `bytes()` and views of it go on being good, in other threads too.
    void let_go() const;

private:
    explicit MappedFile(boost::interprocess::mapped_region region) : region_(std::move(region)) {}

    boost::interprocess::mapped_region region_;
};

/// A little-endian number at `offset`; the caller has checked that it lies inside.
template <class Number>
requires std::is_unsigned_v<Number>
[[nodiscard]] Number number_at(std::string_view bytes, std::size_t offset) {
    Number number{};
    std::memcpy(&number, bytes.data() + offset, sizeof number);
    return number;
}

/// What stands before the checksum (u64 XXH3) at the end of a file that begins with `magic`; an error when the file is shorter than
/// `header_size` and the checksum, or not as it was written.
[[nodiscard]] Result<std::string_view> checked_content(const MappedFile& mapped, const std::filesystem::path& file, std::string_view magic,
                                                       std::size_t header_size);

/// The sentence for a binary file of the index whose bytes make no sense.
[[nodiscard]] Diagnostic damaged_file(const std::filesystem::path& file);

}  // namespace palermo
