// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_text.hpp"

#include "corpus/shortened.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// What the bytes say about their encoding: a mark, the pattern of "<?" or the XML declaration.
struct Encoding {
    std::string name;
    std::size_t mark_size = 0;
};

std::string declared_encoding(std::string_view bytes) {
    const auto declaration = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200}));
    if (!declaration.starts_with("<?xml")) return "UTF-8";
    auto begin = declaration.find("encoding");
    if (begin == std::string_view::npos) return "UTF-8";
    begin = declaration.find_first_of("\"'", begin);
    if (begin == std::string_view::npos) return "UTF-8";
    const auto end = declaration.find(declaration[begin], begin + 1);
    if (end == std::string_view::npos) return "UTF-8";
    std::string name(declaration.substr(begin + 1, end - begin - 1));
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return name;
}

Encoding detect_encoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {"UTF-8", 3};
    if (bytes.starts_with("\xFF\xFE"sv)) return {"UTF-16LE", 2};
    if (bytes.starts_with("\xFE\xFF"sv)) return {"UTF-16BE", 2};
    if (bytes.starts_with("<\0"sv)) return {"UTF-16LE", 0};
    if (bytes.starts_with("\0<"sv)) return {"UTF-16BE", 0};
    return {declared_encoding(bytes), 0};
}

/// Behind ASCII characters from `at` on, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t beyond_ascii = 0x8080808080808080;
    for (std::uint64_t eight = 0; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
        std::memcpy(&eight, text.data() + at, sizeof(eight));
        if ((eight & beyond_ascii) != 0) break;
    }
    return at;
}

/// The first byte that is not UTF-8, if there is one.
std::optional<std::size_t> first_invalid_byte(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (auto i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
        const auto start = i;
        UChar32 character = 0;
        U8_NEXT(bytes, i, text.size(), character);
        if (character < 0) return start;
    }
    return std::nullopt;
}

Result<std::string> to_utf8(const std::string& name, std::string_view bytes, const std::string& encoding) {
    auto status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status)) {
        return error_at(name, "The file says that it is " + encoding + ", but holds bytes that are not.",
                        "Save it again as UTF-8, or name its real encoding in the first line.");
    }
    std::string utf8;
    return text.toUTF8String(utf8);
}

Result<SourceText> decode(std::string name, std::string bytes) {
    const auto encoding = detect_encoding(bytes);
    const auto content = std::string_view(bytes).substr(encoding.mark_size);
    if (encoding.name == "UTF-8" || encoding.name == "US-ASCII" || encoding.name == "ASCII") {
        auto source = content.size() == bytes.size() ? SourceText(std::move(name), std::move(bytes))
                                                     : SourceText(std::move(name), std::string(content), bytes);
        const auto invalid = first_invalid_byte(source.text());
        if (!invalid) return source;
        return Diagnostic{.place = source.place_at(*invalid),
                          .message = "This byte is not UTF-8.",
                          .mend =
                              "Save the file as UTF-8, or name its real encoding in the first line: <?xml version=\"1.0\" "
                              "encoding=\"windows-1252\"?>."};
    }
    constexpr std::array known{"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "LATIN1", "WINDOWS-1252"};
    if (std::ranges::find(known, encoding.name) == known.end()) {
        return error_at(std::move(name), "The first line names the encoding " + in_quotes(encoding.name) + ", which is not read here.",
                        "Save the file as UTF-8; UTF-16, ISO-8859-1 and windows-1252 are read too.");
    }
    // Somebody who reads the first line as it stands there has no UTF-16.
    if (encoding.mark_size == 0 && encoding.name.starts_with("UTF-16") && content.starts_with("<?")) {
        return error_at(std::move(name), "The first line says that the file is " + encoding.name + ", and it is not.",
                        "Write encoding=\"UTF-8\" there if it is UTF-8, or save it again as UTF-8.");
    }
    auto text = to_utf8(name, content, encoding.name);
    if (!text) return text.error();
    return SourceText(std::move(name), std::move(*text), std::move(bytes));
}

Diagnostic cannot_read(const fs::path& path, const std::error_code& error) {
    // Also below what is no directory, and where a link leads to itself.
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory ||
        error == std::errc::too_many_symbolic_link_levels) {
        return error_at(path.string(), "There is no such file.", "Check the path.");
    }
    if (error == std::errc::permission_denied) {
        return error_at(path.string(), "You may not read this file.", "Change its permissions or run as its owner.");
    }
    return error_at(path.string(), "The file cannot be read: " + error.message() + ".", "Check the disk and the path.");
}

Diagnostic too_large(std::string name, std::uintmax_t size) {
    constexpr std::uintmax_t megabyte = std::uintmax_t{1024} * 1024;
    return error_at(std::move(name),
                    "The file has " + std::to_string((size + megabyte - 1) / megabyte) + " MB; a record has at most " +
                        std::to_string(max_record_bytes / megabyte) + " MB.",
                    "A file holds one record: split it, or move attachments out and link them.");
}

}  // namespace

Place SourceText::place_at(std::size_t offset) const {
    const std::string_view before = std::string_view(text_).substr(0, offset);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto newline = before.rfind('\n');
    const auto in_line = before.substr(newline == std::string_view::npos ? 0 : newline + 1);
    const auto characters = std::ranges::count_if(in_line, [](char byte) { return !U8_IS_TRAIL(static_cast<std::uint8_t>(byte)); });
    return {.file = name_, .line = static_cast<int>(line), .column = static_cast<int>(characters) + 1};
}

std::size_t SourceText::line_start(int line) const {
    std::size_t start = 0;
    for (int current = 1; current < line; ++current) {
        const auto newline = text_.find('\n', start);
        if (newline == std::string::npos) return text_.size();
        start = newline + 1;
    }
    return start;
}

Result<SourceText> open_source(const fs::path& path) {
    std::error_code error;
    // The size of what is no file is an error that says so: one look at the disk is enough for a file.
    const auto size = fs::file_size(path, error);
    if (error == std::errc::is_a_directory) {
        return error_at(path.string(), "This is a directory, and a record is a file.",
                        "Name the directory itself to load all records in it.");
    }
    if (error == std::errc::not_supported) return error_at(path.string(), "This is not a regular file.", "Copy its content into a file.");
    if (error) return cannot_read(path, error);
    if (size > max_record_bytes) return too_large(path.string(), size);

    std::filebuf file;
    file.pubsetbuf(nullptr, 0);  // all is read at once
    std::string bytes(static_cast<std::size_t>(size), '\0');
    const auto wanted = static_cast<std::streamsize>(size);
    if (file.open(path, std::ios::in | std::ios::binary) == nullptr || file.sgetn(bytes.data(), wanted) != wanted)
        return cannot_read(path, std::make_error_code(std::errc::permission_denied));
    return source_from_bytes(path.string(), std::move(bytes));
}

Result<SourceText> source_from_bytes(std::string name, std::string bytes) {
    if (bytes.size() > max_record_bytes) return too_large(std::move(name), bytes.size());
    auto source = decode(std::move(name), std::move(bytes));
    if (!source) return source;
    if (source->text().find_first_not_of(" \t\r\n") == std::string::npos) {
        return error_at(source->name(), "The file is empty.", "Write a record into it, or remove it.");
    }
    if (const auto zero = source->text().find('\0'); zero != std::string::npos) {
        return Diagnostic{.place = source->place_at(zero),
                          .message = "There is a zero byte here, which no text holds.",
                          .mend = "Remove it; a file that is full of them is no text: save it as plain text in UTF-8."};
    }
    return source;
}

}  // namespace palermo
