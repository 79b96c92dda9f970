// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/printable.hpp"
#include "corpus/record_intake.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/identity_config.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/load/load_report.hpp"
#include "indexer/load/load_report_json.hpp"
#include "indexer/load/load_report_text.hpp"
#include "indexer/watch/directory_watcher.hpp"
#include "indexer/watch/folder_loader.hpp"
#include "indexer/watch/rejection_note.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace palermo::commands {
namespace {

using Clock = std::chrono::steady_clock;

/// A directory in which there is no quiet is loaded all the same, after so many quiet times.
constexpr int longest_wait = 10;
constexpr std::chrono::milliseconds look_at_lock_every{500};

struct WatchOptions {
    std::filesystem::path index;
    std::filesystem::path schemas;
    std::filesystem::path config;
    std::filesystem::path directory;
    std::uint32_t settle_ms = 2000;
    bool json = false;
};

/// SIGTERM and SIGINT as something to wait for beside other things: a load that runs is not cut off by them.
class StopSignals {
public:
    StopSignals() {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        sigaddset(&signals, SIGINT);
        sigprocmask(SIG_BLOCK, &signals, nullptr);
        descriptor_ = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals() { ::close(descriptor_); }

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_ = -1;
};

/// Begins a line of the log.
std::ostream& stamped(std::ostream& stream) {
    const auto now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, sizeof "2026-11-23T20:00:00Z "> text{};
    stream.write(text.data(), static_cast<std::streamsize>(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ ", &parts)));
    return stream;
}

class Watch {
public:
    Watch(const WatchOptions& options, DirectoryWatcher watcher, IdentityPolicy identity)
        : options_(options),
          settle_(options.settle_ms),
          watcher_(std::move(watcher)),
          loader_(options.directory, options.index, options.schemas, std::move(identity)) {}

    int run() {
        log() << "Watching " << printable(options_.directory.string()) << '.' << std::endl;
        due_ = Clock::now();
        for (;;) {
            std::array<pollfd, 2> ends{pollfd{signals_.descriptor(), POLLIN, 0}, pollfd{watcher_.descriptor(), POLLIN, 0}};
            ::poll(ends.data(), ends.size(), milliseconds_left());
            if (ends[0].revents != 0) return stop();
            if (ends[1].revents != 0) {
                const auto worth_a_look = watcher_.take_events();
                if (!worth_a_look) return fail(worth_a_look.error());
                if (*worth_a_look) put_off();
                // A file that is never closed is looked at in the end.
                if (!due_ && watcher_.has_writers()) due_ = Clock::now() + DirectoryWatcher::patience_with_writers;
            }
            if (due_ && Clock::now() >= *due_) {
                if (const auto ended_by = look()) return *ended_by;
            }
        }
    }

private:
    /// With --json standard output is for the reports alone.
    std::ostream& log() const { return stamped(options_.json ? std::cerr : std::cout); }

    int stop() const {
        log() << "Stopped." << std::endl;
        return exit_ok;
    }

    int milliseconds_left() const {
        if (!due_) return -1;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due_ - Clock::now());
        return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
    }

    /// Something happened: the quiet time begins anew.
    void put_off() {
        const auto now = Clock::now();
        if (!first_event_) first_event_ = now;
        due_ = std::min(now + settle_, *first_event_ + longest_wait * settle_);
    }

    /// Loads what has changed. Gives the exit code when that is the end.
    std::optional<int> look() {
        due_.reset();
        first_event_.reset();
        // The directory has been listed when this is asked first: who has begun to write a listed file is heard of by then.
        std::optional<Result<bool>> heard;
        const auto done = loader_.load_changes([&](const auto& file) {
            if (!heard) heard = watcher_.take_events();
            return watcher_.is_being_written(file);
        });
        if (heard && !*heard) return fail(heard->error());
        if (heard && **heard) put_off();
        if (!done) return take_error(done.error());
        waits_for_lock_ = false;
        if (done->waits_for_writers && !due_) due_ = Clock::now() + DirectoryWatcher::patience_with_writers;
        tell(*done);
        return std::nullopt;
    }

    std::optional<int> take_error(const Diagnostic& error) {
        if (error.cause == Cause::locked) {
            if (!std::exchange(waits_for_lock_, true)) log() << "Another palermo-indexer is writing to this index: waiting." << std::endl;
            due_ = Clock::now() + look_at_lock_every;
            return std::nullopt;
        }
        // A file that was written anew while it was read: it has another state soon.
        if (error.cause == Cause::input && std::filesystem::path(error.place.file).extension() == ".xml" &&
            error.place.file.starts_with(options_.directory.string())) {
            put_off();
            return std::nullopt;
        }
        return fail(error);
    }

    void tell(const FolderLoad& done) const {
        for (const auto& [file, no_note] : done.rejected) {
            if (no_note.empty()) continue;
            log() << "No note could be written beside " << printable(file.string()) << ": " << printable(no_note) << std::endl;
        }
        if (!done.report) return;
        if (options_.json) {
            std::cout << render_json(*done.report) << std::flush;
            return;
        }
        tell_findings(done);
        for (const auto& [file, no_note] : done.rejected) {
            log() << "Rejected " << printable(file.string())
                  << (no_note.empty() ? ": see " + printable(rejection_note_of(file).string()) : std::string(" for the errors above."))
                  << '\n';
        }
        auto line = render_summary(*done.report);
        while (line.ends_with('\n')) line.pop_back();
        std::ranges::replace(line, '\n', ' ');
        log() << line << std::endl;
    }

    /// Errors stand in the notes beside their files: only where there is no note, they are told here.
    void tell_findings(const FolderLoad& done) const {
        std::set<std::string> noted;
        for (const auto& [file, no_note] : done.rejected) {
            if (no_note.empty()) noted.insert(file.string());
        }
        for (const auto& finding : done.report->diagnostics) {
            if (finding.severity != Severity::error || !noted.contains(finding.place.file)) log() << format(finding) << '\n';
        }
    }

    const WatchOptions& options_;
    std::chrono::milliseconds settle_;
    StopSignals signals_;
    DirectoryWatcher watcher_;
    FolderLoader loader_;
    std::optional<Clock::time_point> due_;
    std::optional<Clock::time_point> first_event_;  ///< that has not been looked at
    bool waits_for_lock_ = false;
};

int run_watch(const WatchOptions& options) {
    // What no load could get over is told now, and not when the first record comes.
    auto identity = read_identity_policy(options.config);
    if (!identity) return fail(identity.error());
    if (const auto intake = RecordIntake::open(options.schemas); !intake) return fail(intake.error());
    if (const auto usable = IndexDirectory(options.index).current_generation(); !usable) return fail(usable.error());
    auto watcher = DirectoryWatcher::open(options.directory);
    if (!watcher) return fail(watcher.error());
    return Watch(options, std::move(*watcher), std::move(*identity)).run();
}

constexpr auto help = "Watch a directory and load what is put into it or changed in it, until it is told to stop.";

constexpr auto footer = R"(It begins with all records that lie there, looks into folders below too, and loads once it has been quiet for a
moment. A record that is rejected gets a note beside it, NAME.xml.rejected.txt, which goes when the record is
mended; where none can be written, the log says why it was rejected. Records whose files are removed stay in the
index. SIGTERM or Ctrl-C stop it; a load that runs is finished.

Example:
  palermo-indexer watch --index /srv/palermo /srv/incoming

Exit codes: 0 it was told to stop; 2 to 5: palermo-indexer --help lists them.)";

}  // namespace

void add_watch(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("watch", help);
    command.footer(footer);
    const auto options = std::make_shared<WatchOptions>();
    add_index(command, options->index);
    add_schemas(command, options->schemas);
    add_config(command, options->config);
    command.add_option("directory", options->directory, "The directory to watch")->required()->type_name("DIR");
    command.add_option("--settle", options->settle_ms, "Milliseconds of quiet before what has changed is loaded")
        ->type_name("MS")
        ->check(CLI::Range(1, 3'600'000))
        ->capture_default_str();
    command.add_flag("--json", options->json, "One JSON object a load, on one line, instead of log lines");
    on_command(command, action, options, run_watch);
}

}  // namespace palermo::commands
