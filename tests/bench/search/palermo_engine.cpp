// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_directory.hpp"
#include "searchd/search/searcher.hpp"
#include "tests/bench/flat_record.hpp"
#include "tests/bench/search/engines.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace palermo::bench {
namespace {

template <class Value>
Value value_or_throw(Result<Value> result) {
    if (!result) throw std::runtime_error(format(result.error()));
    return std::move(*result);
}

Searcher open_searcher(const std::string& index) {
    const IndexDirectory directory(index);
    const auto generation = value_or_throw(directory.current_generation());
    if (!generation) throw std::runtime_error(index + " has no generation.");
    return value_or_throw(Searcher::open(value_or_throw(Snapshot::open(directory, *generation))));
}

/// As a person types it.
std::string text_of(const Question& question) {
    switch (question.join) {
        case Join::none: return {};
        case Join::all: return joined(question.words, " ");
        // More than a handful side by side are any of them.
        case Join::any: return joined(question.words, question.kind == QuestionKind::known_item ? " " : " OR ");
        case Join::phrase: return '"' + joined(question.words, " ") + '"';
    }
    return {};
}

SearchRequest request_of(const Question& question, Mode mode) {
    SearchRequest request;
    request.text = text_of(question);
    request.size = hits_asked;
    request.wants_passages = mode == Mode::passages;
    if (mode == Mode::pivots) request.counts = {.pivots = usual_counts().pivots, .histograms = {}, .sentences = false};
    for (const auto& choice : question.choices) {
        auto name = choice.facet;
        std::ranges::replace(name, '_', '-');
        request.facets[facet_named(name).value()].included.push_back(choice.value);
    }
    return request;
}

void add_counts(std::vector<FacetValueCount>& counts, const std::string& facet, const std::vector<Bucket>& buckets) {
    for (const auto& bucket : buckets) {
        if (bucket.count > 0) counts.push_back({facet, bucket.value.id, bucket.count});
        add_counts(counts, facet, bucket.children);
    }
}

class PalermoEngine : public Engine {
public:
    explicit PalermoEngine(const std::string& index) : searcher_(open_searcher(index)) {}

    void ask(const Question& question, Mode mode) override {
        const auto request = request_of(question, mode);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        auto answered =
            value_or_throw(mode == Mode::hits ? searcher_.find(request, hits_asked, deadline) : searcher_.search(request, deadline));
        auto* result = std::get_if<SearchResult>(&answered);
        if (result == nullptr) throw std::runtime_error("Palermo does not answer \"" + request.text + "\".");
        result_ = std::move(*result);
    }

    [[nodiscard]] Answer answer() const override {
        Answer answer{.ids = {}, .total = std::nullopt, .counts = {}, .passages = 0, .is_wider = false};
        answer.is_wider = std::ranges::any_of(result_.parts, [](const QueryPart& part) { return !part.concepts.empty(); });
        for (const auto& hit : result_.hits) {
            answer.ids.push_back(hit.id);
            if (hit.passage) ++answer.passages;
        }
        if (!result_.facets.empty()) answer.total = result_.total;
        for (const auto& counts : result_.facets) {
            const auto facet = flat_name(name_of(counts.facet));
            add_counts(answer.counts, facet, counts.buckets);
            if (counts.not_recorded.count > 0) answer.counts.push_back({facet, std::string(not_recorded), counts.not_recorded.count});
        }
        return answer;
    }

private:
    Searcher searcher_;
    SearchResult result_;
};

}  // namespace

EngineKind palermo_engine() {
    return {.name = "palermo",
            .modes = {Mode::hits, Mode::facets, Mode::pivots, Mode::passages},
            .version = PALERMO_VERSION,
            .open = [](const std::string& index) -> std::unique_ptr<Engine> { return std::make_unique<PalermoEngine>(index); }};
}

}  // namespace palermo::bench
