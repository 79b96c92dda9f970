// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/question.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

/// What a question is answered with.
enum class Mode {
    hits,      ///< the ids of the ten best
    facets,    ///< and how many there are in all, and the counts of every value of the seven facets
    pivots,    ///< and the five usual tables of one facet by another
    passages,  ///< hits and facets, and from each hit the text around the words
};
inline constexpr std::array all_modes{Mode::hits, Mode::facets, Mode::pivots, Mode::passages};
inline constexpr std::size_t hits_asked = 10;

[[nodiscard]] std::string_view name_of(Mode mode);
[[nodiscard]] std::optional<Mode> mode_named(std::string_view name);

struct FacetValueCount {
    std::string facet;  ///< as in flat records
    std::string value;
    std::uint64_t count = 0;
};

/// An answer in a form that can be compared.
struct Answer {
    std::vector<std::string> ids;
    std::optional<std::uint64_t> total;   ///< exact; none when it was not asked for
    std::vector<FacetValueCount> counts;  ///< without those of zero, in any order
    std::size_t passages = 0;             ///< hits of which there is text
    bool is_wider = false;                ///< more was sought than the words: the cases under a concept that they are the name of
};

/// A search engine with an index, for one thread.
class Engine {
public:
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    /// Answers as its users would have it answered, and keeps the answer. This is what is timed. Throws when it fails.
    virtual void ask(const Question& question, Mode mode) = 0;
    /// The answer to the last question.
    [[nodiscard]] virtual Answer answer() const = 0;
};

/// A way to answer: ours, or another's.
struct EngineKind {
    std::string_view name;
    std::vector<Mode> modes;
    std::string version;
    std::unique_ptr<Engine> (*open)(const std::string& index);  ///< throws when it cannot
};

/// Those that this program was built with.
[[nodiscard]] const std::vector<EngineKind>& engine_kinds();

}  // namespace palermo::bench
