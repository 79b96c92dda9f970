// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace palermo {

/// Some of the rows of a segment, one bit each. Row 0 is the segment's first docid. A plain array of words: for 200,000 records 25 KB,
/// which two microseconds join with another.
class RowBitmap {
public:
    using Word = std::uint64_t;
    static constexpr std::size_t word_bits = 64;

    /// None of them.
    explicit RowBitmap(std::size_t rows) : rows_(rows), words_((rows + word_bits - 1) / word_bits) {}

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::span<const Word> words() const { return words_; }

    void set(std::size_t row) { words_[row / word_bits] |= bit(row); }
    void reset(std::size_t row) { words_[row / word_bits] &= ~bit(row); }
    [[nodiscard]] bool test(std::size_t row) const { return (words_[row / word_bits] & bit(row)) != 0; }

    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] bool empty() const;

    /// All take bitmaps of as many rows.
    RowBitmap& operator&=(const RowBitmap& other);
    RowBitmap& operator|=(const RowBitmap& other);
    RowBitmap& operator-=(const RowBitmap& other);

    /// In ascending order.
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            for (auto word = words_[i]; word != 0; word &= word - 1)
                visit(static_cast<std::uint32_t>(i * word_bits) + static_cast<std::uint32_t>(std::countr_zero(word)));
        }
    }

    /// Asks of each row whether it is one of them: `is_member` gives 1 or 0.
    template <class IsMember>
    void fill(IsMember is_member) {
        for (std::size_t first = 0; first < rows_; first += word_bits) {
            const auto behind = first + word_bits < rows_ ? first + word_bits : rows_;
            Word word = 0;
            for (auto row = behind; row > first; --row) word = (word << 1U) | Word{is_member(row - 1)};
            words_[first / word_bits] = word;
        }
    }

    friend bool operator==(const RowBitmap&, const RowBitmap&) = default;

private:
    static Word bit(std::size_t row) { return Word{1} << (row % word_bits); }

    std::size_t rows_;
    std::vector<Word> words_;
};

}  // namespace palermo
