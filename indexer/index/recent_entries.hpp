// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace palermo {

/// Values by their keys, at most so many bytes of them: those that have not been asked for for longest make room. Not thread-safe.
template <class Value>
class RecentEntries {
public:
    explicit RecentEntries(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    [[nodiscard]] bool contains(std::string_view key) const { return places_.contains(key); }
    /// Null when it is not kept; valid until the next change.
    [[nodiscard]] const Value* find(std::string_view key) {
        const auto place = places_.find(key);
        if (place == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, place->second);
        return &place->second->value;
    }

    /// Keeps a value of `bytes` under a key that has none, unless there is no room for it even alone. Gives how many went.
    std::size_t keep(std::string key, Value value, std::size_t bytes) {
        std::size_t gone = 0;
        for (; bytes_ + bytes > most_bytes_ && !entries_.empty(); ++gone) drop_oldest();
        if (bytes > most_bytes_) return gone;
        entries_.push_front({std::move(key), std::move(value), bytes});
        places_.emplace(entries_.front().key, entries_.begin());
        bytes_ += bytes;
        return gone;
    }

private:
    struct Entry {
        std::string key;
        Value value;
        std::size_t bytes;
    };
    using Entries = std::list<Entry>;

    void drop_oldest() {
        bytes_ -= entries_.back().bytes;
        places_.erase(entries_.back().key);
        entries_.pop_back();
    }

    std::size_t most_bytes_;
    Entries entries_;                                                          ///< asked for most lately first
    std::unordered_map<std::string_view, typename Entries::iterator> places_;  ///< by the key in the entry
    std::size_t bytes_ = 0;
};

}  // namespace palermo
