// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/row_bitmap.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// As std::popcount, which is a call into the compiler's library where the processor need not have the instruction: three times as slow.
std::uint64_t bits_in(RowBitmap::Word word) {
    word -= (word >> 1U) & 0x5555'5555'5555'5555U;
    word = (word & 0x3333'3333'3333'3333U) + ((word >> 2U) & 0x3333'3333'3333'3333U);
    word = (word + (word >> 4U)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return (word * 0x0101'0101'0101'0101U) >> 56U;
}

}  // namespace

std::size_t RowBitmap::count() const {
    std::uint64_t count = 0;
    for (const auto word : words_) count += bits_in(word);
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
