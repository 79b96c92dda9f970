// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet.hpp"
#include "indexer/index/layout.hpp"
#include "tests/bench/flat_record.hpp"
#include "tests/bench/search/engines.hpp"
#include "tests/bench/search/program_output.hpp"

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

constexpr auto program = "/usr/lib/cgi-bin/omega/omega";

/// Words and codes of letters, digits, hyphens; nothing else of a URL's own comes in, but for blanks and quotes.
std::string encoded(const std::string& text) {
    std::string made;
    for (const char c : text) made += c == ' ' ? "+" : c == '"' ? "%22" : c == ':' ? "%3A" : std::string(1, c);
    return made;
}

std::string term_of(const FacetChoice& choice) {
    for (const auto facet : all_facets) {
        if (choice.facet == flat_name(name_of(facet))) return layout::make_term(layout::boolean_field(facet).prefix, choice.value);
    }
    return {};
}

class OmegaEngine : public Engine {
public:
    explicit OmegaEngine(const fs::path& index) : folder_(index.string() + ".omega"), database_(index.filename().string()) {
        if (!fs::exists(program)) throw std::runtime_error("Omega is not installed (xapian-omega)");
        fs::create_directories(folder_);
        std::ofstream(folder_ / "omega.conf") << "database_dir " << index.parent_path().string() << "\ntemplate_dir " << folder_.string()
                                              << "\nlog_dir " << folder_.string() << "\ncdb_dir " << folder_.string() << '\n';
        std::ofstream(folder_ / "hits") << "$set{stemmer,english}$set{stem_all,false}$hitlist{$field{id}$unescape{%0a}}";
        std::ofstream(folder_ / "passages") << "$set{stemmer,english}$hitlist{$field{id}$unescape{%09}$snippet{$field{p}}$unescape{%0a}}";
    }

    void ask(const Question& question, Mode mode) override {
        output_ = program_output({program}, {"OMEGA_CONFIG_FILE=" + (folder_ / "omega.conf").string(), "REQUEST_METHOD=GET",
                                             "SERVER_PROTOCOL=INCLUDED", "QUERY_STRING=" + query_string(question, mode)});
    }

    [[nodiscard]] Answer answer() const override {
        Answer answer;
        std::istringstream lines(output_);
        for (std::string line; std::getline(lines, line);) {
            const auto tab = line.find('\t');
            if (line.starts_with("s-") || line.starts_with("j-")) answer.ids.push_back(line.substr(0, tab));
            if (tab != std::string::npos && tab + 1 < line.size()) ++answer.passages;
        }
        return answer;
    }

private:
    [[nodiscard]] std::string query_string(const Question& question, Mode mode) const {
        auto query = "DB=" + database_ + "&HITSPERPAGE=" + std::to_string(hits_asked) + "&FMT=" + std::string(name_of(mode)) +
                     "&DEFAULTOP=" + (question.join == Join::any ? "or" : "and");
        const auto words = joined(question.words, " ");
        if (!words.empty()) query += "&P=" + encoded(question.join == Join::phrase ? '"' + words + '"' : words);
        for (const auto& choice : question.choices) query += "&B=" + encoded(term_of(choice));
        if (question.join != Join::none) return query;
        query += "&SORT=-" + std::to_string(layout::decided_latest.slot);
        // Omega answers nothing to no question: all records are English.
        return question.choices.empty() ? query + "&B=" + std::string(layout::text_language.prefix) + "en" : query;
    }

    fs::path folder_;
    std::string database_;
    std::string output_;
};

}  // namespace

EngineKind omega_engine() {
    return {.name = "omega",
            .modes = {Mode::hits, Mode::passages},
            .version = Xapian::version_string(),
            .open = [](const std::string& index) -> std::unique_ptr<Engine> { return std::make_unique<OmegaEngine>(index); }};
}

}  // namespace palermo::bench
