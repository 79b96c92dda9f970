// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/row_bitmap.hpp"

#include <algorithm>

namespace palermo {

std::size_t RowBitmap::count() const {
    std::size_t count = 0;
    for (const auto word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

bool RowBitmap::empty() const {
    return std::ranges::all_of(words_, [](Word word) { return word == 0; });
}

RowBitmap& RowBitmap::operator&=(const RowBitmap& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
}

RowBitmap& RowBitmap::operator|=(const RowBitmap& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
}

RowBitmap& RowBitmap::operator-=(const RowBitmap& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
}

}  // namespace palermo
