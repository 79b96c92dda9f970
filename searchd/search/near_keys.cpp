// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/near_keys.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace palermo {
namespace {

struct Letter {
    std::string_view bytes;
    std::uint32_t code = 0;  ///< of the bytes, in their order: what is compared, for calling memcmp takes longer

    friend bool operator==(const Letter& one, const Letter& other) { return one.code == other.code; }
    friend bool operator<(const Letter& one, const Letter& other) { return one.code < other.code; }
};

/// The first character of `text`; broken UTF-8 falls into pieces of some sort.
Letter first_letter(std::string_view text) {
    const auto byte = [text](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    auto code = byte(0) << 24U;
    std::size_t size = 1;
    for (; size < text.size() && size < 4 && (byte(size) & 0xC0U) == 0x80U; ++size) code |= byte(size) << (24U - 8U * size);
    return {.bytes = text.substr(0, size), .code = code};
}

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    for (; !text.empty(); text.remove_prefix(letters.back().bytes.size())) letters.push_back(first_letter(text));
    return letters;
}

bool is_digit(const Letter& letter) { return letter.bytes.front() >= '0' && letter.bytes.front() <= '9'; }

/// A depth-first walk over the tree of keys with a row of Levenshtein's table for each letter from the root: row[j] is the number of slips
/// between the letters down to here and the first j typed ones.
class Walk {
public:
    Walk(const SortedKeys& keys, std::string_view typed, unsigned slips, std::size_t& looks_left)
        : keys_{.size = keys.size,
                .at =
                    [&keys, &looks_left](std::uint32_t position) {
                        if (looks_left > 0) --looks_left;
                        return keys.at(position);
                    }},
          letters_(letters_of(typed)),
          width_(letters_.size() + 1),
          slips_(slips),
          looks_left_(looks_left) {}

    std::vector<KeyRange> run() {
        if (letters_.empty()) return {};
        add_first_row();
        const auto begins_right = prefix_range(keys_, letters_.front().bytes);
        for (auto position = begins_right.begin; position < begins_right.end && looks_left_ > 0;) position = look(position);
        return std::move(found_);
    }

private:
    /// Looks at one key as far as it may match, and gives the position to go on at.
    std::uint32_t look(std::uint32_t position) {
        const auto key = keys_.at(position);
        for (auto end = keep_shared_rows(key); end < key.size();) {
            const auto letter = first_letter(key.substr(end));
            add_row(letter);
            const auto prefix = key.substr(0, end + letter.bytes.size());
            if (row(path_.size())[width_ - 1] <= slips_) {
                found_.push_back({.begin = position, .end = prefix_end(keys_, prefix, position + 1)});
                return found_.back().end;
            }
            if (fewest(path_.size()) > slips_) return pass_over(position, prefix, letter);
            end = prefix.size();
        }
        return position + 1;
    }

    /// Goes back up to where `key` leaves the path, and gives the bytes of it that are on the path.
    std::size_t keep_shared_rows(std::string_view key) {
        std::size_t depth = 0;
        std::size_t end = 0;
        while (depth < path_.size() && end < key.size() && first_letter(key.substr(end)) == path_[depth])
            end += path_[depth++].bytes.size();
        path_.resize(depth);
        rows_.resize((depth + 1) * width_);
        return end;
    }

    /// No key that begins with `prefix`, which ends in `letter`, can match.
    std::uint32_t pass_over(std::uint32_t position, std::string_view prefix, const Letter& letter) {
        const auto parent = prefix.substr(0, prefix.size() - letter.bytes.size());
        const auto depth = path_.size() - 1;
        if (fewest(depth) < slips_) return prefix_end(keys_, prefix, position + 1);
        // No slip is left there: only letters that are typed next lead on.
        const Letter* next = nullptr;
        for (auto j = band_begin(depth); j < std::min(band_end(depth), letters_.size()); ++j) {
            if (row(depth)[j] <= slips_ && letter < letters_[j] && (next == nullptr || letters_[j] < *next)) next = &letters_[j];
        }
        if (next == nullptr) return prefix_end(keys_, parent, position + 1);
        return lower_bound(keys_, std::string(parent).append(next->bytes), position + 1);
    }

    [[nodiscard]] const std::uint8_t* row(std::size_t depth) const { return rows_.data() + depth * width_; }
    // Further from the diagonal than there are slips, every entry of a row is too many.
    [[nodiscard]] std::size_t band_begin(std::size_t depth) const { return std::min(width_, depth - std::min<std::size_t>(depth, slips_)); }
    [[nodiscard]] std::size_t band_end(std::size_t depth) const { return std::min(width_, depth + slips_ + 1); }

    [[nodiscard]] unsigned fewest(std::size_t depth) const {
        auto least = too_many();
        for (auto j = band_begin(depth); j < band_end(depth); ++j) least = std::min<unsigned>(least, row(depth)[j]);
        return least;
    }

    [[nodiscard]] unsigned too_many() const { return slips_ + 1; }
    [[nodiscard]] unsigned cost(const Letter& letter) const { return is_digit(letter) ? too_many() : 1; }
    [[nodiscard]] unsigned cost(const Letter& one, const Letter& other) const { return std::max(cost(one), cost(other)); }

    void add_first_row() {
        rows_.assign(width_, 0);
        for (std::size_t j = 1; j < width_; ++j) rows_[j] = at_most_too_many(rows_[j - 1] + cost(letters_[j - 1]));
    }

    [[nodiscard]] std::uint8_t at_most_too_many(unsigned slips) const { return static_cast<std::uint8_t>(std::min(slips, too_many())); }

    void add_row(const Letter& letter) {
        const auto depth = path_.size() + 1;
        rows_.resize((depth + 1) * width_, at_most_too_many(too_many()));
        const auto* above = row(depth - 1);
        auto* now = rows_.data() + depth * width_;
        for (auto j = band_begin(depth); j < band_end(depth); ++j) {
            auto least = above[j] + cost(letter);
            if (j > 0) {
                const auto& typed = letters_[j - 1];
                least = std::min(least, now[j - 1] + cost(typed));
                least = std::min(least, above[j - 1] + (letter == typed ? 0 : cost(letter, typed)));
                if (j > 1 && depth > 1 && letter == letters_[j - 2] && path_.back() == typed)
                    least = std::min(least, row(depth - 2)[j - 2] + cost(letter, typed));
            }
            now[j] = at_most_too_many(least);
        }
        path_.push_back(letter);
    }

    SortedKeys keys_;
    std::vector<Letter> letters_;
    std::size_t width_;
    unsigned slips_;
    std::size_t& looks_left_;
    std::vector<Letter> path_;        ///< the letters from the root to where the walk is; in the keys' own bytes
    std::vector<std::uint8_t> rows_;  ///< one more than letters in the path
    std::vector<KeyRange> found_;
};

}  // namespace

unsigned slips_forgiven(std::string_view typed) {
    const auto letters = letters_of(typed).size();
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

std::vector<KeyRange> near_keys(const SortedKeys& keys, std::string_view typed, unsigned slips, std::size_t& looks_left) {
    return Walk(keys, typed, slips, looks_left).run();
}

}  // namespace palermo
