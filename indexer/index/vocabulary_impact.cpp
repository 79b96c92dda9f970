// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/vocabulary_impact.hpp"

#include "corpus/record_reader.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/record_walk.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace palermo {
namespace {

using Ids = std::set<std::string>;

/// The tag, and every concept on the way from it to the top: also those that others stand for.
void add_way(const Vocabulary& vocabulary, const std::string& tag, Ids& way) {
    for (const auto* entry = vocabulary.find(tag); entry != nullptr;) {
        way.insert(entry->id);
        entry = vocabulary.find(entry->replaced_by.empty() ? entry->broader : entry->replaced_by);
    }
}

class ImpactFinder {
public:
    ImpactFinder(const WorkerView& view, Facet facet, const VocabularyDiff& diff, const Vocabulary& next)
        : view_(view), facet_(facet), live_(view.snapshot().vocabularies().of(facet)), next_(next) {
        for (const auto& change : diff.relabelled) direct_.insert(change.id);
        direct_.insert(diff.deprecated.begin(), diff.deprecated.end());
        direct_.insert(diff.renumbered.begin(), diff.renumbered.end());
        for (const auto& change : diff.merged) deep_.insert(change.id);
        for (const auto& change : diff.moved) deep_.insert(change.id);
        deep_.insert(diff.restored.begin(), diff.restored.end());
        deep_.insert(diff.removed.begin(), diff.removed.end());
    }

    Result<VocabularyImpact> run() {
        std::set<std::uint32_t> docids;
        for (const auto* ids : {&direct_, &deep_}) {
            for (const auto& id : *ids) {
                if (auto found = add_cases_under(id, docids); !found) return found.error();
            }
        }
        for (const auto docid : docids) {
            if (auto taken = take(docid); !taken) return taken.error();
        }
        for (auto& [id, cases] : impact_.cases) std::ranges::sort(cases, {}, &AffectedCase::id);
        return count_moves();
    }

private:
    [[nodiscard]] std::string term(const std::string& id) const { return layout::make_term(layout::boolean_field(facet_).prefix, id); }

    /// Where the index has the cases of a concept: under what stands for it.
    Result<void> add_cases_under(const std::string& id, std::set<std::uint32_t>& docids) const {
        const auto* entry = live_.resolve(id);
        if (entry == nullptr) return {};
        const auto found = records_with(view_, term(entry->id));
        if (!found) return found.error();
        docids.insert(found->begin(), found->end());
        return {};
    }

    Result<void> take(std::uint32_t docid) {
        const auto data = view_.data(docid);
        if (!data) return data.error();
        const auto xml = view_.source_xml(docid, *data);
        if (!xml) return xml.error();
        const auto record = read_record(SourceText(data->id, *xml));
        if (!record) return record.error();
        const auto tags = facet_values(*record, facet_);
        Ids way;
        for (const auto& tag : tags) {
            add_way(live_, tag, way);
            add_way(next_, tag, way);
        }
        const AffectedCase affected{.id = data->id, .title = data->title};
        for (const auto& id : direct_) {
            const auto names = [&](const std::string& tag) {
                const auto* entry = live_.resolve(tag);
                return tag == id || (entry != nullptr && entry->id == id);
            };
            const bool is_tagged = std::ranges::any_of(tags, names);
            if (is_tagged && !deep_.contains(id)) impact_.cases[id].push_back(affected);
        }
        for (const auto& id : deep_) {
            if (way.contains(id)) impact_.cases[id].push_back(affected);
        }
        count(tags);
        return {};
    }

    void count(const std::vector<std::string>& tags) {
        Ids before;
        Ids after;
        for (const auto& tag : tags) {
            for (auto& id : live_.with_ancestors(tag)) before.insert(std::move(id));
            for (auto& id : next_.with_ancestors(tag)) after.insert(std::move(id));
        }
        for (const auto& id : before) moves_[id] -= 1;
        for (const auto& id : after) moves_[id] += 1;
    }

    Result<VocabularyImpact> count_moves() {
        for (const auto& entry : next_.concepts()) {
            const auto moved = moves_.find(entry.id);
            if (moved == moves_.end() || moved->second == 0) continue;
            auto before =
                guarded(view_.snapshot().directory().root().string(), [&] { return view_.database().get_termfreq(term(entry.id)); });
            if (!before) return before.error();
            impact_.counts.push_back({.id = entry.id,
                                      .before = *before,
                                      .after = static_cast<std::uint64_t>(static_cast<std::int64_t>(*before) + moved->second)});
        }
        return std::move(impact_);
    }

    const WorkerView& view_;
    Facet facet_;
    const Vocabulary& live_;
    const Vocabulary& next_;
    Ids direct_;
    Ids deep_;
    std::map<std::string, std::int64_t> moves_;
    VocabularyImpact impact_;
};

}  // namespace

Result<VocabularyImpact> find_impact(const WorkerView& view, Facet facet, const VocabularyDiff& diff, const Vocabulary& next) {
    return ImpactFinder(view, facet, diff, next).run();
}

}  // namespace palermo
