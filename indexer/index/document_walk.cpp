// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_walk.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// Terms of a document that its length does not count, about: one a filter.
constexpr double boolean_terms = 64;

std::uint32_t documents_with(std::size_t postings, const Xapian::Database& database) {
    return static_cast<std::uint32_t>(std::max(1.0, static_cast<double>(postings) / (database.get_avlength() + boolean_terms)));
}

/// The postings of so rare a term are read once for all documents. Most terms are, ids for one, and to look for each of them again and
/// again would take more time than all the rest.
constexpr Xapian::doccount rare = 64;

/// The postings of a term from document `first` on.
Xapian::PostingIterator postings_from(const Xapian::Database& database, const std::string& term, Xapian::docid first) {
    auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term)) posting.skip_to(first);
    return posting;
}

/// The terms of the documents from `first` to `last`, as many documents at a time as the one who asks likes.
class TermGatherer {
public:
    TermGatherer(Xapian::Database database, std::uint32_t first, std::uint32_t last) : database_(std::move(database)) {
        for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
            const auto number = static_cast<std::uint32_t>(terms_.size());
            if (term.get_termfreq() > rare) {
                frequent_.push_back(number);
            } else {
                for_each_posting(*term, first, last, [&](std::uint32_t docid, std::uint32_t wdf) {
                    rare_.push_back({.docid = docid, .posting = {.term = number, .wdf = wdf}});
                });
                if (rare_.empty() || rare_.back().posting.term != number) continue;
            }
            terms_.push_back(*term);
        }
        std::ranges::sort(rare_, {}, &RarePosting::docid);
    }

    /// From now on those of the documents from `first` to `last` can be had.
    void gather(std::uint32_t first, std::uint32_t last) {
        first_ = first;
        postings_.assign(std::size_t{last} - first + 1, {});
        for (const auto number : frequent_) {
            for_each_posting(terms_[number], first, last, [&](std::uint32_t docid, std::uint32_t wdf) {
                postings_[docid - first].push_back({.term = number, .wdf = wdf});
            });
        }
        auto next = std::ranges::lower_bound(rare_, first, {}, &RarePosting::docid);
        for (; next != rare_.end() && next->docid <= last; ++next) postings_[next->docid - first].push_back(next->posting);
    }

    void add_to(Xapian::Document& document, std::uint32_t docid) const {
        for (const auto& [term, wdf] : postings_[docid - first_]) document.add_term(terms_[term], wdf);
    }

private:
    struct Posting {
        std::uint32_t term = 0;  ///< index into terms_
        std::uint32_t wdf = 0;
    };
    struct RarePosting {
        std::uint32_t docid = 0;
        Posting posting;
    };

    template <class Use>
    void for_each_posting(const std::string& term, std::uint32_t first, std::uint32_t last, const Use& use) const {
        const auto end = database_.postlist_end(term);
        for (auto posting = postings_from(database_, term, first); posting != end && *posting <= last; ++posting)
            use(*posting, posting.get_wdf());
    }

    Xapian::Database database_;
    std::vector<std::string> terms_;
    std::vector<std::uint32_t> frequent_;  ///< indexes into terms_
    std::vector<RarePosting> rare_;        ///< by docid
    std::uint32_t first_ = 0;
    std::vector<std::vector<Posting>> postings_;  ///< by docid less first_
};

/// What is not a term.
Xapian::Document without_terms(const Xapian::Document& from) {
    Xapian::Document document;
    for (const auto& slot : layout::value_slots) {
        if (auto value = from.get_value(slot.slot); !value.empty()) document.add_value(slot.slot, value);
    }
    return document;
}

}  // namespace

void for_each_document(const Xapian::Database& database, std::uint32_t first, std::uint32_t last,
                       const std::function<void(std::uint32_t, Xapian::Document)>& use, std::size_t at_once) {
    const auto documents = documents_with(at_once, database);
    const auto end = database.postlist_end("");
    auto docid = postings_from(database, "", first);
    TermGatherer terms(database, first, last);
    while (docid != end && *docid <= last) {
        const auto last_at_once = static_cast<std::uint32_t>(std::min<std::uint64_t>(last, std::uint64_t{*docid} + documents - 1));
        terms.gather(*docid, last_at_once);
        for (; docid != end && *docid <= last_at_once; ++docid) {
            auto document = without_terms(database.get_document(*docid));
            terms.add_to(document, *docid);
            use(*docid, std::move(document));
        }
    }
}

bool has_term(const Xapian::Database& database, Xapian::docid docid, const std::string& term) {
    const auto posting = postings_from(database, term, docid);
    return posting != database.postlist_end(term) && *posting == docid;
}

}  // namespace palermo
