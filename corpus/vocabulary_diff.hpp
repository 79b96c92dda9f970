// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"

#include <string>
#include <vector>

namespace palermo {

/// A label that was given, changed (both texts) or taken away.
struct LabelChange {
    std::string lang;
    std::string before;
    std::string after;
};

/// One concept whose words changed.
struct Relabelled {
    std::string id;
    std::vector<LabelChange> labels;
    std::vector<LocalText> more_alternatives;
    std::vector<LocalText> fewer_alternatives;
};

/// A concept that another one stands for now.
struct Merged {
    std::string id;
    std::string into;  ///< the one at the end of the replacements
};

/// A concept that stands elsewhere in the tree; an empty id is the top.
struct Moved {
    std::string id;
    std::string from;
    std::string to;
};

/// What one version of a vocabulary says otherwise than another.
struct VocabularyDiff {
    std::string old_version;
    std::string new_version;
    std::vector<std::string> added;
    std::vector<Relabelled> relabelled;
    std::vector<Merged> merged;           ///< newly, or into another than before
    std::vector<std::string> deprecated;  ///< with nothing in their place
    std::vector<std::string> restored;    ///< were replaced or deprecated, and are used again
    std::vector<Moved> moved;             ///< by the file itself; not what follows from a merge above
    std::vector<std::string> renumbered;  ///< another notation
    std::vector<std::string> removed;     ///< not allowed: an id stays for ever

    [[nodiscard]] bool empty() const {
        return added.empty() && relabelled.empty() && merged.empty() && deprecated.empty() && restored.empty() && moved.empty() &&
               renumbered.empty() && removed.empty();
    }
};

/// In the order of the new file; what was removed in that of the old one.
[[nodiscard]] VocabularyDiff diff_vocabularies(const Vocabulary& before, const Vocabulary& after);

}  // namespace palermo
