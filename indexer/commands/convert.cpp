// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet_label.hpp"
#include "corpus/printable.hpp"
#include "corpus/source_finder.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/convert_report.hpp"
#include "indexer/commands/identity_config.hpp"
#include "indexer/commands/input.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/convert/akn_converter.hpp"
#include "indexer/convert/akn_markup.hpp"
#include "indexer/convert/csv_columns.hpp"
#include "indexer/convert/csv_converter.hpp"
#include "indexer/convert/record_maker.hpp"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace palermo::commands {
namespace {

namespace fs = std::filesystem;

struct ConvertCommandOptions {
    std::string from;
    std::string describe;
    fs::path to;
    fs::path schemas;
    fs::path config;
    std::vector<std::string> paths;
    std::string separator = "comma";
    std::vector<std::string> left_out;
    ConvertOptions stated;
    bool force = false;
    bool dry_run = false;
    bool json = false;
};

const std::map<std::string, char>& separators() {
    static const std::map<std::string, char> table{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}};
    return table;
}

int usage(const std::string& sentence) {
    std::cerr << "palermo-indexer: " << printable(sentence) << "\nTry palermo-indexer convert --help.\n";
    return exit_usage;
}

/// What CLI11 cannot know of the options; nothing when they fit together.
std::optional<std::string> misuse(const ConvertCommandOptions& options) {
    if (options.from.empty()) return "say --from akn or --from csv.";
    if (options.to.empty()) return "say --to DIR, the directory for the records.";
    if (options.paths.empty()) return "name the files to convert.";
    const auto& [id, title, lang, country, crime_types, separator] = options.stated;
    if (!country.empty() && !is_country(country))
        return "--country: there is no country \"" + country + "\"; write two letters, such as NL.";
    const auto known = facet_codes(Facet::crime_type);
    const auto is_known = [&known](const std::string& type) { return std::ranges::find(known, type) != known.end(); };
    if (const auto unknown = std::ranges::find_if_not(crime_types, is_known); unknown != crime_types.end()) {
        std::string all;
        for (const auto& code : known) all.append(all.empty() ? "" : ", ").append(code);
        return "--crime-type: there is no crime type \"" + *unknown + "\"; there are " + all + '.';
    }
    std::error_code error;
    const bool is_single = options.paths.size() == 1 && !fs::is_directory(options.paths.front(), error);
    if ((!id.empty() || !title.empty()) && (options.from != "akn" || !is_single))
        return "--id and --title are for one judgment: convert each by itself.";
    return std::nullopt;
}

/// A CSV file holds many records, so some sentences about one record would mislead here.
Result<SourceText> open_csv(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return error_at(path.string(), "This is a directory.", "Name the CSV files in it.");
    const auto size = fs::file_size(path, error);
    if (!error && size == 0) return error_at(path.string(), "The file is empty.", "Write a header and rows into it, or leave it out.");
    if (!error && size > max_record_bytes)
        return error_at(path.string(), "The file has more than " + std::to_string(max_record_bytes / 1024 / 1024) + " MB.",
                        "Split it into several, each with the header.");
    auto source = open_source(path);
    if (source || source.error().place.line == 0) return source;
    auto fault = source.error();
    fault.mend = "Save the file as CSV in UTF-8; a spreadsheet asks for the encoding when it exports.";
    return fault;
}

class ConvertRun {
public:
    ConvertRun(const ConvertCommandOptions& options, RecordMaker maker)
        : options_(options), maker_(std::move(maker)), left_out_(options.left_out.begin(), options.left_out.end()) {
        report_.is_dry_run = options.dry_run;
        report_.directory = options.to.string();
    }

    /// False when no path led anywhere.
    bool run() {
        if (options_.from == "csv")
            take_tables();
        else
            take_input(options_.paths);
        return std::ranges::any_of(options_.paths, [](const auto& path) {
            std::error_code error;
            return path == "-" || fs::exists(path, error);
        });
    }

    [[nodiscard]] const ConvertReport& report() const { return report_; }
    [[nodiscard]] bool has_disk_failed() const {
        return std::ranges::any_of(report_.findings, [](const auto& finding) { return finding.cause == Cause::disk; });
    }

private:
    /// In the order of the text: the reader, the converter and the checks each found theirs on their own way through it.
    void sort_findings(std::size_t first) {
        const auto key = [](const Diagnostic& finding) { return std::tie(finding.place.file, finding.place.line, finding.place.column); };
        std::ranges::stable_sort(report_.findings.begin() + static_cast<std::ptrdiff_t>(first), report_.findings.end(), {}, key);
    }

    void take_tables() {
        for (const auto& path : without_repeats(options_.paths)) {
            if (path == "-")
                take_input({path});
            else
                take(open_csv(path));
        }
    }

    /// All at once, so that a file to which several of the paths lead is taken once.
    void take_input(const std::vector<std::string>& paths) {
        auto input = collect_input(paths);
        report_.rejected += input.diagnostics.size();
        std::ranges::move(input.diagnostics, std::back_inserter(report_.findings));
        for (const auto& source : input.sources) take(open_record_source(source));
    }

    void take(const Result<SourceText>& source) {
        const auto first = report_.findings.size();
        if (!source) {
            ++report_.rejected;
            report_.findings.push_back(source.error());
            return;
        }
        auto stated = options_.stated;
        stated.separator = separators().at(options_.separator);
        auto conversion = options_.from == "csv" ? convert_csv(*source, stated) : convert_akn(*source, stated);
        report_.rejected += conversion.refused;
        std::ranges::move(conversion.findings, std::back_inserter(report_.findings));
        for (auto& piece : conversion.unmapped)
            (left_out_.contains(piece.key) ? report_.left_out : report_.unmapped).push_back(std::move(piece));
        for (const auto& draft : conversion.drafts) make(draft);
        sort_findings(first);
    }

    void make(const Draft& draft) {
        auto made = maker_.make(draft);
        std::ranges::move(made.findings, std::back_inserter(report_.findings));
        if (!made.is_made) {
            ++report_.rejected;
            return;
        }
        report_.records.push_back({.id = draft.id.words, .file = std::move(made.file), .from = draft.place, .was_there = made.was_there});
        report_.carried += draft.carried;
    }

    const ConvertCommandOptions& options_;
    RecordMaker maker_;
    std::set<std::string> left_out_;
    ConvertReport report_;
};

int run_convert(const ConvertCommandOptions& options) {
    if (!options.describe.empty()) {
        std::cout << (options.describe == "csv" ? describe_csv() : describe_akn());
        return exit_ok;
    }
    if (const auto wrong = misuse(options)) return usage(*wrong);
    auto identity = read_identity_policy(options.config);
    if (!identity) return fail(identity.error());
    const auto intake = RecordIntake::open(options.schemas, std::move(*identity));
    if (!intake) return fail(intake.error());
    const auto overwrite = options.force ? Overwrite::allowed : Overwrite::never;
    auto output = options.dry_run ? RecordOutput::rehearse(options.to, overwrite) : RecordOutput::open(options.to, overwrite);
    if (!output) return fail(output.error());
    ConvertRun run(options, RecordMaker(*intake, std::move(*output)));
    const bool is_anything_there = run.run();
    const auto& report = run.report();
    std::cout << (options.json ? render_json(report) : render_text(report));
    if (!is_anything_there) return exit_usage;
    if (run.has_disk_failed()) return exit_disk;
    return report.rejected > 0 || !report.unmapped.empty() ? exit_found : exit_ok;
}

constexpr auto help_footer = R"(Examples:
  palermo-indexer convert --describe csv
  palermo-indexer convert --from csv --to records/ cases.csv
  palermo-indexer convert --from akn --to records/ --crime-type trafficking-in-persons judgments/
  palermo-indexer check records/

What a source does not state is left out, never guessed. A record is written only when it passes the checks
that a load makes; content that no part of a record takes is named, with its line. Judgments may name people: read
what you convert before you load it.

Exit codes: 0 everything was carried over; 1 something was not, and is named; 2 to 5: palermo-indexer --help lists them.)";

void add_stated(CLI::App& command, ConvertOptions& stated) {
    command.add_option("--country", stated.country, "Country of the court, for cases that state none: two letters of ISO 3166-1")
        ->type_name("CODE");
    command.add_option("--crime-type", stated.crime_types, "Crime type, for cases that state none; may be given again")
        ->type_name("TYPE")
        ->allow_extra_args(false);
    command.add_option("--lang", stated.lang, "Language, for cases that state none")->type_name("TAG");
    command.add_option("--id", stated.id, "Id of the record, for one judgment; otherwise it is made of the judgment's address")
        ->type_name("ID");
    command.add_option("--title", stated.title, "Title, for one judgment that states none")->type_name("WORDS");
}

}  // namespace

void add_convert(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("convert", "Make records from Akoma Ntoso judgments or from a CSV file.");
    const auto options = std::make_shared<ConvertCommandOptions>();
    const CLI::IsMember formats({"akn", "csv"});
    command.add_option("--from", options->from, "Format of the files: akn (Akoma Ntoso 1.0) or csv")->type_name("FORMAT")->check(formats);
    command.add_option("--to", options->to, "Directory for the records, each in a file named after its id")->type_name("DIR");
    command.add_option("--describe", options->describe, "Print what is read from akn or csv and where it goes")
        ->type_name("FORMAT")
        ->check(formats);
    add_stated(command, options->stated);
    command.add_option("--separator", options->separator, "What separates the cells of CSV: comma, semicolon or tab")
        ->type_name("NAME")
        ->capture_default_str()
        ->check(CLI::IsMember({"comma", "semicolon", "tab"}));
    command
        .add_option(
            "--leave-out", options->left_out,
            "Content that may be left out: a column, an element or an attribute (img/@src) as the report names it; may be given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command.add_flag("--force", options->force, "Replace record files that are there already");
    command.add_flag("--dry-run", options->dry_run, "Say what would happen and write nothing");
    add_schemas(command, options->schemas);
    add_config(command, options->config);
    add_json(command, options->json);
    command.add_option("files", options->paths, "Judgments or directories of them; CSV files; - is standard input")->type_name("INPUT");
    command.footer(help_footer);
    on_command(command, action, options, run_convert);
}

}  // namespace palermo::commands
