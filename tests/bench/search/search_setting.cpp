// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/search_setting.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace palermo::bench {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> sizes{
    {{"smallest", "2000,40"}, {"small", "50000,500"}, {"middle", "200000,3000"}, {"large", "1000000,3000"}}};

}  // namespace

std::optional<SearchSetting> search_setting_of(const std::string& size) {
    SearchSetting setting;
    setting.size = size;
    setting.is_quick = size == "smallest";
    std::string numbers = size;
    for (const auto& [name, its_numbers] : sizes) {
        if (size == name) numbers = its_numbers;
    }
    // "small" and "full" of the other benchmark are no sizes here.
    const auto files = numbers.find(',') == std::string::npos ? std::nullopt : load_setting_of(numbers);
    if (!files) return std::nullopt;
    setting.files = *files;
    if (setting.is_quick) {
        setting.questions = 200;
        setting.passes = 5;
        setting.seconds_of_one = 2;
        setting.warm_seconds = 0.3;
        setting.java_warm_seconds = 1.5;
        setting.load_seconds = 1;
        setting.http_rounds = 1;
        setting.http_turns = 1;
    }
    if (files->short_records >= 1'000'000) setting.seconds_of_one = 60;
    return setting;
}

}  // namespace palermo::bench
