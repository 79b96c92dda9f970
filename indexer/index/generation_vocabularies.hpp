// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/index_directory.hpp"

namespace palermo {

/// The vocabularies that a generation was made with. Whatever is wrong with one is damage of the index: nobody writes in these files.
[[nodiscard]] Result<Vocabularies> open_vocabularies(const IndexDirectory& directory, const Manifest& manifest);

}  // namespace palermo
