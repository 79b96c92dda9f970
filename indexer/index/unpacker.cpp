// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/unpacker.hpp"

#include <zstd.h>

#include <new>

namespace palermo {

void Unpacker::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

Unpacker::Unpacker() = default;
Unpacker::Unpacker(Unpacker&&) noexcept = default;
Unpacker& Unpacker::operator=(Unpacker&&) noexcept = default;
Unpacker::~Unpacker() = default;

std::optional<std::string_view> Unpacker::unpack(std::string_view packed, std::size_t plain_size) {
    if (!context_) context_.reset(ZSTD_createDCtx());
    if (!context_) throw std::bad_alloc();
    plain_.resize(plain_size);
    const auto size = ZSTD_decompressDCtx(context_.get(), plain_.data(), plain_.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) != 0U || size != plain_size) return std::nullopt;
    return plain_;
}

}  // namespace palermo
