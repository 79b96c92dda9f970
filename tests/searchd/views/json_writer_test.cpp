// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/json_writer.hpp"

#include "searchd/views/utf8.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>

#include <charconv>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

template <class Value>
std::string written(const Value& value) {
    JsonWriter writer;
    writer.value(value);
    return std::move(writer).take();
}

}  // namespace

TEST_CASE("objects and arrays get their commas by themselves", "[views][json]") {
    JsonWriter writer;
    writer.begin_object();
    writer.member("empty", "");
    writer.name("list");
    writer.begin_array();
    writer.value(1);
    writer.begin_array();
    writer.end_array();
    writer.begin_object();
    writer.end_object();
    writer.null();
    writer.value(true);
    writer.end_array();
    writer.name("inner");
    writer.begin_object();
    writer.member_or_null("no", "");
    writer.member_or_null("yes", std::string("x"));
    writer.end_object();
    writer.member("last", false);
    writer.end_object();
    CHECK(std::move(writer).take() == R"({"empty":"","list":[1,[],{},null,true],"inner":{"no":null,"yes":"x"},"last":false})");
}

TEST_CASE("numbers come back as they were, and what is none is null", "[views][json]") {
    CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
    CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    CHECK(written(0.0) == "0");
    CHECK(written(2.345) == "2.345");
    CHECK(written(std::numeric_limits<double>::infinity()) == "null");
    CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "null");
    std::mt19937_64 random(1);
    for (int i = 0; i < 1000; ++i) {
        const auto number = std::uniform_real_distribution<double>(-1e9, 1e9)(random);
        const auto text = written(number);
        double read = 0;
        CHECK(std::from_chars(text.data(), text.data() + text.size(), read).ptr == text.data() + text.size());
        CHECK(read == number);
        CHECK(json::parse(text).is_double());
    }
}

TEST_CASE("whatever bytes a text has, a reader of JSON gets it clean", "[views][json]") {
    std::mt19937 random(7);
    const std::string alphabet("a\"\\/<\n\t\r\x01\x7F\x00\xC3\xA9\xE2\x82\xFF\xF0\x9F\x98\x80\xED\xA0", 22);
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        const auto size = std::uniform_int_distribution<int>(0, 12)(random);
        for (int n = 0; n < size; ++n) text += alphabet[std::uniform_int_distribution<std::size_t>(0, alphabet.size() - 1)(random)];
        CHECK(json::parse(written(text)).as_string() == clean_utf8(text));
        CHECK(is_clean_utf8(text) == (clean_utf8(text) == text));
    }
}

TEST_CASE("a byte that needs care is seen wherever it stands", "[views][json]") {
    for (int byte = 0; byte < 256; ++byte) {
        for (std::size_t place = 0; place < 20; ++place) {
            std::string text(20, 'a');
            text[place] = static_cast<char>(byte);
            CHECK(json::parse(written(text)).as_string() == clean_utf8(text));
        }
    }
}

}  // namespace palermo
