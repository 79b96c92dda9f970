// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_text.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <sys/stat.h>

namespace palermo::test {
namespace {

/// Latin text as UTF-16 with its mark.
std::string utf16(const std::string& text, bool little_endian) {
    std::string bytes = little_endian ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text) {
        if (little_endian)
            bytes += {c, '\0'};
        else
            bytes += {'\0', c};
    }
    return bytes;
}

Diagnostic error_of(const std::string& bytes) {
    const auto source = source_from_bytes("x.xml", bytes);
    REQUIRE(source.has_error());
    CHECK_FALSE(source.error().message.empty());
    CHECK_FALSE(source.error().mend.empty());
    return source.error();
}

}  // namespace

TEST_CASE("UTF-8, UTF-16 and Latin-1 are read as the same text", "[corpus][source]") {
    const std::string text = "<?xml version=\"1.0\"?><a/>";
    CHECK(source_from_bytes("x", text)->text() == text);
    CHECK(source_from_bytes("x", "\xEF\xBB\xBF" + text)->text() == text);
    CHECK(source_from_bytes("x", utf16(text, true))->text() == text);
    CHECK(source_from_bytes("x", utf16(text, false))->text() == text);
    CHECK(source_from_bytes("x", utf16(text, true).substr(2))->text() == text);
    CHECK(source_from_bytes("x", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xE9</a>")->text().find("café") !=
          std::string::npos);
    CHECK(source_from_bytes("x", "<?xml version='1.0' encoding='windows-1252'?><a>\x93</a>")->text().find("“") != std::string::npos);
}

TEST_CASE("a text keeps the bytes that it was made of, and they make it again", "[corpus][source]") {
    const std::string text = "<?xml version=\"1.0\"?><a/>";
    const std::vector<std::string> inputs{text,
                                          "\xEF\xBB\xBF" + text,
                                          utf16(text, true),
                                          utf16(text, false),
                                          utf16(text, true).substr(2),
                                          "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xE9</a>",
                                          "<?xml version='1.0' encoding='windows-1252'?><a>\x93</a>"};
    for (const auto& bytes : inputs) {
        const auto source = source_from_bytes("x", bytes);
        REQUIRE(source.has_value());
        CHECK(source->original() == bytes);
        CHECK(source_from_bytes("x", source->original())->text() == source->text());
    }
}

TEST_CASE("bytes that are not text are refused with their place", "[corpus][source]") {
    CHECK(error_of("<a>\nab\xFF</a>").place == Place{"x.xml", 2, 3});
    CHECK(error_of(std::string("<a>\0</a>", 8)).message.find("zero byte") != std::string::npos);
    const auto no_utf16 = error_of("<?xml version=\"1.0\" encoding=\"UTF-16\"?><ab/>");
    CHECK(no_utf16.message == "The first line says that the file is UTF-16, and it is not.");
    CHECK(error_of("").message == "The file is empty.");
    CHECK(error_of(" \n\t").message == "The file is empty.");
    CHECK(error_of("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a/>").message.find("KOI8-R") != std::string::npos);
    CHECK(error_of("\xFF\xFE<").message.find("UTF-16") != std::string::npos);
    CHECK(error_of(std::string(max_record_bytes + 1, ' ')).message.find("at most") != std::string::npos);
}

TEST_CASE("only a regular file of a record's size is opened", "[corpus][source]") {
    const TempDirectory directory;
    const auto huge = directory.write("huge.xml", "");
    std::filesystem::resize_file(huge, std::uintmax_t{200} * 1024 * 1024);
    const auto pipe = directory.path() / "pipe.xml";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(open_source(huge).error().message == "The file has 200 MB; a record has at most 16 MB.");
    CHECK(open_source(directory.path()).error().message.find("directory") != std::string::npos);
    CHECK(open_source(directory.path() / "none.xml").error().message == "There is no such file.");
    std::filesystem::create_symlink("itself.xml", directory.path() / "itself.xml");
    CHECK(open_source(directory.path() / "itself.xml").error().message == "There is no such file.");
    CHECK(open_source(huge / "below.xml").error().message == "There is no such file.");
    CHECK(open_source(pipe).error().message == "This is not a regular file.");
    CHECK(open_source(directory.write("a.xml", "<a/>"))->text() == "<a/>");
}

TEST_CASE("places count characters, not bytes", "[corpus][source]") {
    const SourceText source("x", "é债a\nbc");
    CHECK(source.place_at(0) == Place{"x", 1, 1});
    CHECK(source.place_at(5) == Place{"x", 1, 3});
    CHECK(source.place_at(8) == Place{"x", 2, 2});
    CHECK(source.place_at(1000) == Place{"x", 2, 3});
    CHECK(source.line_start(2) == 7);
    CHECK(source.line_start(9) == source.text().size());
}

}  // namespace palermo::test
