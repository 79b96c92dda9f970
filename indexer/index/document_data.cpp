// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_data.hpp"

#include <boost/json.hpp>

#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

/// Raised when the order of fields below changes.
constexpr char version = '\1';

/// Numbers in groups of seven bits, the lowest first; texts and lists behind their size.
class Writer {
public:
    explicit Writer(std::string& bytes) : bytes_(bytes) {}

    void put(std::uint32_t number) {
        for (; number >= 0x80U; number >>= 7U) bytes_ += static_cast<char>((number & 0x7FU) | 0x80U);
        bytes_ += static_cast<char>(number);
    }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    void put(const TextLocation& location) {
        put(location.block);
        put(location.begin);
        put(location.size);
    }
    void put(const StoredIdentifier& identifier) {
        put(identifier.scheme);
        put(identifier.value);
    }
    void put(const StoredIssue& issue) {
        put(issue.concept_id);
        put(issue.role);
        put(issue.paragraphs);
    }
    void put(const StoredParagraph& paragraph) {
        put(paragraph.field);
        put(paragraph.lang);
        put(paragraph.id);
        put(paragraph.first_position);
        put(paragraph.text);
    }
    template <class Item>
    void put(const std::vector<Item>& items) {
        put(static_cast<std::uint32_t>(items.size()));
        for (const auto& item : items) put(item);
    }

private:
    std::string& bytes_;
};

/// The way back. What does not fit makes is_whole() false, and empties what is read from there on.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool is_whole() const { return is_whole_ && rest_.empty(); }

    void get(std::uint32_t& number) {
        number = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            if (rest_.empty()) break;
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            number |= (byte & 0x7FU) << shift;
            if (byte < 0x80U) return;
        }
        stop();
    }
    void get(std::string& text) {
        std::uint32_t size = 0;
        get(size);
        if (size > rest_.size()) return stop();
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    void get(TextLocation& location) {
        get(location.block);
        get(location.begin);
        get(location.size);
    }
    void get(StoredIdentifier& identifier) {
        get(identifier.scheme);
        get(identifier.value);
    }
    void get(StoredIssue& issue) {
        get(issue.concept_id);
        get(issue.role);
        get(issue.paragraphs);
    }
    void get(StoredParagraph& paragraph) {
        get(paragraph.field);
        get(paragraph.lang);
        get(paragraph.id);
        get(paragraph.first_position);
        get(paragraph.text);
    }
    template <class Item>
    void get(std::vector<Item>& items) {
        std::uint32_t size = 0;
        get(size);
        // Every item has a byte at least: a larger size is damage, not a reason to ask for memory.
        if (size > rest_.size()) return stop();
        items.resize(size);
        for (auto& item : items) get(item);
    }

private:
    void stop() {
        is_whole_ = false;
        rest_ = {};
    }

    std::string_view rest_;
    bool is_whole_ = true;
};

/// The order of the fields, for both ways.
template <class Data, class Visit>
void visit_fields(Data& data, Visit visit) {
    visit(data.id);
    visit(data.title);
    visit(data.title_lang);
    visit(data.identifiers);
    visit(data.jurisdiction);
    visit(data.court);
    visit(data.court_level);
    visit(data.decided);
    visit(data.outcome);
    visit(data.legal_concepts);
    visit(data.evidential_issues);
    visit(data.paragraphs);
    visit(data.source_xml);
    visit(data.source_checksum);
}

json::array encode_location(const TextLocation& location) { return {location.block, location.begin, location.size}; }

}  // namespace

std::string encode(const DocumentData& data) {
    std::string bytes(1, version);
    Writer writer(bytes);
    visit_fields(data, [&](const auto& field) { writer.put(field); });
    return bytes;
}

std::optional<DocumentData> decode_document_data(std::string_view bytes) {
    if (bytes.empty() || bytes.front() != version) return std::nullopt;
    std::optional<DocumentData> data(std::in_place);
    Reader reader(bytes.substr(1));
    visit_fields(*data, [&](auto& field) { reader.get(field); });
    if (!reader.is_whole()) data.reset();
    return data;
}

std::string describe_as_json(const DocumentData& data) {
    json::object object{{"id", data.id},
                        {"title", data.title},
                        {"title_lang", data.title_lang},
                        {"jurisdiction", data.jurisdiction},
                        {"court", data.court},
                        {"court_level", data.court_level},
                        {"decided", data.decided},
                        {"outcome", data.outcome},
                        {"legal_concepts", json::value_from(data.legal_concepts)}};
    json::array identifiers;
    for (const auto& identifier : data.identifiers) {
        identifiers.push_back(json::object{{"scheme", identifier.scheme}, {"value", identifier.value}});
    }
    json::array issues;
    for (const auto& issue : data.evidential_issues) {
        issues.push_back(json::object{{"id", issue.concept_id}, {"role", issue.role}, {"paragraphs", json::value_from(issue.paragraphs)}});
    }
    json::array paragraphs;
    for (const auto& paragraph : data.paragraphs) {
        paragraphs.push_back(json::object{{"field", paragraph.field},
                                          {"lang", paragraph.lang},
                                          {"id", paragraph.id},
                                          {"position", paragraph.first_position},
                                          {"text", encode_location(paragraph.text)}});
    }
    object["identifiers"] = std::move(identifiers);
    object["evidential_issues"] = std::move(issues);
    object["paragraphs"] = std::move(paragraphs);
    object["source_xml"] = encode_location(data.source_xml);
    object["source_checksum"] = data.source_checksum;
    return json::serialize(object);
}

}  // namespace palermo
