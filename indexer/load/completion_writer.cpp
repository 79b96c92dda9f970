// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/completion_writer.hpp"

#include "indexer/analysis/completion_key.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/load/append_number.hpp"
#include "indexer/load/output_file.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace palermo {
namespace {

/// A longer title is not one that is picked from a list, and would not fit into a query.
constexpr std::size_t longest_text = 1'000;
constexpr std::size_t shortest_word = 3;

bool is_worth_completing(std::string_view word) {
    const bool is_number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    return word.size() >= shortest_word && !is_number && completion_key(word) == word;
}

/// The first eight bytes, as a number that is in the order of texts: most keys differ in it.
std::uint64_t beginning(std::string_view key) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return number;
}

/// Stands for a row while rows are sorted.
struct SortKey {
    std::uint64_t beginning = 0;
    std::uint32_t position = 0;
};

/// Those of one kind that are not erased.
template <class Visit>
void for_each(const Completions& all, CompletionKind kind, std::span<const std::uint32_t> erased, Visit visit) {
    const auto size = all.keys(kind).size;
    for (std::uint32_t position = 0; position < size; ++position) {
        const auto each = all.at(kind, position);
        if (!std::ranges::binary_search(erased, each.docid)) visit(each);
    }
}

}  // namespace

CompletionWriter::Text CompletionWriter::keep(std::string_view text) {
    if (texts_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("more than 4 GB of completions");
    const Text place{.begin = static_cast<std::uint32_t>(texts_.size()), .size = static_cast<std::uint32_t>(text.size())};
    texts_ += text;
    return place;
}

void CompletionWriter::add_word(std::string_view word, std::uint32_t documents) {
    const auto place = keep(word);
    rows(CompletionKind::word).push_back({.key = place, .text = place, .id = {}, .weight = documents, .docid = 0});
}

void CompletionWriter::add_case(std::uint32_t docid, const DocumentData& data) {
    const auto id = keep(data.id);
    if (data.title.size() <= longest_text) {
        const auto title = keep(data.title);
        const auto key = completion_key(data.title);
        const auto whole = keep(key);
        for (const auto start : key_starts(key)) {
            const auto begin = static_cast<std::uint32_t>(start);
            rows(CompletionKind::case_name)
                .push_back({.key = {.begin = whole.begin + begin, .size = whole.size - begin},
                            .text = title,
                            .id = id,
                            .weight = 1,
                            .docid = docid});
        }
    }
    for (const auto& [scheme, value] : data.identifiers) {
        const auto key = citation_key(value);
        if (scheme == "sherloc-path" || key.empty() || value.size() > longest_text) continue;
        rows(CompletionKind::citation).push_back({.key = keep(key), .text = keep(value), .id = id, .weight = 1, .docid = docid});
    }
}

void CompletionWriter::add_cases(const Completions& others, std::span<const std::uint32_t> erased) {
    // A case's texts are kept once: its names are ends of the longest one.
    struct KnownCase {
        std::string_view longest;
        Text name;  ///< kept `longest`
        Text text;
        Text id;
    };
    std::unordered_map<std::uint32_t, KnownCase> cases;
    for_each(others, CompletionKind::case_name, erased, [&](const Completion& name) {
        auto& longest = cases[name.docid].longest;
        if (name.key.size() > longest.size()) longest = name.key;
    });
    for_each(others, CompletionKind::case_name, erased, [&](const Completion& name) {
        auto& known = cases[name.docid];
        if (known.name.size == 0) {
            known.name = keep(known.longest);
            known.text = keep(name.text);
            known.id = keep(name.id);
        }
        const auto size = static_cast<std::uint32_t>(name.key.size());
        const bool is_its_end = known.longest.ends_with(name.key);
        const auto key = is_its_end ? Text{.begin = known.name.begin + known.name.size - size, .size = size} : keep(name.key);
        rows(CompletionKind::case_name)
            .push_back({.key = key, .text = known.text, .id = known.id, .weight = name.weight, .docid = name.docid});
    });
    for_each(others, CompletionKind::citation, erased, [&](const Completion& citation) {
        const auto known = cases.find(citation.docid);
        rows(CompletionKind::citation)
            .push_back({.key = keep(citation.key),
                        .text = keep(citation.text),
                        .id = known != cases.end() ? known->second.id : keep(citation.id),
                        .weight = citation.weight,
                        .docid = citation.docid});
    });
}

void CompletionWriter::sort() {
    for (auto& rows : rows_) {
        const auto texts_of = [&](const Row& row) { return std::tuple(view(row.key), view(row.text), view(row.id)); };
        const auto less = [&](const Row& one, const Row& other) { return texts_of(one) < texts_of(other); };
        if (std::ranges::is_sorted(rows, less)) continue;
        std::vector<SortKey> keys;
        keys.reserve(rows.size());
        for (const auto& row : rows) keys.push_back({beginning(view(row.key)), static_cast<std::uint32_t>(keys.size())});
        std::ranges::sort(keys, [&](const SortKey& one, const SortKey& other) {
            return one.beginning != other.beginning ? one.beginning < other.beginning : less(rows[one.position], rows[other.position]);
        });
        std::vector<Row> sorted;
        sorted.reserve(rows.size());
        for (const auto& key : keys) sorted.push_back(rows[key.position]);
        rows = std::move(sorted);
    }
}

Result<void> CompletionWriter::finish(const std::filesystem::path& file) {
    constexpr std::size_t row_size = 32;
    std::string bytes(file_magic::completions);
    // There may be a million rows: growing step by step would take twice the room.
    std::size_t count = 0;
    for (const auto& rows : rows_) count += rows.size();
    bytes.reserve(64 + count * row_size + texts_.size());
    for (const auto& rows : rows_) append_number(bytes, static_cast<std::uint32_t>(rows.size()));
    append_number(bytes, static_cast<std::uint32_t>(texts_.size()));
    sort();
    for (const auto& rows : rows_) {
        for (const auto& row : rows) {
            for (const auto& text : {row.key, row.text, row.id}) {
                append_number(bytes, text.begin);
                append_number(bytes, text.size);
            }
            append_number(bytes, row.weight);
            append_number(bytes, row.docid);
        }
    }
    bytes += texts_;
    append_number(bytes, short_checksum(bytes));
    return write_file(file, bytes);
}

void add_words(const ForwardIndex& index, CompletionWriter& writer) {
    std::string_view word;
    std::uint32_t documents = 0;
    const auto add = [&] {
        if (documents > 0 && is_worth_completing(word)) writer.add_word(word, documents);
    };
    // One that is written alike in several languages has several entries, side by side.
    for (const auto number : index.beginning_with("", index.word_count())) {
        const auto entry = index.word(number);
        if (entry.word != word) {
            add();
            word = entry.word;
            documents = 0;
        }
        documents += entry.counts.documents.front();
    }
    add();
}

}  // namespace palermo
