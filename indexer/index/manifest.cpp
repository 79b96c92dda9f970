// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/manifest.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/layout.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace palermo {
namespace {

namespace json = boost::json;

json::object encode(const FileEntry& file) { return {{"path", file.path}, {"size", file.size}, {"checksum", file.checksum}}; }

json::object encode(const SegmentEntry& segment) {
    json::array files;
    for (const auto& file : segment.files) files.push_back(encode(file));
    return {{"id", segment.id},
            {"first_docid", segment.first_docid},
            {"last_docid", segment.last_docid},
            {"record_count", segment.record_count},
            {"word_count", segment.word_count},
            {"deleted", json::value_from(segment.deleted)},
            {"files", std::move(files)}};
}

json::object encode(const Tombstone& tombstone) { return {{"id", tombstone.id}, {"date", tombstone.date}, {"reason", tombstone.reason}}; }

json::object encode(const GenerationChange& change) {
    return {{"kind", name_of(change.kind)}, {"added", change.added},       {"changed", change.changed},
            {"removed", change.removed},    {"restored", change.restored}, {"rebuilt", change.rebuilt}};
}

json::object encode(const AnalyzerSettings& analyzer) {
    json::array languages;
    for (const auto& language : analyzer.stemmed_languages) languages.emplace_back(language);
    return {{"version", analyzer.version}, {"icu_version", analyzer.icu_version}, {"stemmed_languages", std::move(languages)}};
}

json::object encode(const RankingSettings& ranking) { return {{"k1", ranking.k1}, {"b", ranking.b}, {"min_normlen", ranking.min_normlen}}; }

json::object encode(const VocabularyEntry& vocabulary) {
    return {{"scheme", vocabulary.scheme}, {"version", vocabulary.version}, {"file", encode(vocabulary.file)}};
}

template <class Entry>
json::array encode_all(const std::vector<Entry>& entries) {
    json::array array;
    for (const auto& entry : entries) array.push_back(encode(entry));
    return array;
}

std::string text_of(const json::value& value, std::string_view name) { return std::string(value.at(name).as_string()); }

template <class Number>
Number number_of(const json::value& value, std::string_view name) {
    return value.at(name).to_number<Number>();
}

FileEntry decode_file(const json::value& value) {
    return {.path = text_of(value, "path"), .size = number_of<std::uint64_t>(value, "size"), .checksum = text_of(value, "checksum")};
}

SegmentEntry decode_segment(const json::value& value) {
    SegmentEntry segment{.id = text_of(value, "id"),
                         .first_docid = number_of<std::uint32_t>(value, "first_docid"),
                         .last_docid = number_of<std::uint32_t>(value, "last_docid"),
                         .record_count = number_of<std::uint64_t>(value, "record_count"),
                         .word_count = number_of<std::uint64_t>(value, "word_count"),
                         .deleted = json::value_to<std::vector<std::uint32_t>>(value.at("deleted")),
                         .files = {}};
    for (const auto& file : value.at("files").as_array()) segment.files.push_back(decode_file(file));
    return segment;
}

GenerationChange decode_change(const json::value& value) {
    const auto kinds = {ChangeKind::load, ChangeKind::remove, ChangeKind::rollback};
    const auto* kind = std::ranges::find(kinds, text_of(value, "kind"), [](ChangeKind each) { return name_of(each); });
    if (kind == kinds.end()) throw std::invalid_argument("an unknown kind of change");
    return {.kind = *kind,
            .added = number_of<std::uint64_t>(value, "added"),
            .changed = number_of<std::uint64_t>(value, "changed"),
            .removed = number_of<std::uint64_t>(value, "removed"),
            .restored = number_of<std::uint64_t>(value, "restored"),
            .rebuilt = number_of<std::uint64_t>(value, "rebuilt")};
}

AnalyzerSettings decode_analyzer(const json::value& value) {
    AnalyzerSettings analyzer{
        .version = number_of<int>(value, "version"), .icu_version = text_of(value, "icu_version"), .stemmed_languages = {}};
    for (const auto& language : value.at("stemmed_languages").as_array()) analyzer.stemmed_languages.emplace_back(language.as_string());
    return analyzer;
}

RankingSettings decode_ranking(const json::value& value) {
    return {
        .k1 = number_of<double>(value, "k1"), .b = number_of<double>(value, "b"), .min_normlen = number_of<double>(value, "min_normlen")};
}

/// Throws what Boost.JSON throws on a wrong shape.
Manifest decode(const json::value& value) {
    Manifest manifest{.format_version = number_of<int>(value, "format_version"),
                      .generation = number_of<std::uint64_t>(value, "generation"),
                      .created = text_of(value, "created"),
                      .created_by = text_of(value, "created_by"),
                      .change = decode_change(value.at("change")),
                      .record_count = number_of<std::uint64_t>(value, "record_count"),
                      .next_docid = number_of<std::uint32_t>(value, "next_docid"),
                      .analyzer = decode_analyzer(value.at("analyzer")),
                      .ranking = decode_ranking(value.at("ranking")),
                      .vocabularies = {},
                      .segments = {},
                      .tombstones = {}};
    for (const auto& vocabulary : value.at("vocabularies").as_array()) {
        manifest.vocabularies.push_back({.scheme = text_of(vocabulary, "scheme"),
                                         .version = text_of(vocabulary, "version"),
                                         .file = decode_file(vocabulary.at("file"))});
    }
    for (const auto& segment : value.at("segments").as_array()) manifest.segments.push_back(decode_segment(segment));
    for (const auto& tombstone : value.at("tombstones").as_array()) {
        manifest.tombstones.push_back(
            {.id = text_of(tombstone, "id"), .date = text_of(tombstone, "date"), .reason = text_of(tombstone, "reason")});
    }
    return manifest;
}

bool docids_ascend(const Manifest& manifest) {
    std::uint32_t next = 1;
    for (const auto& segment : manifest.segments) {
        if (segment.first_docid < next || segment.last_docid < segment.first_docid) return false;
        next = segment.last_docid + 1;
    }
    return manifest.next_docid >= next;
}

Diagnostic damaged(const std::string& file) {
    return error_at(file, "The manifest of this generation is damaged.",
                    "Restore the index from a copy, or load the records into a new directory.", Cause::index);
}

constexpr std::string_view checksum_member = ",\"checksum\":";

/// Whether the text's last member is the checksum of the others. Of the text, since a number that is read and written again may end in
/// another digit.
bool is_whole(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    const auto last = text.rfind(checksum_member);
    if (last == std::string_view::npos) return false;
    const auto expected = checksum_of(std::string(text.substr(0, last)) + '}');
    return text.substr(last) == std::string(checksum_member) + '"' + expected + "\"}";
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::load: return "load";
        case ChangeKind::remove: return "remove";
        case ChangeKind::rollback: return "rollback";
    }
    return {};
}

const Tombstone* Manifest::tombstone(std::string_view id) const {
    const auto found = std::ranges::lower_bound(tombstones, id, {}, [](const Tombstone& each) -> std::string_view { return each.id; });
    return found != tombstones.end() && found->id == id ? &*found : nullptr;
}

std::string format(const Manifest& manifest) {
    json::object object{{"format_version", manifest.format_version},
                        {"generation", manifest.generation},
                        {"created", manifest.created},
                        {"created_by", manifest.created_by},
                        {"change", encode(manifest.change)},
                        {"record_count", manifest.record_count},
                        {"next_docid", manifest.next_docid},
                        {"analyzer", encode(manifest.analyzer)},
                        {"ranking", encode(manifest.ranking)},
                        {"vocabularies", encode_all(manifest.vocabularies)},
                        {"segments", encode_all(manifest.segments)},
                        {"tombstones", encode_all(manifest.tombstones)}};
    object["checksum"] = checksum_of(json::serialize(object));
    return json::serialize(object) + '\n';
}

Result<Manifest> parse_manifest(std::string_view text, const std::string& file) {
    try {
        const auto value = json::parse({text.data(), text.size()});
        if (const auto version = value.at("format_version").to_number<int>(); version != layout::format_version) {
            return error_at(file,
                            "The index has format " + std::to_string(version) + "; this program reads format " +
                                std::to_string(layout::format_version) + ".",
                            "Use the program that made it, or load the records into a new directory.", Cause::index);
        }
        auto manifest = decode(value);
        if (!is_whole(text) || !docids_ascend(manifest)) return damaged(file);
        return manifest;
    } catch (const std::exception&) {
        return damaged(file);
    }
}

}  // namespace palermo
