// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a corpus of invented cases for the benchmarks; the same KIND, COUNT and SEED give the same files.
#include "tests/bench/case_corpus.hpp"

#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    using namespace palermo::bench;
    const auto kind = argc == 5 ? case_kind_named(argv[1]) : std::nullopt;
    if (!kind) {
        std::cerr << "Usage: palermo_make_cases short|judgments COUNT SEED FOLDER\nA corpus that FOLDER holds is replaced.\n";
        return 2;
    }
    try {
        const CaseWorld world(PALERMO_SOURCE_DIR "/corpus/cases", PALERMO_SOURCE_DIR "/schemas");
        const auto corpus =
            write_corpus(world, {.kind = *kind, .count = std::stoull(argv[2]), .seed = std::stoull(argv[3]), .bytes = 0}, argv[4]);
        std::cout << corpus.count << " records, " << corpus.bytes << " bytes\n";
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
