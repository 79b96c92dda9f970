// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/options.hpp"

#include "indexer/commands/schemas_directory.hpp"

namespace palermo::commands {

void add_index(CLI::App& command, std::filesystem::path& index) {
    command.add_option("--index", index, "Directory of the index")->required()->type_name("DIR");
}

void add_schemas(CLI::App& command, std::filesystem::path& schemas) {
    schemas = default_schemas_directory();
    command.add_option("--schemas", schemas, "Directory with case-record.xsd and the vocabularies")
        ->type_name("DIR")
        ->capture_default_str();
}

void add_paths(CLI::App& command, std::vector<std::string>& paths) {
    command.add_option("paths", paths, "Record files, directories of them, or - for one record on standard input")
        ->required()
        ->type_name("PATH");
}

void add_config(CLI::App& command, std::filesystem::path& config) {
    command.add_option("--config", config, "Configuration file (TOML): how grave each finding of the identity lint is; see indexer.toml")
        ->type_name("FILE");
}

void add_json(CLI::App& command, bool& json) { command.add_flag("--json", json, "Answer as JSON on standard output"); }

}  // namespace palermo::commands
