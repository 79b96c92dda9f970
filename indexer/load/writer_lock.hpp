// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"

#include <string_view>

namespace palermo {

/// The right to write to an index: one program at a time, given back when this goes or the program dies. Makes the directory if need be.
/// Only the kernel's lock on the file decides; the line in the file (process, host, begin, command) tells those who are refused whom they
/// wait for.
class WriterLock {
public:
    /// `command`: one word or two, for those who are refused.
    [[nodiscard]] static Result<WriterLock> acquire(const IndexDirectory& directory, std::string_view command);

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&&) = delete;
    ~WriterLock();

private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
    bool holds_ = false;
};

}  // namespace palermo
