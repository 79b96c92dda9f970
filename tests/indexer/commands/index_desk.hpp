// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <boost/json.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace palermo::test {

/// A directory with records and an index beside them, and palermo-indexer to work on them.
class IndexDesk {
public:
    [[nodiscard]] std::string index() const { return path("index"); }
    [[nodiscard]] std::string records() const { return path("records"); }
    [[nodiscard]] std::string path(const std::string& name) const { return (directory_->path() / name).string(); }

    /// Writes records/ID.xml.
    void write(const TestRecord& record) const { (void)directory_->write("records/" + record.id + ".xml", to_xml(record)); }
    void write(const std::string& name, const std::string& text) const { (void)directory_->write("records/" + name, text); }

    /// A command on the index.
    [[nodiscard]] Finished run(const std::string& command, std::vector<std::string> arguments = {}, const std::string& input = {}) const;
    /// The same with --json.
    [[nodiscard]] boost::json::value ask(const std::string& command, std::vector<std::string> arguments = {}) const;
    /// Loads all records.
    [[nodiscard]] Finished load(std::vector<std::string> options = {}) const;
    /// Adds one record to the index, and so a generation.
    void load_one(const TestRecord& record) const;

    [[nodiscard]] bool holds(const std::string& id) const { return run("show", {id}).exit_code == 0; }
    [[nodiscard]] std::int64_t records_with(const std::string& facet, const std::string& value) const;
    /// Every file below the directory and what is in it.
    [[nodiscard]] std::map<std::string, std::string> files() const;

private:
    std::unique_ptr<TempDirectory> directory_ = std::make_unique<TempDirectory>();
};

[[nodiscard]] bool says(const std::string& text, const std::string& words);

}  // namespace palermo::test
