// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/config.hpp"

#include "searchd/command_line.hpp"
#include "searchd/config_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <string>
#include <variant>
#include <vector>

namespace palermo {
namespace {

std::variant<Config, EarlyEnd> read(std::vector<std::string> words) {
    std::vector<const char*> argv{"palermo-searchd"};
    for (const auto& word : words) argv.push_back(word.c_str());
    return read_command_line(static_cast<int>(argv.size()), argv.data());
}

Config config_of(const std::vector<std::string>& words) {
    const auto choice = read(words);
    if (const auto* end = std::get_if<EarlyEnd>(&choice)) FAIL(end->text);
    return std::get<Config>(choice);
}

EarlyEnd end_of(const std::vector<std::string>& words) {
    const auto choice = read(words);
    REQUIRE(std::holds_alternative<EarlyEnd>(choice));
    return std::get<EarlyEnd>(choice);
}

Diagnostic toml_error(std::string_view text) {
    Config config;
    const auto applied = apply_toml(text, "searchd.toml", config);
    REQUIRE(applied.has_error());
    return applied.error();
}

}  // namespace

TEST_CASE("an index is all that must be named", "[config]") {
    auto expected = default_config();
    expected.index = "/some/index";
    CHECK(config_of({"--index", "/some/index"}) == expected);
    CHECK(expected.listen == ListenAddress{"127.0.0.1", 8080});
    CHECK(expected.workers >= 1);
    const auto end = end_of({});
    CHECK(end.exit_code == 2);
    CHECK(end.text == "error: No index is named. Add --index DIR, or index = \"DIR\" to the file of --config.\n");
}

TEST_CASE("the command line beats the file, the file beats the defaults", "[config]") {
    const test::TempDirectory directory;
    const auto file = directory.write(
        "c.toml", "index = \"from-file\"\nworkers = 3\nsearch-timeout = 700\nallow-indexing = true\nlog-level = \"error\"\n");
    const auto config = config_of({"--config", file.string(), "--workers=5", "--listen", "[::1]:0"});
    CHECK(config.index == "from-file");
    CHECK(config.workers == 5);
    CHECK(config.search_timeout_ms == 700);
    CHECK(config.allow_indexing);
    CHECK(config.log_level == "error");
    CHECK(config.listen == ListenAddress{"::1", 0});
    CHECK(config.drain_timeout_ms == Config{}.drain_timeout_ms);
}

TEST_CASE("what is wrong in a file is named with its line and column", "[config]") {
    struct Case {
        std::string text;
        int line;
        int column;
        std::string message;
    };
    for (const auto& wrong : std::vector<Case>{
             {"# first\nlisen = \"x\"", 2, 1, "There is no setting \"lisen\"."},
             {"workers = 0", 1, 1, "The setting workers cannot be 0."},
             {"\n\n  workers = 257", 3, 3, "The setting workers cannot be 257."},
             {"workers = -1", 1, 1, "The setting workers cannot be -1."},
             {"workers = \"four\"", 1, 1, "The setting workers must be a whole number."},
             {"workers = 1.5", 1, 1, "The setting workers must be a whole number."},
             {"workers = 2026-11-23", 1, 1, "The setting workers must be a whole number."},
             {"index = 7", 1, 1, "The setting index must be a directory."},
             {"index = \"\"", 1, 1, "The setting index must be a directory."},
             {"listen = 8080", 1, 1, "The setting listen must be an address with a port."},
             {"listen = \"8080\"", 1, 1, "\"8080\" is not an address with a port."},
             {"metrics-listen = 9090", 1, 1, "The setting metrics-listen must be an address with a port, or empty."},
             {"metrics-listen = \"here\"", 1, 1, "\"here\" is not an address with a port."},
             {"workers = 99999999999999999999", 1, 1, "The setting workers cannot be 99999999999999999999."},
             {"index = \"a\"\n  workers=-99_999_999_999_999_999_999 # many", 2, 3,
              "The setting workers cannot be -99_999_999_999_999_999_999."},
             {"listen = 99999999999999999999", 1, 30, "From here on the file is not TOML."},
             {"result-cache = -1", 1, 1, "The setting result-cache cannot be -1."},
             {"allow-indexing = \"yes\"", 1, 1, "The setting allow-indexing must be true or false."},
             {"log-level = \"loud\"", 1, 1, "The setting log-level knows debug, info, warning, error and off."},
             {"[searchd]\nworkers = 4", 1, 2, "There is no setting \"searchd\"."},
             {"index = \"a\"\nworkers 4", 2, 9, "From here on the file is not TOML."},
             {"index = \"a\"\nindex = \"b\"", 2, 9, "From here on the file is not TOML."},
             {"index = \"\xff\"", 1, 9, "From here on the file is not TOML."},
         }) {
        INFO(wrong.text);
        const auto found = toml_error(wrong.text);
        CHECK(found.message == wrong.message);
        CHECK(found.place.file == "searchd.toml");
        CHECK(found.place.line == wrong.line);
        CHECK(found.place.column == wrong.column);
        CHECK_FALSE(found.mend.empty());
    }
}

TEST_CASE("a number that is too large for any type is told its range, in the file and as an option", "[config]") {
    CHECK(toml_error("workers = 99999999999999999999").mend == "Choose a number from 1 to 256.");
    CHECK(end_of({"--index", "x", "--workers", "99999999999999999999"}).text ==
          "error: The setting workers cannot be 99999999999999999999. Choose a number from 1 to 256.\n");
}

TEST_CASE("--allow-indexing beats the file in both directions, and is silent when it is not typed", "[config]") {
    const test::TempDirectory directory;
    const auto open = directory.write("open.toml", "index = \"x\"\nallow-indexing = true\n").string();
    const auto closed = directory.write("closed.toml", "index = \"x\"\nallow-indexing = false\n").string();
    CHECK(config_of({"--config", open}).allow_indexing);
    CHECK_FALSE(config_of({"--config", open, "--allow-indexing=false"}).allow_indexing);
    CHECK(config_of({"--config", closed, "--allow-indexing"}).allow_indexing);
    CHECK(config_of({"--config", closed, "--allow-indexing=true"}).allow_indexing);
    CHECK_FALSE(config_of({"--config", closed}).allow_indexing);
    CHECK(end_of({"--config", open, "--allow-indexing=perhaps"}).exit_code == 2);
}

TEST_CASE("a config file that cannot be read is named", "[config]") {
    const test::TempDirectory directory;
    for (const auto& file : {directory.path() / "missing.toml", directory.path()}) {
        const auto end = end_of({"--config", file.string()});
        CHECK(end.exit_code == 2);
        CHECK(end.text.find(file.string() + ": error: This file cannot be read.") == 0);
    }
    const auto empty = directory.write("empty.toml", "");
    CHECK(config_of({"--config", empty.string(), "--index", "x"}).index == "x");
}

TEST_CASE("wrong options end with a sentence and code 2", "[config]") {
    for (const auto& words : std::vector<std::vector<std::string>>{{"--index"},
                                                                   {"--index", "x", "--unknown"},
                                                                   {"--index", "x", "stray"},
                                                                   {"--index", "x", "--workers", "many"},
                                                                   {"--index", "x", "--workers", "99999999999999999999"},
                                                                   {"--index", "x", "--workers", "0"},
                                                                   {"--index", "x", "--listen", "nowhere"},
                                                                   {"--index", "x", "--log-level", "loud"},
                                                                   {"--index", ""}}) {
        INFO(words.back());
        const auto end = end_of(words);
        CHECK(end.exit_code == 2);
        CHECK(end.text.starts_with("error: "));
        CHECK(end.text.ends_with(".\n"));
    }
}

TEST_CASE("addresses are numeric and have a port", "[config]") {
    CHECK(*parse_listen_address("0.0.0.0:80") == ListenAddress{"0.0.0.0", 80});
    CHECK(*parse_listen_address("localhost:1") == ListenAddress{"127.0.0.1", 1});
    CHECK(*parse_listen_address("[::]:65535") == ListenAddress{"::", 65535});
    for (const auto* text : {"", ":", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:8o", "::1:80",
                             "[127.0.0.1]:80", "example.org:80", "1.2.3:80", "[::1]", "127.0.0.1: 80"}) {
        INFO(text);
        CHECK(parse_listen_address(text).has_error());
    }
    CHECK(format(ListenAddress{"::1", 80}) == "[::1]:80");
}

TEST_CASE("metrics are served nowhere until an address is given", "[config]") {
    CHECK_FALSE(config_of({"--index", "x"}).metrics_listen.has_value());
    CHECK(config_of({"--index", "x", "--metrics-listen", "127.0.0.1:9090"}).metrics_listen == ListenAddress{"127.0.0.1", 9090});
    CHECK_FALSE(config_of({"--index", "x", "--metrics-listen", ""}).metrics_listen.has_value());
    // With port 0 the system picks two.
    CHECK(config_of({"--index", "x", "--listen", "[::1]:0", "--metrics-listen", "[::1]:0"}).metrics_listen == ListenAddress{"::1", 0});
    CHECK(end_of({"--index", "x", "--listen", "[::1]:9", "--metrics-listen", "[::1]:9"}).exit_code == 2);
}

TEST_CASE("--check-config prints a file that means the same", "[config]") {
    const auto end = end_of({"--check-config", "--index", "a \"b\"\\ c", "--listen", "[::1]:9", "--workers", "7", "--allow-indexing"});
    CHECK(end.exit_code == 0);
    Config again;
    REQUIRE(apply_toml(end.text, "printed", again).has_value());
    CHECK(again == config_of({"--index", "a \"b\"\\ c", "--listen", "[::1]:9", "--workers", "7", "--allow-indexing"}));
    const auto measured = end_of({"--check-config", "--index", "x", "--metrics-listen", "[::1]:10", "--result-cache", "5"});
    REQUIRE(apply_toml(measured.text, "printed", again).has_value());
    CHECK(again.metrics_listen == ListenAddress{"::1", 10});
    CHECK(again.result_cache_mib == 5);
    CHECK(end_of({"--check-config"}).exit_code == 2);
}

TEST_CASE("help and version go to standard output", "[config]") {
    const auto help = end_of({"--help"});
    CHECK(help.exit_code == 0);
    for (const auto* word : {"--index DIR", "--listen ADDRESS:PORT", "--check-config", "Exit codes:", "SIGTERM"}) {
        INFO(word);
        CHECK(help.text.find(word) != std::string::npos);
    }
    CHECK(end_of({"--version"}).text.starts_with("palermo-searchd "));
}

TEST_CASE("the example file sets every setting to its default", "[config]") {
    const auto file = std::string(PALERMO_SOURCE_DIR) + "/searchd/searchd.toml";
    Config expected;
    expected.index = "/var/lib/palermo/index";
    Config read;
    REQUIRE(apply_config_file(file, read).has_value());
    CHECK(read == expected);
}

}  // namespace palermo
