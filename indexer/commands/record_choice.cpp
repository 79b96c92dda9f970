// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/record_choice.hpp"

#include "corpus/printable.hpp"
#include "corpus/trimmed.hpp"
#include "indexer/index/record_walk.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

namespace palermo::commands {
namespace {

std::vector<std::string> lines_of(std::istream& stream) {
    std::vector<std::string> ids;
    for (std::string line; std::getline(stream, line);) {
        if (const auto id = trimmed(line); !id.empty()) ids.emplace_back(id);
    }
    return ids;
}

}  // namespace

std::string not_held(const Manifest& manifest, const std::string& id) {
    const auto* tombstone = manifest.tombstone(id);
    if (tombstone == nullptr) return "The index holds no case \"" + printable(id) + "\".";
    return "The case \"" + printable(id) + "\" was taken down on " + tombstone->date + " (" + tombstone->reason + ").";
}

Result<std::vector<std::string>> read_ids(const std::string& file) {
    if (file == "-") return lines_of(std::cin);
    std::error_code error;
    std::ifstream stream(file);
    if (!stream || std::filesystem::is_directory(file, error))
        return error_at(file, "The list of ids cannot be read.", "Check the path of --ids.");
    return lines_of(stream);
}

Result<RecordChoice> choose_records(const WorkerView& view, const std::optional<std::vector<std::string>>& ids,
                                    const std::vector<std::string>& conditions) {
    auto filter = RecordFilter::read(view, conditions);
    if (!filter) return filter.error();
    RecordChoice choice{.docids = std::nullopt, .unknown_ids = {}, .filter = std::move(*filter)};
    if (!ids) return choice;
    auto& docids = choice.docids.emplace();
    for (const auto& id : *ids) {
        if (const auto docid = view.snapshot().find(id))
            docids.push_back(*docid);
        else if (std::ranges::find(choice.unknown_ids, id) == choice.unknown_ids.end())
            choice.unknown_ids.push_back(id);
    }
    std::ranges::sort(docids);
    docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
    return choice;
}

Result<void> for_each_chosen(const WorkerView& view, const RecordChoice& choice,
                             const std::function<Result<void>(std::uint32_t docid)>& visit) {
    const auto visit_accepted = [&](std::uint32_t docid) { return choice.filter.accepts(docid) ? visit(docid) : Result<void>(); };
    if (!choice.docids) return for_each_record(view, visit_accepted);
    for (const auto docid : *choice.docids) {
        if (auto visited = visit_accepted(docid); !visited) return visited;
    }
    return {};
}

}  // namespace palermo::commands
