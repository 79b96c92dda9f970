// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"

namespace palermo {

/// The right to write to an index: one program at a time, given back when this goes or the program dies. Makes the directory if need be.
class WriterLock {
public:
    [[nodiscard]] static Result<WriterLock> acquire(const IndexDirectory& directory);

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&&) = delete;
    ~WriterLock();

private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace palermo
