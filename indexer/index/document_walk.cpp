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

/// The terms of the documents from `first` to `last`.
class GatheredTerms {
public:
    GatheredTerms(const Xapian::Database& database, std::uint32_t first, std::uint32_t last)
        : first_(first), postings_(std::size_t{last} - first + 1) {
        for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
            auto posting = database.postlist_begin(*term);
            const auto end = database.postlist_end(*term);
            posting.skip_to(first);
            if (posting == end || *posting > last) continue;
            const auto number = static_cast<std::uint32_t>(terms_.size());
            terms_.push_back(*term);
            for (; posting != end && *posting <= last; ++posting)
                postings_[*posting - first].push_back({.term = number, .wdf = posting.get_wdf()});
        }
    }

    void add_to(Xapian::Document& document, std::uint32_t docid) const {
        for (const auto& [term, wdf] : postings_[docid - first_]) document.add_term(terms_[term], wdf);
    }

private:
    struct Posting {
        std::uint32_t term = 0;  ///< index into terms_
        std::uint32_t wdf = 0;
    };

    std::uint32_t first_;
    std::vector<std::string> terms_;
    std::vector<std::vector<Posting>> postings_;  ///< by docid less first_
};

/// What is not a term.
Xapian::Document without_terms(const Xapian::Document& from) {
    Xapian::Document document;
    document.set_data(from.get_data());
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
    auto docid = database.postlist_begin("");
    if (docid != end) docid.skip_to(first);
    while (docid != end && *docid <= last) {
        const auto last_at_once = static_cast<std::uint32_t>(std::min<std::uint64_t>(last, std::uint64_t{*docid} + documents - 1));
        const GatheredTerms terms(database, *docid, last_at_once);
        for (; docid != end && *docid <= last_at_once; ++docid) {
            auto document = without_terms(database.get_document(*docid));
            terms.add_to(document, *docid);
            use(*docid, std::move(document));
        }
    }
}

}  // namespace palermo
