// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace palermo {

enum class Overwrite { never, allowed };

/// Puts record files into a directory, each at one stroke: nobody sees half a file, and a file that is there already is never lost unless
/// that was asked for.
class RecordOutput {
public:
    /// Makes the directory when it is not there.
    [[nodiscard]] static Result<RecordOutput> open(const std::filesystem::path& directory, Overwrite overwrite);
    /// One that answers as the other does, and leaves the disk as it is.
    [[nodiscard]] static Result<RecordOutput> rehearse(const std::filesystem::path& directory, Overwrite overwrite);

    [[nodiscard]] std::filesystem::path file_of(const std::string& id) const;

    /// False when a file with this very content is there already. A file with another content is an error unless it may be overwritten; a
    /// directory of its name is one always.
    [[nodiscard]] Result<bool> write(const std::string& id, std::string_view xml) const;

private:
    RecordOutput(std::filesystem::path directory, Overwrite overwrite, bool is_rehearsal);

    [[nodiscard]] Result<bool> is_needed(const std::filesystem::path& file, std::string_view xml) const;

    std::filesystem::path directory_;
    Overwrite overwrite_;
    bool is_rehearsal_;
};

}  // namespace palermo
