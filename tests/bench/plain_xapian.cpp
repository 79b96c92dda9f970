// SPDX-License-Identifier: GPL-3.0-or-later
// A contestant of ./dev bench load: the way Xapian's own guide shows, one writable database on one thread, TermGenerator, the default flush
// threshold, one commit at the end. With "facets" it makes what ./dev bench search asks: values for the facets too, compacted.
#include "indexer/index/layout.hpp"
#include "tests/bench/facet_slots.hpp"
#include "tests/bench/flat_record.hpp"

#include <xapian.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

namespace palermo::bench {
namespace {

using Prefixes = std::map<std::string, std::string>;

const Prefixes& text_prefixes() {
    static const Prefixes prefixes{{"title", std::string(layout::title.prefix)},
                                   {"court", std::string(layout::court.prefix)},
                                   {"party", std::string(layout::party.prefix)}};
    return prefixes;
}

const Prefixes& boolean_prefixes() {
    static const Prefixes prefixes = [] {
        Prefixes made{{"id", std::string(layout::id.prefix)},
                      {"lang", std::string(layout::text_language.prefix)},
                      {"identifier", std::string(layout::identifier.prefix)},
                      {"docket", std::string(layout::docket.prefix)}};
        for (const auto facet : all_facets) made.emplace(flat_name(name_of(facet)), layout::boolean_field(facet).prefix);
        return made;
    }();
    return prefixes;
}

const std::map<std::string, unsigned>& slots() {
    static const std::map<std::string, unsigned> slots{
        {"earliest", layout::decided_earliest.slot}, {"latest", layout::decided_latest.slot}, {"sentence", layout::longest_sentence.slot}};
    return slots;
}

Xapian::Document make_document(const FlatRecord& record, Xapian::TermGenerator& generator) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    std::string text;
    for (const auto& [name, value] : record) {
        if (name == "p") {
            generator.index_text(value);
            generator.increase_termpos(layout::paragraph_gap);
            text += value + '\n';
        } else if (const auto prefix = text_prefixes().find(name); prefix != text_prefixes().end()) {
            generator.index_text(value, 1, prefix->second);
            generator.increase_termpos(layout::paragraph_gap);
        } else if (const auto boolean = boolean_prefixes().find(name); boolean != boolean_prefixes().end()) {
            document.add_boolean_term(layout::make_term(boolean->second, value));
        } else {
            document.add_value(slots().at(name), value);
        }
    }
    document.set_data(text);
    return document;
}

/// For each facet its values in one, and the id; the data as Omega reads it.
void add_facets(Xapian::Document& document, const FlatRecord& record) {
    std::string data;
    std::map<unsigned, std::string> values;
    for (const auto& [name, value] : record) {
        if (name == "id") values[id_slot] = value;
        if (name == "id" || name == "p") data.append(name).append("=").append(value).append("\n");
        if (const auto slot = facet_slot(name)) values[*slot].append(value).push_back(between_values);
    }
    for (const auto& [slot, value] : values) document.add_value(slot, value);
    document.set_data(data);
}

void write(const std::string& flat_file, const std::string& index, bool with_facets) {
    Xapian::WritableDatabase database(index, Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    std::ifstream in(flat_file, std::ios::binary);
    for (FlatRecord record; read_flat_record(in, record);) {
        auto document = make_document(record, generator);
        if (with_facets) add_facets(document, record);
        database.add_document(document);
    }
    database.commit();
    std::cout << database.get_doccount() << " records\n";
}

void write_compact(const std::string& flat_file, const std::string& index) {
    const auto loose = index + ".loose";
    std::filesystem::remove_all(loose);
    write(flat_file, loose, true);
    Xapian::Database(loose).compact(index, Xapian::Compactor::FULL);
    std::filesystem::remove_all(loose);
}

}  // namespace
}  // namespace palermo::bench

int main(int argc, char** argv) {
    const bool with_facets = argc == 4 && argv[3] == std::string_view("facets");
    if (argc != 3 && !with_facets) {
        std::cerr << "Usage: palermo_bench_plain_xapian FILE INDEX [facets]\n";
        return 2;
    }
    try {
        if (with_facets)
            palermo::bench::write_compact(argv[1], argv[2]);
        else
            palermo::bench::write(argv[1], argv[2], false);
    } catch (const Xapian::Error& failure) {
        std::cerr << failure.get_description() << '\n';
        return 1;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
