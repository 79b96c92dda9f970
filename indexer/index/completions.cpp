// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/completions.hpp"

#include "indexer/index/file_magic.hpp"
#include "indexer/index/mapped_file.hpp"

#include <algorithm>
#include <queue>
#include <utility>

namespace palermo {
namespace {

constexpr auto magic = file_magic::completions;
constexpr std::size_t header_size = 24;
constexpr std::size_t row_size = 32;
constexpr std::size_t weight_offset = 24;
constexpr std::size_t docid_offset = 28;
/// Entries whose heaviest is known, so that a range can be passed over without looking at each.
constexpr std::uint32_t block_size = 256;

/// The entries of one kind.
struct Table {
    std::size_t rows = 0;  ///< where in the file
    std::uint32_t size = 0;
    std::vector<std::uint32_t> block_maxima;
};

/// The places of all three tables and of the texts behind them.
struct Parts {
    std::array<Table, all_completion_kinds.size()> tables;
    std::size_t texts = 0;
    std::size_t end = 0;
};

/// `content` is the file without its checksum; it has a header.
Parts parts_of(std::string_view content) {
    Parts parts;
    auto position = header_size;
    for (std::size_t i = 0; i < parts.tables.size(); ++i) {
        parts.tables[i].rows = position;
        parts.tables[i].size = number_at<std::uint32_t>(content, magic.size() + i * 4);
        position += parts.tables[i].size * row_size;
    }
    parts.texts = position;
    parts.end = position + number_at<std::uint32_t>(content, header_size - 4);
    return parts;
}

/// The text that the row's pair of numbers at `offset` names.
std::string_view text_at(std::string_view content, std::size_t texts, std::size_t offset) {
    return content.substr(texts + number_at<std::uint32_t>(content, offset), number_at<std::uint32_t>(content, offset + 4));
}

bool is_sound(std::string_view content, const Parts& parts) {
    const auto size = parts.end - parts.texts;
    for (auto row = header_size; row < parts.texts; row += row_size) {
        for (const std::size_t pair : {0U, 8U, 16U}) {
            const auto begin = number_at<std::uint32_t>(content, row + pair);
            if (begin > size || number_at<std::uint32_t>(content, row + pair + 4) > size - begin) return false;
        }
    }
    return true;
}

std::uint32_t weight_at(std::string_view content, const Table& table, std::uint32_t position) {
    return number_at<std::uint32_t>(content, table.rows + position * row_size + weight_offset);
}

void find_block_maxima(std::string_view content, Table& table) {
    table.block_maxima.resize((table.size + block_size - 1) / block_size, 0);
    for (std::uint32_t i = 0; i < table.size; ++i) {
        auto& most = table.block_maxima[i / block_size];
        most = std::max(most, weight_at(content, table, i));
    }
}

}  // namespace

struct Completions::Mapping {
    MappedFile file;
    Parts parts;

    [[nodiscard]] const Table& table(CompletionKind kind) const { return parts.tables[static_cast<std::size_t>(kind)]; }
};

Completions::Completions(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
Completions::Completions(Completions&&) noexcept = default;
Completions& Completions::operator=(Completions&&) noexcept = default;
Completions::~Completions() = default;

Result<Completions> Completions::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto checked = checked_content(*mapped, file, magic, header_size);
    if (!checked) return checked.error();
    const auto content = *checked;
    auto parts = parts_of(content);
    if (parts.end != content.size() || !is_sound(content, parts)) return damaged_file(file);
    for (auto& table : parts.tables) find_block_maxima(content, table);
    return Completions(std::make_unique<Mapping>(Mapping{.file = std::move(*mapped), .parts = std::move(parts)}));
}

void Completions::let_go() const { mapping_->file.let_go(); }

SortedKeys Completions::keys(CompletionKind kind) const {
    const auto& table = mapping_->table(kind);
    return {.size = table.size, .at = [mapping = mapping_.get(), &table](std::uint32_t position) {
                return text_at(mapping->file.bytes(), mapping->parts.texts, table.rows + position * row_size);
            }};
}

Completion Completions::at(CompletionKind kind, std::uint32_t position) const {
    const auto bytes = mapping_->file.bytes();
    const auto& table = mapping_->table(kind);
    const auto row = table.rows + position * row_size;
    const auto texts = mapping_->parts.texts;
    return {.key = text_at(bytes, texts, row),
            .text = text_at(bytes, texts, row + 8),
            .id = text_at(bytes, texts, row + 16),
            .weight = weight_at(bytes, table, position),
            .docid = number_at<std::uint32_t>(bytes, row + docid_offset)};
}

std::vector<std::uint32_t> Completions::heaviest(CompletionKind kind, KeyRange range, std::size_t count,
                                                 const std::function<bool(std::uint32_t)>& is_wanted) const {
    const auto bytes = mapping_->file.bytes();
    const auto& table = mapping_->table(kind);
    struct Found {
        std::uint32_t weight;
        std::uint32_t position;
    };
    const auto comes_first = [](const Found& one, const Found& other) {
        return one.weight != other.weight ? one.weight > other.weight : one.position < other.position;
    };
    // Its top is the one that goes when a heavier comes.
    std::priority_queue<Found, std::vector<Found>, decltype(comes_first)> best(comes_first);
    for (auto position = range.begin; position < range.end && count > 0;) {
        const auto block = position / block_size;
        const auto block_end = std::min((block + 1) * block_size, range.end);
        const bool is_full = best.size() == count;
        if (is_full && table.block_maxima[block] <= best.top().weight) {
            position = block_end;
            continue;
        }
        for (; position < block_end; ++position) {
            const auto weight = weight_at(bytes, table, position);
            if (best.size() == count && weight <= best.top().weight) continue;
            if (!is_wanted(number_at<std::uint32_t>(bytes, table.rows + position * row_size + docid_offset))) continue;
            if (best.size() == count) best.pop();
            best.push({weight, position});
        }
    }
    std::vector<std::uint32_t> positions(best.size());
    for (auto place = positions.rbegin(); place != positions.rend(); ++place, best.pop()) *place = best.top().position;
    return positions;
}

}  // namespace palermo
