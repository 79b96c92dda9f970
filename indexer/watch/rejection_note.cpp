// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/watch/rejection_note.hpp"

#include "corpus/printable.hpp"
#include "indexer/load/durable_file.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace palermo {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".rejected.txt";
constexpr std::string_view heading = "palermo-indexer did not load ";

bool is_ours(const fs::path& note) {
    std::ifstream stream(note);
    std::string line;
    return std::getline(stream, line) && line.starts_with(heading);
}

}  // namespace

fs::path rejection_note_of(const fs::path& record) {
    auto note = record;
    note += ending;
    return note;
}

Result<void> write_rejection_note(const fs::path& record, const Diagnostics& findings) {
    auto text = std::string(heading) + printable(record.filename().string()) + ":\n\n";
    for (auto finding : findings) {
        // Who opens the note may see the directory under another path.
        finding.place.file = record.filename().string();
        text += format(finding) + '\n';
    }
    text += "\nMend the record and save it: it is loaded then, and this note goes.\n";
    return replace_durably(rejection_note_of(record), text);
}

void remove_rejection_note(const fs::path& record) {
    const auto note = rejection_note_of(record);
    std::error_code error;
    if (fs::exists(note, error) && is_ours(note)) fs::remove(note, error);
}

void remove_orphaned_notes(const fs::path& directory) {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        const auto path = entry->path().string();
        if (!path.ends_with(ending)) continue;
        const fs::path record = path.substr(0, path.size() - ending.size());
        std::error_code unknown;
        if (!fs::exists(record, unknown)) remove_rejection_note(record);
    }
}

}  // namespace palermo
