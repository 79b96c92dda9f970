// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ZSTD_DCtx_s;

namespace palermo {

/// What unpacking a zstd block needs besides the block, kept from one to the next: making it anew costs twice as much as a block. One
/// thread's.
class Unpacker {
public:
    Unpacker();
    Unpacker(Unpacker&&) noexcept;
    Unpacker& operator=(Unpacker&&) noexcept;
    ~Unpacker();

    /// The block, which unpacks to `plain_size` bytes; nothing when it does not. Valid until the next call.
    [[nodiscard]] std::optional<std::string_view> unpack(std::string_view packed, std::size_t plain_size);

private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const;
    };

    std::unique_ptr<ZSTD_DCtx_s, Free> context_;
    std::string plain_;
};

}  // namespace palermo
