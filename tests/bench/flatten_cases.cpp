// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the records of a folder as the peers of the benchmark read them; see flat_record.hpp. What is written is what
// indexer/load/document_builder.cpp makes postings, terms and values of.
#include "corpus/facet.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/source_finder.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "indexer/analysis/identifier.hpp"
#include "tests/bench/flat_record.hpp"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <vector>

namespace palermo::bench {
namespace {

template <class Value>
Value value_or_throw(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().message);
    return std::move(*result);
}

void add(FlatRecord& flat, std::string_view name, std::string value) {
    std::ranges::replace(value, '\n', ' ');
    if (!value.empty()) flat.push_back({std::string(name), std::move(value)});
}

void add_prose(FlatRecord& flat, const CaseRecord& record) {
    add(flat, "p", record.title.text);
    for (const auto& text : record.texts) {
        for (const auto& paragraph : text.paragraphs) add(flat, "p", paragraph.text);
    }
    for (const auto& proceeding : record.proceedings) {
        for (const auto& description : proceeding.description) add(flat, "p", description.text);
        if (proceeding.outcome) add(flat, "p", proceeding.outcome->wording);
    }
    for (const auto& charge : record.charges) {
        add(flat, "p", charge.details);
        add(flat, "p", charge.legislation);
    }
    for (const auto& event : record.later_history) add(flat, "p", event.text);
}

void add_names(FlatRecord& flat, const CaseRecord& record) {
    add(flat, "title", record.title.text);
    for (const auto& proceeding : record.proceedings) add(flat, "court", proceeding.court);
    add(flat, "party", record.title.text);
    for (const auto& person : record.persons) add(flat, "party", person.name);
}

void add_identifiers(FlatRecord& flat, const CaseRecord& record) {
    for (const auto& identifier : record.identifiers) {
        const auto folded = fold_identifier(identifier.value);
        add(flat, "identifier", folded);
        if (identifier.scheme == "docket" || identifier.scheme == "application") add(flat, "docket", folded);
    }
    for (const auto& proceeding : record.proceedings) {
        add(flat, "identifier", fold_identifier(proceeding.case_reference));
        add(flat, "docket", fold_identifier(proceeding.case_reference));
    }
    add(flat, "lang", record.lang);
}

void add_facets(FlatRecord& flat, const CaseRecord& record, const Vocabularies& vocabularies) {
    for (const auto facet : all_facets) {
        std::vector<std::string> values;
        for (const auto& value : facet_values(record, facet)) {
            const auto& vocabulary = facet == Facet::evidential_issue ? vocabularies.evidential_issues : vocabularies.legal_concepts;
            const auto all = is_hierarchical(facet) ? vocabulary.with_ancestors(value) : std::vector{value};
            for (const auto& one : all) {
                if (std::ranges::find(values, one) == values.end()) values.push_back(one);
            }
        }
        if (values.empty()) values.emplace_back(not_recorded);
        for (const auto& value : values) add(flat, flat_name(name_of(facet)), value);
    }
}

void add_values(FlatRecord& flat, const CaseRecord& record) {
    if (const auto* dated = latest_with_date(record)) {
        add(flat, "earliest", dated->decided->earliest());
        add(flat, "latest", dated->decided->latest());
    }
    std::optional<int> longest;
    for (const auto& charge : record.charges) {
        if (charge.sentence && charge.sentence->months) longest = std::max(longest.value_or(0), *charge.sentence->months);
    }
    if (longest) add(flat, "sentence", std::to_string(1'000'000 + *longest).substr(1));
}

FlatRecord flatten(const CaseRecord& record, const Vocabularies& vocabularies) {
    FlatRecord flat;
    add(flat, "id", record.id);
    add_prose(flat, record);
    add_names(flat, record);
    add_identifiers(flat, record);
    add_facets(flat, record, vocabularies);
    add_values(flat, record);
    return flat;
}

void flatten_folder(const std::string& folder, const std::string& file) {
    const auto vocabularies = value_or_throw(read_vocabularies(PALERMO_SOURCE_DIR "/schemas"));
    std::ofstream out(file, std::ios::binary);
    for (const auto& source : find_sources(std::vector{folder}).files) {
        const auto record = value_or_throw(read_record(value_or_throw(open_source(source))));
        for (const auto& [name, value] : flatten(record, vocabularies)) out << name << '=' << value << '\n';
        out << '\n';
    }
    if (!out.flush()) throw std::runtime_error("Cannot write " + file + ".");
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "Usage: palermo_bench_flatten FOLDER_OF_CASES FILE\n";
        return 2;
    }
    try {
        palermo::bench::flatten_folder(argv[1], argv[2]);
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
