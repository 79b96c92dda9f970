// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export/write_error.hpp"

#include <cerrno>
#include <system_error>

namespace palermo {

Diagnostic export_error(const std::filesystem::path& path, int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return error_at(path.string(), "There is no room left on the disk.", "Make room, or export to another disk.", Cause::disk);
        case EACCES:
        case EPERM:
        case EROFS: return error_at(path.string(), "You may not write here.", "Choose another target, or run as its owner.");
        case EEXIST:
        case ENOTDIR: return error_at(path.string(), "A file stands where a directory is needed.", "Choose another target.");
        case ENOENT: return error_at(path.string(), "There is no directory to write this into.", "Make it first, or check the path.");
        case EPIPE:
            return error_at(path.string(), "Nobody reads the archive any more.", "Look at what the program behind the pipe says.",
                            Cause::disk);
        default:
            return error_at(path.string(), "The disk refused: " + std::generic_category().message(error_number) + ".",
                            "Check the disk, or export to another one.", Cause::disk);
    }
}

}  // namespace palermo
