// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/part_database.hpp"

namespace palermo {

Xapian::WritableDatabase create_part_database(const std::filesystem::path& path) {
    return Xapian::WritableDatabase(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST);
}

}  // namespace palermo
