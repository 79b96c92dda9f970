// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace palermo {

/// A file that is written from its beginning to its end, in writes of one size. The first failure is kept and told by close(); durability
/// is the matter of whoever flushes the file to disk.
class OutputFile {
public:
    [[nodiscard]] static Result<OutputFile> create(const std::filesystem::path& path);

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    void append(std::string_view bytes);
    [[nodiscard]] Result<void> close();

private:
    OutputFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    void write_out(std::string_view bytes);

    std::filesystem::path path_;
    int descriptor_;
    int failure_ = 0;
    std::string buffer_;
};

/// A whole file at once, not waiting for the disk.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace palermo
