// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/answer_file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

/// FNV-1a; SearchCases.java has the same.
std::uint64_t hash_of(const FacetValueCount& one) {
    const auto text = one.facet + '=' + one.value + ' ' + std::to_string(one.count);
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

TimedAnswer read_answer(const std::string& line) {
    std::istringstream in(line);
    TimedAnswer answer;
    std::int64_t total = -1;
    in >> answer.microseconds >> answer.cpu_microseconds >> total >> answer.counts_hash >> answer.counts_sum >> answer.passages >>
        answer.is_wider;
    if (!in) throw std::runtime_error("This is no answer: " + line);
    if (total >= 0) answer.total = static_cast<std::uint64_t>(total);
    for (std::string id; in >> id;) answer.ids.push_back(std::move(id));
    return answer;
}

}  // namespace

TimedAnswer timed_answer(const Answer& answer) {
    TimedAnswer timed{.microseconds = 0,
                      .cpu_microseconds = 0,
                      .total = answer.total,
                      .counts_hash = 0,
                      .counts_sum = 0,
                      .passages = answer.passages,
                      .is_wider = answer.is_wider,
                      .ids = answer.ids};
    // A sum of hashes: engines give the values in different orders.
    for (const auto& one : answer.counts) {
        timed.counts_hash += hash_of(one);
        timed.counts_sum += one.count;
    }
    return timed;
}

void write_answers(const std::vector<TimedAnswer>& answers, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    for (const auto& answer : answers) {
        out << answer.microseconds << '\t' << answer.cpu_microseconds << '\t' << (answer.total ? std::to_string(*answer.total) : "-1")
            << '\t' << answer.counts_hash << '\t' << answer.counts_sum << '\t' << answer.passages << '\t' << answer.is_wider << '\t'
            << joined(answer.ids, " ") << '\n';
    }
    if (!out.flush()) throw std::runtime_error("Cannot write " + file.string() + ".");
}

std::vector<TimedAnswer> read_answers(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<TimedAnswer> answers;
    for (std::string line; std::getline(in, line);) answers.push_back(read_answer(line));
    return answers;
}

}  // namespace palermo::bench
