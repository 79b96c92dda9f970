// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/mapped_file.hpp"

#include <boost/interprocess/exceptions.hpp>
#include <boost/interprocess/file_mapping.hpp>

#include <bit>
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

Diagnostic damaged_file(const std::filesystem::path& file) {
    return error_at(file.string(), "This file of the index is damaged.",
                    "Restore the index from a copy, or load the records into a new directory.", Cause::index);
}

}  // namespace palermo
