// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/reference.hpp"

#include "tests/bench/search/statistics.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace palermo::bench {
namespace {

#ifdef NDEBUG
constexpr auto build_kind = "release";
#else
constexpr auto build_kind = "debug";
#endif

/// What a change of ours can make worse, beside whom time is steady: at small sizes Lucene's is mostly what its compiler has not done yet.
struct Compared {
    Mode mode;
    const char* theirs;
};
constexpr std::array compared{Compared{Mode::hits, "xapian"}, Compared{Mode::facets, "xapian_spy"}, Compared{Mode::facets, "sqlite"},
                              Compared{Mode::passages, "xapian_spy"}, Compared{Mode::passages, "sqlite"}};

boost::json::object read_all(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return {};
    std::ostringstream text;
    text << in.rdbuf();
    return boost::json::parse(text.str()).as_object();
}

const boost::json::object* member(const boost::json::object& object, const std::string& name) {
    const auto* found = object.if_contains(name);
    return found != nullptr ? found->if_object() : nullptr;
}

/// A line a ratio: who reads a change of the file sees which has moved.
void print(const boost::json::object& object, const std::string& indent, std::ostream& out) {
    out << "{";
    bool is_first = true;
    for (const auto& [name, value] : object) {
        out << (is_first ? "\n" : ",\n") << indent << "  \"" << std::string_view(name) << "\": ";
        is_first = false;
        if (const auto* inner = value.if_object())
            print(*inner, indent + "  ", out);
        else
            out << value.to_number<double>();
    }
    out << '\n' << indent << '}';
}

}  // namespace

Ratios measured_ratios(const std::vector<SearchResults>& all) {
    Ratios ratios;
    for (const auto& results : all) {
        for (const auto& [mode, theirs] : compared) {
            const auto ratio = speed(results, mode, theirs, {}, Time::processor);
            if (ratio) ratios[std::string(name_of(results.corpus.kind)) + ' ' + std::string(name_of(mode)) + ' ' + theirs] = *ratio;
        }
    }
    return ratios;
}

Ratios read_reference(const std::filesystem::path& file, const std::string& size) {
    Ratios ratios;
    const auto all = read_all(file);
    const auto* builds = member(all, size);
    const auto* found = builds != nullptr ? member(*builds, build_kind) : nullptr;
    if (found == nullptr) return ratios;
    for (const auto& [name, value] : *found) ratios[name] = value.to_number<double>();
    return ratios;
}

void write_reference(const std::filesystem::path& file, const std::string& size, const Ratios& ratios) {
    auto all = read_all(file);
    boost::json::object written;
    for (const auto& [name, ratio] : ratios) written[name] = std::round(ratio * 1'000) / 1'000;
    auto& builds = all[size];
    if (!builds.is_object()) builds = boost::json::object();
    builds.as_object()[build_kind] = std::move(written);
    std::ofstream out(file);
    print(all, "", out);
    out << '\n';
}

std::vector<std::string> fallen(const Ratios& measured, const Ratios& reference) {
    std::vector<std::string> names;
    for (const auto& [name, wanted] : reference) {
        const auto found = measured.find(name);
        if (found != measured.end() && found->second < tolerated * wanted) names.push_back(name);
    }
    return names;
}

Ratios better_of(Ratios ratios, const Ratios& others) {
    for (const auto& [name, ratio] : others) {
        const auto place = ratios.try_emplace(name, ratio).first;
        place->second = std::max(place->second, ratio);
    }
    return ratios;
}

}  // namespace palermo::bench
