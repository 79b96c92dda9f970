// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/sorted_keys.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace palermo {

enum class CompletionKind { word, case_name, citation };

inline constexpr std::array all_completion_kinds{CompletionKind::word, CompletionKind::case_name, CompletionKind::citation};

/// What typing the beginning of `key` may be completed to.
struct Completion {
    std::string_view key;
    std::string_view text;     ///< as it is shown
    std::string_view id;       ///< of the case; empty for a word
    std::uint32_t weight = 0;  ///< of a word the documents that have it, else 1
    std::uint32_t docid = 0;   ///< of the case; 0 for a word
};

/// The words, case names and citations of one segment, by key, in one mapped file. A case has a key for each word by which its title can be
/// begun. Reading twin of load/completion_writer, which documents the bytes. Immutable; safe to read from many threads.
class Completions {
public:
    [[nodiscard]] static Result<Completions> open(const std::filesystem::path& file);

    Completions(Completions&&) noexcept;
    Completions& operator=(Completions&&) noexcept;
    ~Completions();

    /// As MappedFile's.
    void let_go() const;

    /// The keys of a kind, for as long as this lives.
    [[nodiscard]] SortedKeys keys(CompletionKind kind) const;
    /// The entry whose key is at `position` of keys(kind).
    [[nodiscard]] Completion at(CompletionKind kind, std::uint32_t position) const;
    /// The positions of the at most `count` heaviest entries of a range whose docids are wanted, the heaviest first, of two equals the
    /// earlier.
    [[nodiscard]] std::vector<std::uint32_t> heaviest(CompletionKind kind, KeyRange range, std::size_t count,
                                                      const std::function<bool(std::uint32_t)>& is_wanted) const;

private:
    struct Mapping;
    explicit Completions(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
