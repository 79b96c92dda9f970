// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <exception>
#include <iostream>
#include <string>

namespace palermo::bench {

/// The main of a program that fills an engine with the records of a flat file, and gives their number: PROGRAM FLAT_FILE TARGET.
template <class Fill>
int run_filler(int argc, char** argv, const char* usage, Fill fill) {
    if (argc != 3) {
        std::cerr << "Usage: " << usage << '\n';
        return 2;
    }
    try {
        const std::size_t records = fill(std::string(argv[1]), std::string(argv[2]));
        std::cout << records << " records\n";
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}

}  // namespace palermo::bench
