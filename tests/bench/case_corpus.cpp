// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/case_corpus.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <future>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shard_size = 1'000;
/// So many of the first records tell whether the generator still makes what it made.
constexpr std::size_t sample_size = 20;

fs::path stamp_file(const fs::path& folder) { return folder / "corpus.txt"; }

/// FNV-1a: the same everywhere.
std::uint64_t hash_of_sample(const CaseGenerator& generator) {
    std::uint64_t hash = 14695981039346656037U;
    for (std::size_t number = 0; number < sample_size; ++number) {
        for (const char c : generator.xml(number)) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return hash;
}

std::string stamp_of(const CaseCorpus& corpus, const CaseGenerator& generator) {
    std::ostringstream stamp;
    stamp << name_of(corpus.kind) << ' ' << corpus.count << " of seed " << corpus.seed << ", sample " << hash_of_sample(generator);
    return stamp.str();
}

void write_file(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("Cannot write " + file.string() + ".");
}

std::uint64_t write_shard(const CaseGenerator& generator, const fs::path& folder, std::size_t first, std::size_t end) {
    fs::create_directories(case_file(generator, folder, first).parent_path());
    std::uint64_t bytes = 0;
    for (auto number = first; number < end; ++number) {
        const auto xml = generator.xml(number);
        write_file(case_file(generator, folder, number), xml);
        bytes += xml.size();
    }
    return bytes;
}

std::uint64_t write_all(const CaseGenerator& generator, const fs::path& folder, std::size_t count) {
    std::atomic<std::size_t> next_shard = 0;
    const auto work = [&] {
        std::uint64_t bytes = 0;
        for (;;) {
            const auto first = next_shard++ * shard_size;
            if (first >= count) return bytes;
            bytes += write_shard(generator, folder, first, std::min(first + shard_size, count));
        }
    };
    std::vector<std::future<std::uint64_t>> workers;
    for (auto left = std::max(1U, std::thread::hardware_concurrency()); left > 0; --left)
        workers.push_back(std::async(std::launch::async, work));
    std::uint64_t bytes = 0;
    for (auto& worker : workers) bytes += worker.get();
    return bytes;
}

}  // namespace

fs::path case_file(const CaseGenerator& generator, const fs::path& folder, std::size_t number) {
    std::string shard(4, '\0');
    std::snprintf(shard.data(), shard.size() + 1, "%04zu", number / shard_size % 10'000);
    return folder / shard / (generator.id(number) + ".xml");
}

CaseCorpus write_corpus(const CaseWorld& world, CaseCorpus corpus, const fs::path& folder) {
    const CaseGenerator generator(world, corpus.kind, corpus.seed);
    const auto stamp = stamp_of(corpus, generator);
    std::string old_stamp;
    std::ifstream in(stamp_file(folder));
    if (std::getline(in, old_stamp) && old_stamp == stamp && in >> corpus.bytes) return corpus;
    if (fs::exists(folder) && !fs::is_empty(folder) && !fs::exists(stamp_file(folder)))
        throw std::runtime_error(folder.string() + " holds something that is no corpus of ours: name another folder.");
    fs::remove_all(folder);
    corpus.bytes = write_all(generator, folder, corpus.count);
    write_file(stamp_file(folder), stamp + '\n' + std::to_string(corpus.bytes) + '\n');
    return corpus;
}

}  // namespace palermo::bench
