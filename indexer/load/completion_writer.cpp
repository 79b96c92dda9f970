// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/completion_writer.hpp"

#include "indexer/analysis/completion_key.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "indexer/load/append_number.hpp"
#include "indexer/load/durable_file.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <tuple>

namespace palermo {
namespace {

/// A longer title is not one that is picked from a list, and would not fit into a query.
constexpr std::size_t longest_text = 1'000;
constexpr std::size_t shortest_word = 3;

/// Terms of fields begin with a capital; words are folded.
bool has_prefix(std::string_view term) { return !term.empty() && term.front() >= 'A' && term.front() <= 'Z'; }

bool is_worth_completing(std::string_view word) {
    const bool is_number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    return word.size() >= shortest_word && !is_number && completion_key(word) == word;
}

void add_words(const Xapian::Database& database, CompletionWriter& writer) {
    for (auto term = database.allterms_begin(); term != database.allterms_end();) {
        const auto word = *term;
        if (has_prefix(word)) {
            // The first that is behind every capital.
            term.skip_to("[");
            continue;
        }
        if (is_worth_completing(word)) writer.add_word(word, term.get_termfreq());
        ++term;
    }
}

Result<void> add_cases(const Xapian::Database& database, const std::string& name, CompletionWriter& writer) {
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
        const auto data = decode_document_data(database.get_document(*posting).get_data(), name);
        if (!data) return data.error();
        writer.add_case(*data);
    }
    return {};
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
    rows(CompletionKind::word).push_back({.key = place, .text = place, .id = {}, .weight = documents});
}

void CompletionWriter::add_case(const DocumentData& data) {
    const auto id = keep(data.id);
    if (data.title.size() <= longest_text) {
        const auto title = keep(data.title);
        const auto key = completion_key(data.title);
        const auto whole = keep(key);
        for (const auto start : key_starts(key)) {
            const auto begin = static_cast<std::uint32_t>(start);
            rows(CompletionKind::case_name)
                .push_back({.key = {.begin = whole.begin + begin, .size = whole.size - begin}, .text = title, .id = id, .weight = 1});
        }
    }
    for (const auto& [scheme, value] : data.identifiers) {
        const auto key = citation_key(value);
        if (scheme == "sherloc-path" || key.empty() || value.size() > longest_text) continue;
        rows(CompletionKind::citation).push_back({.key = keep(key), .text = keep(value), .id = id, .weight = 1});
    }
}

Result<void> CompletionWriter::finish(const std::filesystem::path& file) {
    std::string bytes = "PLMCOMP1";
    for (const auto& rows : rows_) append_number(bytes, static_cast<std::uint32_t>(rows.size()));
    append_number(bytes, static_cast<std::uint32_t>(texts_.size()));
    for (auto& rows : rows_) {
        std::ranges::sort(rows, [this](const Row& one, const Row& other) {
            return std::tuple(view(one.key), view(one.text), view(one.id)) < std::tuple(view(other.key), view(other.text), view(other.id));
        });
        for (const auto& row : rows) {
            for (const auto& text : {row.key, row.text, row.id}) {
                append_number(bytes, text.begin);
                append_number(bytes, text.size);
            }
            append_number(bytes, row.weight);
        }
    }
    bytes += texts_;
    append_number(bytes, short_checksum(bytes));
    return write_durably(file, bytes);
}

Result<void> write_completions(const std::filesystem::path& database, const std::filesystem::path& file) {
    CompletionWriter writer;
    const auto name = database.string();
    const auto added = guarded(name, [&]() -> Result<void> {
        const Xapian::Database finished(name);
        add_words(finished, writer);
        return add_cases(finished, name, writer);
    });
    if (!added) return added.error();
    return writer.finish(file);
}

}  // namespace palermo
