// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_plan.hpp"

#include "indexer/index/checksum.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace palermo {
namespace {

class Planner {
public:
    Planner(const RecordIntake& intake, const WorkerView* view, bool rebuild_all) : intake_(intake), view_(view) {
        plan_.rebuilds_all = rebuild_all;
    }

    Result<void> take_given(const RecordSource& source) {
        auto text = open_record_source(source, view_);
        if (!text) {
            reject({text.error()});
            return {};
        }
        auto checked = intake_.take(*text);
        if (checked.record) {
            if (auto twice = seen_.add(*checked.record, *text)) {
                checked.diagnostics.push_back(std::move(*twice));
                checked.record.reset();
            }
        }
        if (!checked.record) {
            reject(std::move(checked.diagnostics));
            return {};
        }
        note(std::move(checked.diagnostics));
        return plan_given(*checked.record, *text, source);
    }

    /// The records that only the index has.
    Result<void> take_stored() {
        const auto& database = view_->database();
        std::vector<std::uint32_t> docids;
        auto walked = guarded(view_->snapshot().directory().root().string(), [&] {
            std::transform(database.postlist_begin(""), database.postlist_end(""), std::back_inserter(docids),
                           [&](Xapian::docid combined) { return view_->library_docid(combined); });
            return true;
        });
        if (!walked) return walked.error();
        std::ranges::sort(docids);
        for (const auto docid : docids) {
            if (auto taken = take_stored(docid); !taken) return taken;
        }
        return {};
    }

    LoadPlan finish() { return std::move(plan_); }

private:
    void note(Diagnostics diagnostics) {
        plan_.diagnostics.insert(plan_.diagnostics.end(), std::make_move_iterator(diagnostics.begin()),
                                 std::make_move_iterator(diagnostics.end()));
    }

    void reject(Diagnostics diagnostics) {
        ++plan_.rejected;
        note(std::move(diagnostics));
    }

    Result<void> plan_given(const CaseRecord& record, const SourceText& text, const RecordSource& source) {
        PlannedRecord planned{.id = record.id,
                              .action = LoadAction::add,
                              .source = source,
                              .checksum = checksum_of(text.original()),
                              .old_docid = std::nullopt};
        given_.insert(record.id);
        std::string old_checksum;
        if (view_ != nullptr) {
            const auto docid = view_->find(record.id);
            if (!docid) return docid.error();
            if (*docid) {
                const auto data = view_->data(**docid);
                if (!data) return data.error();
                planned.old_docid = *docid;
                old_checksum = data->source_checksum;
            }
        }
        const bool is_same = planned.old_docid && old_checksum == planned.checksum;
        if (record.restricted)
            planned.action = LoadAction::restrict_;
        else if (is_same)
            planned.action = plan_.rebuilds_all ? LoadAction::rebuild : LoadAction::keep;
        else if (planned.old_docid)
            planned.action = LoadAction::change;
        plan_.records.push_back(std::move(planned));
        return {};
    }

    Result<void> take_stored(std::uint32_t docid) {
        const auto data = view_->data(docid);
        if (!data) return data.error();
        if (given_.contains(data->id)) return {};
        const RecordSource source = StoredRecord{.id = data->id, .docid = docid, .xml = data->source_xml};
        const auto text = open_record_source(source, view_);
        if (!text) return text.error();
        const auto checked = intake_.take(*text);
        if (!checked.record) {
            auto first = checked.diagnostics.front();
            first.message = "The record \"" + data->id + "\" in the index does not fit the new vocabularies: " + first.message;
            return first;
        }
        plan_.records.push_back(
            {.id = data->id, .action = LoadAction::rebuild, .source = source, .checksum = data->source_checksum, .old_docid = docid});
        return {};
    }

    const RecordIntake& intake_;
    const WorkerView* view_;
    SeenIds seen_;
    std::set<std::string> given_;
    LoadPlan plan_;
};

}  // namespace

bool LoadPlan::changes_anything() const {
    return std::ranges::any_of(records, [](const PlannedRecord& record) {
        return record.action != LoadAction::keep && (record.action != LoadAction::restrict_ || record.old_docid.has_value());
    });
}

std::uint64_t LoadPlan::count(LoadAction action) const {
    return static_cast<std::uint64_t>(std::ranges::count(records, action, &PlannedRecord::action));
}

Result<LoadPlan> plan_load(const std::vector<RecordSource>& sources, const RecordIntake& intake, const WorkerView* view, bool rebuild_all,
                           const LoadProgress& progress) {
    Planner planner(intake, view, rebuild_all);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (auto taken = planner.take_given(sources[i]); !taken) return taken.error();
        progress("checking", i + 1, sources.size());
    }
    if (rebuild_all && view != nullptr) {
        if (auto taken = planner.take_stored(); !taken) return taken.error();
    }
    return planner.finish();
}

}  // namespace palermo
