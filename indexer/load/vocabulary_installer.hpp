// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace palermo {

/// A vocabulary file put in the place of another, at one stroke, with the old one kept beside it.
class VocabularyInstaller {
public:
    /// `file` becomes `content`; what it was stays as NAME.VERSION.rdf, `old_version` being its own.
    [[nodiscard]] static Result<VocabularyInstaller> install(const std::filesystem::path& file, std::string_view content,
                                                             const std::string& old_version);

    [[nodiscard]] const std::filesystem::path& kept() const { return kept_; }

    /// As if it had not been installed.
    [[nodiscard]] Result<void> put_back() const;

private:
    VocabularyInstaller(std::filesystem::path file, std::filesystem::path kept, std::string old_content, bool kept_is_new);

    std::filesystem::path file_;
    std::filesystem::path kept_;
    std::string old_content_;
    bool kept_is_new_;  ///< false when an equal copy lay there already
};

/// The bytes of a file as they are.
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& file);

}  // namespace palermo
