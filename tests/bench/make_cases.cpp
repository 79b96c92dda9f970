// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a corpus of invented cases for the benchmarks; the same KIND, COUNT and SEED give the same files.
#include "tests/bench/case_corpus.hpp"

#include <charconv>
#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <string_view>

namespace {

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace palermo::bench;
    const auto kind = argc == 5 ? case_kind_named(argv[1]) : std::nullopt;
    const auto count = kind ? number(argv[2]) : std::nullopt;
    const auto seed = count ? number(argv[3]) : std::nullopt;
    if (!seed) {
        std::cerr << "Usage: palermo_make_cases short|judgments COUNT SEED FOLDER\nA corpus that FOLDER holds is replaced.\n";
        return 2;
    }
    try {
        const CaseWorld world(PALERMO_SOURCE_DIR "/corpus/cases", PALERMO_SOURCE_DIR "/schemas");
        const auto corpus = write_corpus(world, {.kind = *kind, .count = *count, .seed = *seed, .bytes = 0}, argv[4]);
        std::cout << corpus.count << " records, " << corpus.bytes << " bytes\n";
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
