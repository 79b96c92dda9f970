// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet.hpp"
#include "indexer/index/layout.hpp"
#include "tests/bench/facet_slots.hpp"
#include "tests/bench/flat_record.hpp"
#include "tests/bench/search/engines.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <utility>

namespace palermo::bench {
namespace {

std::string term_of(const FacetChoice& choice) {
    for (const auto facet : all_facets) {
        if (choice.facet == flat_name(name_of(facet))) return layout::make_term(layout::boolean_field(facet).prefix, choice.value);
    }
    return {};
}

class XapianEngine : public Engine {
public:
    XapianEngine(const std::string& index, bool counts) : database_(index), enquire_(database_), stem_("en"), counts_(counts) {}

    void ask(const Question& question, Mode mode) override {
        hits_.clear();
        packed_.clear();
        passages_ = 0;
        const auto words = words_of(question);
        enquire_.set_query(narrowed(words, question, {}));
        // Without words the newest come first.
        if (question.join == Join::none)
            enquire_.set_sort_by_value(layout::decided_latest.slot, true);
        else
            enquire_.set_sort_by_relevance();
        if (mode == Mode::hits) return take_hits(enquire_.get_mset(0, hits_asked));
        count_all(words, question, mode);
    }

    [[nodiscard]] Answer answer() const override {
        Answer answer{.ids = hits_, .total = std::nullopt, .counts = {}, .passages = passages_, .is_wider = false};
        if (counts_) answer.total = total_;
        for (const auto& [facet, counts] : packed_) {
            std::map<std::string, std::uint64_t> counts_of_values;
            for (const auto& [values, count] : counts) {
                for (std::size_t begin = 0; begin < values.size();) {
                    const auto end = values.find(between_values, begin);
                    counts_of_values[values.substr(begin, end - begin)] += count;
                    begin = end + 1;
                }
            }
            for (const auto& [value, count] : counts_of_values) answer.counts.push_back({facet, value, count});
        }
        return answer;
    }

private:
    using PackedCounts = std::vector<std::pair<std::string, std::uint64_t>>;

    Xapian::Query words_of(const Question& question) const {
        if (question.join == Join::none) return Xapian::Query::MatchAll;
        std::vector<std::string> terms;
        // As TermGenerator has it: places are those of words as written.
        for (const auto& word : question.words) terms.push_back(question.join == Join::phrase ? word : "Z" + stem_(word));
        const auto join = question.join == Join::all   ? Xapian::Query::OP_AND
                          : question.join == Join::any ? Xapian::Query::OP_OR
                                                       : Xapian::Query::OP_PHRASE;
        return {join, terms.begin(), terms.end()};
    }

    /// By every choice but that of the facet `but`.
    static Xapian::Query narrowed(Xapian::Query query, const Question& question, const std::string& but) {
        for (const auto& choice : question.choices) {
            if (choice.facet != but) query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(term_of(choice)));
        }
        return query;
    }

    void take_hits(const Xapian::MSet& matches) {
        for (auto match = matches.begin(); match != matches.end(); ++match) hits_.push_back(match.get_document().get_value(id_slot));
    }

    void count_all(const Xapian::Query& words, const Question& question, Mode mode) {
        std::map<std::string, Xapian::ValueCountMatchSpy> spies;
        for (const auto facet : all_facets) {
            auto name = flat_name(name_of(facet));
            const bool is_chosen = std::ranges::any_of(question.choices, [&](const auto& choice) { return choice.facet == name; });
            if (!is_chosen) spies.try_emplace(std::move(name), facet_slot(flat_name(name_of(facet))).value());
        }
        for (auto& [facet, spy] : spies) enquire_.add_matchspy(&spy);
        const auto matches = enquire_.get_mset(0, hits_asked, database_.get_doccount());
        enquire_.clear_matchspies();
        total_ = matches.get_matches_estimated();
        for (const auto& [facet, spy] : spies) keep(facet, spy);
        take_hits(matches);
        if (mode == Mode::passages) take_passages(matches);
        for (const auto& choice : question.choices) count_sideways(narrowed(words, question, choice.facet), choice.facet);
    }

    void count_sideways(const Xapian::Query& query, const std::string& facet) {
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(query);
        Xapian::ValueCountMatchSpy spy(facet_slot(facet).value());
        enquire.add_matchspy(&spy);
        (void)enquire.get_mset(0, 0, database_.get_doccount());
        keep(facet, spy);
    }

    void keep(const std::string& facet, const Xapian::ValueCountMatchSpy& spy) {
        auto& counts = packed_.emplace_back(facet, PackedCounts()).second;
        for (auto value = spy.values_begin(); value != spy.values_end(); ++value) counts.emplace_back(*value, value.get_termfreq());
    }

    void take_passages(const Xapian::MSet& matches) {
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            const auto text = match.get_document().get_data();
            if (!matches.snippet(text, 300, stem_).empty()) ++passages_;
        }
    }

    Xapian::Database database_;
    Xapian::Enquire enquire_;
    Xapian::Stem stem_;
    bool counts_;
    std::vector<std::string> hits_;
    std::vector<std::pair<std::string, PackedCounts>> packed_;
    std::uint64_t total_ = 0;
    std::size_t passages_ = 0;
};

}  // namespace

EngineKind xapian_engine() {
    return {.name = "xapian",
            .modes = {Mode::hits},
            .version = Xapian::version_string(),
            .open = [](const std::string& index) -> std::unique_ptr<Engine> { return std::make_unique<XapianEngine>(index, false); }};
}

EngineKind xapian_spy_engine() {
    return {.name = "xapian_spy",
            .modes = {Mode::facets, Mode::passages},
            .version = Xapian::version_string(),
            .open = [](const std::string& index) -> std::unique_ptr<Engine> { return std::make_unique<XapianEngine>(index, true); }};
}

}  // namespace palermo::bench
