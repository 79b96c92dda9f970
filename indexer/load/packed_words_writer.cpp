// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/packed_words_writer.hpp"

#include "indexer/index/packed_words.hpp"
#include "indexer/load/append_number.hpp"

namespace palermo {

void PackedWordsWriter::append(WordCodes codes, std::string& bytes) {
    if (PackedWords::are_by_code(codes.size())) return append_by_code(codes, bytes);
    for (const auto code : codes) append_number(bytes, code);
}

void PackedWordsWriter::append_by_code(WordCodes codes, std::string& bytes) {
    for (const auto code : codes) {
        present_.set(code);
        ++next_[code];
    }
    append_number(bytes, static_cast<std::uint16_t>(present_.count()));
    std::string ends;
    std::uint16_t end = 0;
    for (auto code = present_.find_first(); code != boost::dynamic_bitset<>::npos; code = present_.find_next(code)) {
        append_number(bytes, static_cast<std::uint16_t>(code));
        const auto begin = end;
        end = static_cast<std::uint16_t>(end + next_[code]);
        next_[code] = begin;
        append_number(ends, end);
    }
    bytes += ends;
    std::vector<std::uint16_t> places(codes.size());
    for (std::size_t place = 0; place < codes.size(); ++place) places[next_[codes[place]]++] = static_cast<std::uint16_t>(place);
    for (const auto place : places) append_number(bytes, place);
    for (const auto code : codes) next_[code] = 0;
    present_.reset();
}

}  // namespace palermo
