// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/machine.hpp"

#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>

namespace palermo::bench {
namespace {

std::string processor() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    }
    return "unknown";
}

}  // namespace

boost::json::object describe_machine() {
    utsname kernel{};
    uname(&kernel);
    std::array<double, 3> load{};
    getloadavg(load.data(), static_cast<int>(load.size()));
    const auto memory = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return {{"processor", processor()},
            {"cores", std::thread::hardware_concurrency()},
            {"memory_mb", memory / 1'000'000},
            {"kernel", static_cast<const char*>(kernel.release)},
            {"load_average", load[0]}};
}

std::string now_utc() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), length};
}

}  // namespace palermo::bench
