// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/checksum.hpp"

#include <xxhash.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

namespace palermo {
namespace {

struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

std::string in_words(const XXH128_hash_t& hash) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "xxh3:";
    for (const auto byte : canonical.digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

}  // namespace

std::string checksum_of(std::string_view bytes) { return in_words(XXH3_128bits(bytes.data(), bytes.size())); }

std::uint64_t short_checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Result<std::string> checksum_of_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return error_at(file.string(), "The file cannot be read.",
                        "Restore the index from a copy, or load the records into a new directory.", Cause::index);
    const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
    XXH3_128bits_reset(state.get());
    std::vector<char> buffer(std::size_t{128} << 10U);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0) {
        XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return in_words(XXH3_128bits_digest(state.get()));
}

}  // namespace palermo
