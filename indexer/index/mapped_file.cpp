// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/mapped_file.hpp"

#include "indexer/index/checksum.hpp"

#include <boost/interprocess/exceptions.hpp>
#include <boost/interprocess/file_mapping.hpp>

#include <sys/mman.h>

#include <bit>
#include <cstdint>
#include <utility>

namespace palermo {

static_assert(std::endian::native == std::endian::little, "the files of an index are little-endian and mapped as they are");

Result<MappedFile> MappedFile::open(const std::filesystem::path& file) {
    namespace ipc = boost::interprocess;
    try {
        const ipc::file_mapping mapping(file.c_str(), ipc::read_only);
        return MappedFile(ipc::mapped_region(mapping, ipc::read_only));
    } catch (const ipc::interprocess_exception&) {
        return error_at(file.string(), "This file of the index cannot be read, or is empty.",
                        "Restore the index from a copy, or load the records into a new directory.", Cause::index);
    }
}

void MappedFile::let_go() const {
    // Boost's advise() goes through posix_madvise, which does nothing of this kind in glibc. Where it fails, the pages stay.
    static_cast<void>(madvise(region_.get_address(), region_.get_size(), MADV_DONTNEED));
}

Result<std::string_view> checked_content(const MappedFile& mapped, const std::filesystem::path& file, std::string_view magic,
                                         std::size_t header_size) {
    constexpr auto checksum_size = sizeof(std::uint64_t);
    const auto bytes = mapped.bytes();
    if (bytes.size() < header_size + checksum_size || !bytes.starts_with(magic)) return damaged_file(file);
    const auto content = bytes.substr(0, bytes.size() - checksum_size);
    if (short_checksum(content) != number_at<std::uint64_t>(bytes, content.size())) return damaged_file(file);
    return content;
}

Diagnostic damaged_file(const std::filesystem::path& file) {
    return error_at(file.string(), "This file of the index is damaged.",
                    "Restore the index from a copy, or load the records into a new directory.", Cause::index);
}

}  // namespace palermo
