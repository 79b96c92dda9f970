// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "indexer/index/file_check.hpp"
#include "indexer/index/generation_vocabularies.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/load/bulk_builder.hpp"
#include "indexer/load/load_planner.hpp"
#include "indexer/load/load_report_json.hpp"
#include "indexer/load/record_taker.hpp"
#include "indexer/load/segment_list.hpp"
#include "indexer/load/vocabulary_files.hpp"
#include "indexer/load/workshop.hpp"
#include "indexer/load/writer_lock.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// What a chunk that is being built, or waits for it, may take; and everything else.
constexpr std::size_t memory_of_chunk = std::size_t{16} << 20U;
constexpr std::size_t memory_elsewhere = std::size_t{192} << 20U;

std::size_t chunks_at_once(std::size_t memory, unsigned threads) {
    const auto chunks = memory > memory_elsewhere ? (memory - memory_elsewhere) / memory_of_chunk : 0;
    return std::clamp<std::size_t>(chunks, threads, std::size_t{2} * threads + 2);
}

/// So few records are done before a second thread has opened its schemas.
constexpr std::size_t few_sources = 64;

unsigned threads_of(const LoadRequest& request, bool rules_changed) {
    if (request.sources.size() <= few_sources && !rules_changed) return 1;
    return request.threads > 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// The live generation was made with other vocabularies or another analysis: all its records are built again.
bool are_rules_changed(const Manifest& live, const std::vector<VocabularyFile>& vocabularies) {
    return live.generation > 0 && (live.analyzer != Analyzer::settings() || live.vocabularies != entries_of(vocabularies));
}

/// Everything but the record itself that decides what becomes of it in the index.
std::string rules_of(const std::vector<VocabularyFile>& vocabularies) {
    const auto analyzer = Analyzer::settings();
    auto rules = std::string(PALERMO_VERSION " ") + std::to_string(layout::format_version) + ' ' + std::to_string(analyzer.version) + ' ' +
                 analyzer.icu_version;
    for (const auto& vocabulary : vocabularies) rules += ' ' + vocabulary.entry.file.checksum;
    return rules;
}

/// One load, step by step.
class Load {
public:
    Load(const LoadRequest& request, LiveGeneration live, std::unique_ptr<Workshop> workshop, std::vector<VocabularyFile> vocabularies)
        : request_(request),
          directory_(request.index),
          live_(std::move(live)),
          workshop_(std::move(workshop)),
          vocabularies_(std::move(vocabularies)),
          rules_changed_(are_rules_changed(live_.manifest(), vocabularies_)),
          planner_(live_, workshop_->vocabularies(), rules_changed_),
          segments_(directory_, live_.manifest().segments, live_.manifest().generation + 1),
          builder_(directory_, *workshop_, segments_, std::max(1U, live_.manifest().next_docid),
                   chunks_at_once(request.memory, workshop_->size()), rules_of(vocabularies_)) {
        if (rules_changed_) segments_.clear();
    }

    Result<void> plan() {
        if (auto whole = check_live(); !whole) return whole.error();
        if (rules_changed_) read_old_vocabularies();
        planner_.reject_unreadable(request_.unreadable);
        if (auto taken = take_given(); !taken) return taken.error();
        if (rules_changed_) {
            if (auto taken = take_stored(); !taken) return taken.error();
        }
        auto& report = planner_.report();
        report.live_generation = live_.manifest().generation;
        report.records = live_.manifest().record_count;
        report.dry_run = request_.dry_run;
        report.refused = request_.strict && report.rejected > 0;
        planner_.finish();
        return {};
    }

    Result<void> make_generation(const WriterLock& lock) {
        if (auto planned = plan(); !planned) return planned;
        auto& report = planner_.report();
        if (report.refused) return {};
        if (!changes_anything(report)) {
            // What an earlier load has left behind is of no use to this one.
            if (auto pruned = prune(directory_, request_.keep, lock); !pruned) return pruned.error();
            return {};
        }
        auto next = finish_segments();
        if (!next) return next.error();
        report.generation = next->generation;
        report.live_generation = next->generation;
        report.records = next->record_count;
        step("publishing");
        report.seconds = seconds();
        if (auto written = write_report(directory_, next->generation, render_json(report)); !written) return written;
        if (auto published = publish(directory_, *next, lock); !published) return published;
        step("pruning");
        remove_chunks();
        if (auto pruned = prune(directory_, request_.keep, lock); !pruned) return pruned.error();
        return {};
    }

    /// At the end: a report of a million records is not copied.
    LoadReport take_report() {
        auto report = std::move(planner_.report());
        if (!report.dry_run) report.seconds = seconds();
        return report;
    }

private:
    void step(std::string_view name, std::size_t done = 0, std::size_t total = 0) const { request_.progress(name, done, total); }

    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }

    Result<void> carry_out(Decision decision) {
        if (request_.dry_run) return {};
        if (decision.erase && !rules_changed_) {
            if (decision.erase->leaves_nothing)
                segments_.scrub(decision.erase->docid);
            else
                segments_.mark_deleted(decision.erase->docid);
        }
        return decision.build ? builder_.add(std::move(*decision.build)) : Result<void>();
    }

    /// A segment that is read whole is checked whole before, here or when it is joined to others; what stays as it is keeps its checksums.
    Result<void> check_live() const {
        return rules_changed_ ? check_contents(directory_, live_.manifest()) : check_at_a_glance(directory_, live_.manifest());
    }

    /// For the counts that move. Where a later program can no longer read one it must not keep the records from being built again.
    void read_old_vocabularies() {
        if (auto old = open_vocabularies(directory_, live_.manifest())) planner_.was_made_with(std::move(*old));
    }

    Result<void> take_given() {
        std::size_t done = 0;
        auto taken = take_records(request_.sources, live_, *workshop_, rules_changed_, [&](TakenRecord record) {
            auto carried = carry_out(planner_.take(std::move(record)));
            step(request_.dry_run ? "comparing" : "loading", ++done, request_.sources.size());
            return carried;
        });
        if (!taken || !request_.mirror) return taken;
        return remove_others();
    }

    Result<void> remove_others() {
        if (planner_.report().rejected > 0) {
            planner_.report().diagnostics.push_back({.severity = Severity::warning,
                                                     .message = "Nothing was removed, since a rejected file may be any record.",
                                                     .mend = "Mend what was rejected and mirror again."});
            return {};
        }
        for (const auto& held : planner_.not_given()) {
            auto decision = planner_.remove(held);
            if (!decision) return decision.error();
            if (auto carried = carry_out(std::move(*decision)); !carried) return carried;
        }
        return {};
    }

    /// The records that only the index has, built again by the new rules.
    Result<void> take_stored() {
        std::vector<RecordSource> sources;
        if (!request_.mirror || planner_.report().rejected > 0) {
            for (auto& held : planner_.not_given()) sources.emplace_back(std::move(held));
        }
        std::size_t done = 0;
        return take_records(sources, live_, *workshop_, true, [&](TakenRecord record) -> Result<void> {
            auto decision = planner_.rebuild(std::move(record));
            if (!decision) return decision.error();
            step("building again", ++done, sources.size());
            return carry_out(std::move(*decision));
        });
    }

    /// A large load leaves thousands of files: all cores remove them. What cannot be removed is told by prune().
    void remove_chunks() {
        std::vector<std::future<void>> removed;
        std::error_code error;
        for (const auto& chunk : std::filesystem::directory_iterator(directory_.loading(), error)) {
            removed.push_back(workshop_->start([path = chunk.path()](const Workbench&) {
                std::error_code ignored;
                std::filesystem::remove_all(path, ignored);
            }));
        }
        for (const auto& each : removed) each.wait();
    }

    Result<Manifest> finish_segments() {
        step("sealing");
        const auto next_docid = builder_.finish();
        if (!next_docid) return next_docid.error();
        step("merging segments");
        if (auto scrubbed = segments_.write_scrubbed(); !scrubbed) return scrubbed.error();
        segments_.drop_empty();
        if (request_.merge) {
            if (auto merged = segments_.merge(); !merged) return merged.error();
        }
        step("storing vocabularies");
        if (auto stored = store_vocabularies(directory_, vocabularies_); !stored) return stored.error();
        const auto& report = planner_.report();
        auto next = successor(live_.manifest(), {.kind = ChangeKind::load,
                                                 .added = report.added,
                                                 .changed = report.changed,
                                                 .removed = report.removed,
                                                 .rebuilt = report.rebuilt});
        next.analyzer = Analyzer::settings();
        next.vocabularies = entries_of(vocabularies_);
        next.next_docid = *next_docid;
        set_segments(next, segments_.segments());
        return next;
    }

    const LoadRequest& request_;
    IndexDirectory directory_;
    LiveGeneration live_;
    std::unique_ptr<Workshop> workshop_;
    std::vector<VocabularyFile> vocabularies_;
    bool rules_changed_;
    LoadPlanner planner_;
    SegmentList segments_;
    BulkBuilder builder_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

Result<std::unique_ptr<Load>> prepare(const LoadRequest& request) {
    auto vocabularies = read_vocabulary_files(request.schemas);
    if (!vocabularies) return vocabularies.error();
    auto live = LiveGeneration::open(IndexDirectory(request.index));
    if (!live) return live.error();
    const auto threads = threads_of(request, are_rules_changed(live->manifest(), *vocabularies));
    auto workshop = Workshop::open(request.schemas, request.identity, threads);
    if (!workshop) return workshop.error();
    return std::make_unique<Load>(request, std::move(*live), std::move(*workshop), std::move(*vocabularies));
}

}  // namespace

Result<LoadReport> load(const LoadRequest& request) {
    if (request.dry_run) {
        auto load = prepare(request);
        if (!load) return load.error();
        if (auto planned = (*load)->plan(); !planned) return planned.error();
        return (*load)->take_report();
    }
    const auto lock = WriterLock::acquire(IndexDirectory(request.index), "load");
    if (!lock) return lock.error();
    request.progress("pruning", 0, 0);
    if (auto pruned = prune(IndexDirectory(request.index), request.keep, *lock, Leftovers::keep_chunks); !pruned) return pruned.error();
    auto load = prepare(request);
    if (!load) return load.error();
    if (auto made = (*load)->make_generation(*lock); !made) {
        // On a full disk half a segment helps nobody; whole chunks wait for the next load.
        load->reset();
        std::ignore = prune(IndexDirectory(request.index), every_generation, *lock, Leftovers::keep_chunks);
        return made.error();
    }
    return (*load)->take_report();
}

}  // namespace palermo
