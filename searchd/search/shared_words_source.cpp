// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/shared_words_source.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace palermo {
namespace {

using Words = std::vector<std::vector<std::string>>;

/// The posting list of one form of a word.
struct Cursor {
    std::size_t word = 0;
    Xapian::PostingIterator posting;
    Xapian::PostingIterator end;

    [[nodiscard]] Xapian::docid docid() const { return *posting; }
};

class SharedWordsSource : public Xapian::PostingSource {
public:
    SharedWordsSource(std::shared_ptr<const Words> words, std::size_t least, Deadline deadline)
        : words_(std::move(words)), least_(least), deadline_(deadline) {}

    void init(const Xapian::Database& database) override {
        database_ = database;
        docid_ = 0;
        cursors_.clear();
        for (std::size_t word = 0; word < words_->size(); ++word) {
            for (const auto& term : (*words_)[word])
                cursors_.push_back({word, database_.postlist_begin(term), database_.postlist_end(term)});
        }
        drop_finished();
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return database_.get_doccount() / 2; }
    Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

    void next(double min_weight) override { skip_to(docid_ + 1, min_weight); }

    void skip_to(Xapian::docid target, double) override {
        if (std::chrono::steady_clock::now() > deadline_) throw DeadlinePassed();
        while (advance(target)) {
            // Before the document that the `least`-th cursor stands on no document can have so many words.
            const auto nth = cursors_.begin() + static_cast<std::ptrdiff_t>(least_ - 1);
            std::ranges::nth_element(cursors_, nth, {}, &Cursor::docid);
            target = nth->docid();
            if (!advance(target)) return;
            if (words_at(target) >= least_) {
                docid_ = target;
                return;
            }
            ++target;
        }
    }

    bool at_end() const override { return cursors_.size() < least_; }
    Xapian::docid get_docid() const override { return docid_; }
    PostingSource* clone() const override { return new SharedWordsSource(words_, least_, deadline_); }
    std::string get_description() const override { return "SharedWordsSource"; }

private:
    /// Moves every cursor to the target or behind it; false when too few are left.
    bool advance(Xapian::docid target) {
        for (auto& cursor : cursors_) {
            if (cursor.docid() < target) cursor.posting.skip_to(target);
        }
        drop_finished();
        return !at_end();
    }

    void drop_finished() {
        std::erase_if(cursors_, [](const Cursor& cursor) { return cursor.posting == cursor.end; });
    }

    [[nodiscard]] std::size_t words_at(Xapian::docid docid) const {
        std::set<std::size_t> words;
        for (const auto& cursor : cursors_) {
            if (cursor.docid() == docid) words.insert(cursor.word);
        }
        return words.size();
    }

    std::shared_ptr<const Words> words_;
    std::size_t least_;
    Deadline deadline_;
    Xapian::Database database_;
    std::vector<Cursor> cursors_;
    Xapian::docid docid_ = 0;
};

}  // namespace

MatchQuery shares_words(std::vector<std::vector<std::string>> words, std::size_t least, Deadline deadline) {
    if (words.size() < least || least == 0) return {};
    auto* source = new SharedWordsSource(std::make_shared<const Words>(words), least, deadline);
    return {Xapian::Query(source->release()), MatchNode{MatchNode::Sharing{std::move(words), least}}};
}

}  // namespace palermo
