// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace palermo::test {

/// What someone does to the index of a scene, and is cut off at.
struct Operation {
    std::string name;
    std::vector<std::string> arguments;  ///< of palermo-indexer, without --index
};

/// An index with four generations of small records, one of which, "doomed", is to be taken down; and records to load into copies of it.
/// The two texts of "doomed" (of generations 1 and 2 on) hold words that nothing else holds.
class Scene {
public:
    Scene();

    [[nodiscard]] const std::filesystem::path& base() const { return base_; }
    /// A place for a copy.
    [[nodiscard]] std::filesystem::path place(const std::string& name) const { return directory_.path() / name; }

    [[nodiscard]] Operation add() const;     ///< records that are new, several chunks of them, and a merge
    [[nodiscard]] Operation mirror() const;  ///< changed records, and those not given go
    [[nodiscard]] Operation merge() const;   ///< one new record, and all segments become one
    [[nodiscard]] static Operation remove();
    [[nodiscard]] static Operation rollback();
    [[nodiscard]] static Operation prune();
    [[nodiscard]] std::vector<Operation> all() const { return {add(), mirror(), merge(), remove(), rollback(), prune()}; }

    static const std::vector<std::string>& doomed_words();

private:
    void load_base();

    TempDirectory directory_;
    std::filesystem::path base_;
};

/// The whole command line.
[[nodiscard]] std::vector<std::string> command(const Operation& operation, const std::filesystem::path& index);
[[nodiscard]] Finished run_operation(const Operation& operation, const std::filesystem::path& index);

}  // namespace palermo::test
