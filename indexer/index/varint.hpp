// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palermo {

/// Reads numbers of seven bits a byte, the low ones first; every byte but a number's last has its high bit set. Twin of
/// load/append_number's append_varint().
class VarintReader {
public:
    explicit VarintReader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::size_t position() const { return position_; }

    /// Nothing at the end of the bytes, and for a number that 32 bits do not hold.
    [[nodiscard]] std::optional<std::uint32_t> read() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 35 && position_ < bytes_.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[position_++]);
            number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte >= 0x80U) continue;
            if (number > 0xFFFF'FFFFU) return std::nullopt;
            return static_cast<std::uint32_t>(number);
        }
        return std::nullopt;
    }

private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

}  // namespace palermo
