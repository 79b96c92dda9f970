// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/xapian_guard.hpp"

namespace palermo {

Diagnostic diagnose(const Xapian::Error& error, const std::string& place) {
    const std::string type = error.get_type();
    const std::string restore = "Restore the index from a copy, or load the records into a new directory.";
    if (type == "DatabaseLockError") return error_at(place, "Another program is writing here.", "Wait until it is done.", Cause::locked);
    if (type == "DatabaseVersionError")
        return error_at(place, "This database was made by another version of the search engine.", "Load the records into a new directory.",
                        Cause::index);
    if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError")
        return error_at(place, "A database of the index is missing or cannot be opened.", restore, Cause::index);
    if (type == "DatabaseCorruptError") return error_at(place, "A database of the index is damaged.", restore, Cause::index);
    // A write that fails in a database opened as DB_DANGEROUS comes as InvalidOperationError: it cannot be taken back.
    if (type == "InvalidOperationError" || type == "DatabaseError" || type == "DatabaseModifiedError" || type == "DatabaseClosedError") {
        return error_at(place, "A database of the index failed while it was used.",
                        "See whether the disk is full or failing; then verify the index.", Cause::disk);
    }
    return error_at(place, "The search engine could not do this.",
                    "Verify the index with palermo-indexer verify; if it is whole, this is a bug worth reporting.", Cause::index);
}

}  // namespace palermo
