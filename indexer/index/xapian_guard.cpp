// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/xapian_guard.hpp"

#include <string_view>

namespace palermo {
namespace {

constexpr auto restore = "Restore the index from a copy, or load the records into a new directory.";

/// A block that cannot be unpacked, that is behind the end of its file or of another revision comes in many shapes. The database was whole
/// when it was sealed, and nobody writes in it since.
bool tells_of_damage(std::string_view type) {
    return type == "DatabaseCorruptError" || type == "DatabaseError" || type == "DatabaseModifiedError" || type == "DocNotFoundError" ||
           type == "RangeError" || type == "SerialisationError";
}

}  // namespace

Diagnostic damaged_database(const std::string& place) {
    return error_at(place, "A database of the index is damaged.", restore, Cause::index);
}

Diagnostic diagnose(const Xapian::Error& error, const std::string& place) {
    const std::string type = error.get_type();
    if (type == "DatabaseLockError") return error_at(place, "Another program is writing here.", "Wait until it is done.", Cause::locked);
    if (type == "DatabaseVersionError")
        return error_at(place, "This database was made by another version of the search engine.", "Load the records into a new directory.",
                        Cause::index);
    if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError")
        return error_at(place, "A database of the index is missing or cannot be opened.", restore, Cause::index);
    // Where a call of the system has failed, its reason is with the error. A write that fails in a database opened as DB_DANGEROUS comes as
    // InvalidOperationError: it cannot be taken back.
    if (error.get_error_string() != nullptr || type == "InvalidOperationError" || type == "DatabaseClosedError") {
        return error_at(place, "A database of the index failed while it was used.",
                        "See whether the disk is full or failing; then verify the index.", Cause::disk);
    }
    if (tells_of_damage(type)) return damaged_database(place);
    return error_at(place, "The search engine could not do this.",
                    "Verify the index with palermo-indexer verify; if it is whole, this is a bug worth reporting.", Cause::index);
}

}  // namespace palermo
