// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "corpus/record_reader.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/load/document_builder.hpp"
#include "indexer/load/publisher.hpp"
#include "indexer/load/segment_builder.hpp"
#include "indexer/load/segment_rewriter.hpp"
#include "indexer/load/writer_lock.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace palermo {
namespace {

/// More segments than this cost every search more than merging two of them costs a load.
constexpr std::size_t max_segments = 8;

std::string now_utc() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::string text(sizeof "2026-11-23T20:00:00Z", '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
    return text;
}

/// One load under the writer's lock, step by step.
class Load {
public:
    Load(const LoadRequest& request, WriterLock lock, RecordIntake intake)
        : request_(request), directory_(request.index), lock_(std::move(lock)), intake_(std::move(intake)) {}

    Result<LoadReport> run() {
        step("pruning");
        if (auto pruned = prune(directory_, lock_); !pruned) return pruned.error();
        if (auto opened = open_live_generation(); !opened) return opened.error();
        auto plan = plan_load(request_.sources, intake_, view(), settings_changed_,
                              [this](auto name, auto done, auto total) { step(name, done, total); });
        if (!plan) return plan.error();
        if (plan->changes_anything()) {
            if (auto made = make_generation(*plan); !made) return made.error();
        }
        return report(*plan);
    }

private:
    void step(std::string_view name, std::size_t done = 0, std::size_t total = 0) const {
        if (request_.progress) request_.progress(name, done, total);
    }

    const WorkerView* view() const { return view_ ? &*view_ : nullptr; }

    std::string new_segment_id() { return std::to_string(next_.generation) + '-' + std::to_string(++segments_made_); }

    /// Opens what is live and decides whether its documents were made by the same rules.
    Result<void> open_live_generation() {
        const auto vocabularies = describe_vocabularies(request_.schemas);
        if (!vocabularies) return vocabularies.error();
        const auto generation = directory_.current_generation();
        if (!generation) return generation.error();
        if (!*generation) return {};
        auto manifest = directory_.read_manifest(**generation);
        if (!manifest) return manifest.error();
        live_ = std::move(*manifest);
        settings_changed_ = live_.analyzer != Analyzer::settings() || live_.vocabularies != *vocabularies;
        auto snapshot = Snapshot::open(directory_, **generation);
        if (!snapshot) return snapshot.error();
        auto view = WorkerView::open(std::move(*snapshot));
        if (!view) return view.error();
        view_.emplace(std::move(*view));
        return {};
    }

    Result<void> make_generation(const LoadPlan& plan) {
        next_ = live_;
        next_.format_version = layout::format_version;
        next_.generation = live_.generation + 1;
        next_.created = now_utc();
        next_.created_by = "palermo-indexer " PALERMO_VERSION;
        next_.analyzer = Analyzer::settings();
        step("storing vocabularies");
        auto vocabularies = store_vocabularies(directory_, request_.schemas);
        if (!vocabularies) return vocabularies.error();
        next_.vocabularies = std::move(*vocabularies);
        if (auto erased = erase_old(plan); !erased) return erased;
        if (auto built = build_new(plan); !built) return built;
        if (auto merged = merge_small(); !merged) return merged;
        count_records();
        step("publishing");
        if (auto published = publish(directory_, next_, lock_); !published) return published;
        published_ = true;
        step("pruning");
        return prune(directory_, lock_);
    }

    void count_records() {
        next_.record_count = 0;
        std::uint64_t words = 0;
        for (const auto& segment : next_.segments) {
            next_.record_count += segment.record_count;
            words += segment.word_count;
        }
        next_.ranking = choose_ranking(words, next_.record_count);
    }

    /// Takes documents that changed or went out of the segments that hold them.
    Result<void> erase_old(const LoadPlan& plan) {
        if (plan.rebuilds_all) {
            next_.segments.clear();
            return {};
        }
        std::map<std::size_t, std::vector<std::uint32_t>> erased;
        for (const auto& record : plan.records) {
            if (record.action == LoadAction::keep || !record.old_docid) continue;
            if (const auto segment = view_->snapshot().segment_of(*record.old_docid)) erased[*segment].push_back(*record.old_docid);
        }
        std::vector<SegmentEntry> segments;
        for (std::size_t i = 0; i < next_.segments.size(); ++i) {
            const auto& segment = next_.segments[i];
            const auto& docids = erased[i];
            if (docids.size() == segment.record_count) continue;
            if (docids.empty()) {
                segments.push_back(segment);
                continue;
            }
            step("rewriting a segment");
            auto rewritten = rewrite_segments(directory_, {&segment, 1}, docids, new_segment_id());
            if (!rewritten) return rewritten.error();
            segments.push_back(std::move(*rewritten));
        }
        next_.segments = std::move(segments);
        return {};
    }

    Result<void> build_new(const LoadPlan& plan) {
        const auto is_built = [](const PlannedRecord& record) {
            return record.action != LoadAction::keep && record.action != LoadAction::restrict_;
        };
        const auto total = static_cast<std::size_t>(std::ranges::count_if(plan.records, is_built));
        if (total == 0) return {};
        auto builder = SegmentBuilder::begin(directory_, new_segment_id(), next_.next_docid);
        if (!builder) return builder.error();
        Analyzer analyzer;
        std::size_t done = 0;
        for (const auto& planned : plan.records) {
            if (!is_built(planned)) continue;
            if (auto added = build(planned, analyzer, *builder); !added) return added;
            step("indexing", ++done, total);
        }
        step("sealing");
        auto sealed = builder->seal();
        if (!sealed) return sealed.error();
        next_.next_docid = sealed->last_docid + 1;
        next_.segments.push_back(std::move(*sealed));
        return {};
    }

    Result<void> build(const PlannedRecord& planned, Analyzer& analyzer, SegmentBuilder& builder) const {
        const auto text = open_record_source(planned.source, view());
        if (!text) return text.error();
        if (checksum_of(text->original()) != planned.checksum) {
            return error_at(text->name(), "The file was changed while it was loaded.", "Load again when nobody writes to it.");
        }
        const auto record = read_record(*text);
        if (!record) return record.error();
        const auto added =
            builder.add(build_document(*record, *text, intake_.vocabularies(), analyzer, builder.texts()), text->text().size());
        if (!added) return added.error();
        return {};
    }

    /// Merges the two smallest neighbours until there are few enough segments.
    Result<void> merge_small() {
        auto& segments = next_.segments;
        while (segments.size() > max_segments) {
            std::size_t smallest = 0;
            const auto pair_size = [&](std::size_t i) { return segments[i].record_count + segments[i + 1].record_count; };
            for (std::size_t i = 1; i + 1 < segments.size(); ++i) {
                if (pair_size(i) < pair_size(smallest)) smallest = i;
            }
            step("merging segments");
            const auto first = segments.begin() + static_cast<std::ptrdiff_t>(smallest);
            auto merged = rewrite_segments(directory_, {&*first, 2}, {}, new_segment_id());
            if (!merged) return merged.error();
            *first = std::move(*merged);
            segments.erase(first + 1);
        }
        return {};
    }

    LoadReport report(const LoadPlan& plan) const {
        const auto& now_live = published_ ? next_ : live_;
        const auto given = [&](LoadAction action) { return plan.count(action); };
        LoadReport report{.given = request_.sources.size(),
                          .added = given(LoadAction::add),
                          .changed = given(LoadAction::change),
                          .same = given(LoadAction::keep),
                          .restricted = given(LoadAction::restrict_),
                          .rejected = plan.rejected,
                          .rebuilt = 0,
                          .generation = published_ ? std::optional(next_.generation) : std::nullopt,
                          .live_generation = now_live.generation,
                          .records = now_live.record_count,
                          .seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(),
                          .diagnostics = plan.diagnostics};
        // A given record whose text is the same was built again too; it counts as the same.
        for (const auto& record : plan.records) {
            if (record.action != LoadAction::rebuild) continue;
            ++(std::holds_alternative<StoredRecord>(record.source) ? report.rebuilt : report.same);
        }
        return report;
    }

    const LoadRequest& request_;
    IndexDirectory directory_;
    WriterLock lock_;
    RecordIntake intake_;
    Manifest live_;
    Manifest next_;
    std::optional<WorkerView> view_;
    bool settings_changed_ = false;
    bool published_ = false;
    int segments_made_ = 0;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<LoadReport> load(const LoadRequest& request) {
    auto intake = RecordIntake::open(request.schemas);
    if (!intake) return intake.error();
    auto lock = WriterLock::acquire(IndexDirectory(request.index));
    if (!lock) return lock.error();
    return Load(request, std::move(*lock), std::move(*intake)).run();
}

}  // namespace palermo
