// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_directory.hpp"

#include "indexer/index/segment_files.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// What is said of `current` when it is damaged.
Diagnostic wrong_pointer(const fs::path& current, std::string message) {
    return error_at(current.string(), std::move(message), "Write the number of the newest file in generations/ into it.", Cause::index);
}

/// The numbers of the manifests in generations/, in no order. A report's name is no number.
std::vector<std::uint64_t> manifest_numbers(const fs::path& generations) {
    constexpr std::string_view ending = ".json";
    std::vector<std::uint64_t> numbers;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(generations, error)) {
        const auto name = entry.path().filename().string();
        if (!name.ends_with(ending)) continue;
        if (const auto number = parse_number(std::string_view(name).substr(0, name.size() - ending.size()))) numbers.push_back(*number);
    }
    return numbers;
}

}  // namespace

fs::path IndexDirectory::segment(const std::string& id) const { return root_ / "segments" / id; }

fs::path IndexDirectory::database(const std::string& segment_id) const { return segment_files::database(segment(segment_id)); }

fs::path IndexDirectory::facet_columns(const std::string& segment_id) const { return segment_files::facet_columns(segment(segment_id)); }

fs::path IndexDirectory::texts(const std::string& segment_id) const { return segment_files::texts(segment(segment_id)); }

fs::path IndexDirectory::documents(const std::string& segment_id) const { return segment_files::documents(segment(segment_id)); }

fs::path IndexDirectory::forward(const std::string& segment_id) const { return segment_files::forward(segment(segment_id)); }

fs::path IndexDirectory::completions(const std::string& segment_id) const { return segment_files::completions(segment(segment_id)); }

fs::path IndexDirectory::generation_file(std::uint64_t number) const { return root_ / "generations" / (std::to_string(number) + ".json"); }

fs::path IndexDirectory::records(const std::string& segment_id) const { return segment_files::records(segment(segment_id)); }

fs::path IndexDirectory::report_file(std::uint64_t number) const {
    return root_ / "generations" / (std::to_string(number) + ".report.json");
}

fs::path IndexDirectory::loading() const { return root_ / "loading"; }

fs::path IndexDirectory::current_file() const { return root_ / "current"; }

fs::path IndexDirectory::lock_file() const { return root_ / "writer.lock"; }

Result<std::optional<std::uint64_t>> IndexDirectory::current_generation() const {
    std::error_code error;
    if (!fs::exists(root_, error)) return std::optional<std::uint64_t>();
    if (!fs::is_directory(root_, error)) {
        return error_at(root_.string(), "This is a file, and an index is a directory.",
                        "Name the index's directory, or one that does not exist yet.", Cause::index);
    }
    if (!fs::exists(current_file(), error)) {
        const bool never_loaded = !fs::exists(root_ / "generations", error) || fs::is_empty(root_ / "generations", error);
        if (never_loaded) return std::optional<std::uint64_t>();
        return wrong_pointer(current_file(), "This file should name the live generation, and is missing.");
    }
    const auto text = read_file(current_file());
    if (text && *text == no_generation_yet) return std::optional<std::uint64_t>();
    const auto number = text ? parse_number(*text) : std::nullopt;
    // Earlier programs wrote a zero before the first generation. Where there is a manifest, it is damage: a load would begin anew for it,
    // and throw away what is there.
    if (number == 0 && manifest_numbers(root_ / "generations").empty()) return std::optional<std::uint64_t>();
    if (!number || *number == 0)
        return wrong_pointer(current_file(), "This file should hold the number of the live generation, and does not.");
    return number;
}

Result<Manifest> IndexDirectory::read_manifest(std::uint64_t generation) const {
    const auto file = generation_file(generation);
    const auto text = read_file(file);
    if (!text) {
        return error_at(file.string(), "The manifest of generation " + std::to_string(generation) + " cannot be read.",
                        "Restore the index from a copy, or load the records into a new directory.", Cause::index);
    }
    return parse_manifest(*text, file.string());
}

Result<std::vector<std::uint64_t>> IndexDirectory::generations() const {
    auto numbers = manifest_numbers(root_ / "generations");
    std::ranges::sort(numbers);
    // Read after the listing, so that a writer cannot get ahead of it.
    const auto current = current_generation();
    if (!current) return current.error();
    const auto live = current->value_or(0);
    // One beyond the live one is of a writer that was cut off. More say that the pointer is wrong: nothing may be thrown away for it.
    if (!numbers.empty() && numbers.back() > live + 1) {
        return wrong_pointer(current_file(), "This file names generation " + std::to_string(live) +
                                                 ", and generations/ holds newer ones up to " + std::to_string(numbers.back()) + '.');
    }
    std::erase_if(numbers, [live](std::uint64_t number) { return number > live; });
    return numbers;
}

}  // namespace palermo
