// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the questions of ./dev bench search from a file of flat records.
#include "tests/bench/search/question_maker.hpp"

#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    using namespace palermo::bench;
    if (argc != 4) {
        std::cerr << "Usage: palermo_bench_make_questions FLAT_FILE COUNT QUESTIONS\n";
        return 2;
    }
    try {
        write_questions(make_questions(argv[1], std::stoul(argv[2]), question_seed), argv[3]);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
