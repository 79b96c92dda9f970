// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <chrono>
#include <sstream>
#include <utility>
#include <vector>

namespace palermo {
namespace {

using Boundaries = prometheus::Histogram::BucketBoundaries;

/// In seconds. A phase takes microseconds to seconds, a request somewhat longer.
const Boundaries& phase_boundaries() {
    static const Boundaries boundaries{0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};
    return boundaries;
}

const Boundaries& request_boundaries() {
    static const Boundaries boundaries{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};
    return boundaries;
}

double seconds(std::chrono::steady_clock::duration spent) { return std::chrono::duration<double>(spent).count(); }

/// A family with one value that is known from elsewhere.
class Known {
public:
    explicit Known(std::vector<prometheus::MetricFamily>& families) : families_(families) {}

    void gauge(const std::string& name, const std::string& help, double value) {
        prometheus::ClientMetric metric;
        metric.gauge.value = value;
        add(name, help, prometheus::MetricType::Gauge, std::move(metric));
    }

    void counter(const std::string& name, const std::string& help, std::uint64_t value) {
        prometheus::ClientMetric metric;
        metric.counter.value = static_cast<double>(value);
        add(name, help, prometheus::MetricType::Counter, std::move(metric));
    }

    void version(const std::string& version) {
        prometheus::ClientMetric metric;
        metric.gauge.value = 1;
        metric.label.push_back({"version", version});
        add("palermo_build_info", "Which program this is.", prometheus::MetricType::Gauge, std::move(metric));
    }

private:
    void add(const std::string& name, const std::string& help, prometheus::MetricType type, prometheus::ClientMetric metric) {
        families_.push_back({.name = name, .help = help, .type = type, .metric = {std::move(metric)}});
    }

    std::vector<prometheus::MetricFamily>& families_;
};

void add_generation(const ServiceState& state, Known& known) {
    const auto& switches = state.switches;
    known.gauge("palermo_generation", "The generation that answers.", static_cast<double>(state.generation));
    known.gauge("palermo_records", "Cases in it.", static_cast<double>(state.records));
    known.gauge("palermo_segments_open", "Segments in it.", static_cast<double>(state.segments));
    known.gauge("palermo_generation_trouble", "1 while a newer generation cannot be used and an old one goes on answering.",
                state.has_trouble ? 1 : 0);
    known.counter("palermo_generation_switches_total", "How often another generation took over.", switches.count);
    known.gauge("palermo_generation_preparation_seconds", "How long opening and warming up the last one took, before it answered.",
                seconds(switches.last_took));
    known.gauge("palermo_generation_switched_timestamp_seconds", "When the last one took over, in Unix time; 0: none has.",
                std::chrono::duration<double>(switches.last_at.time_since_epoch()).count());
    known.counter("palermo_searchers_opened_late_total", "Searchers that a request had to wait for after a switch; none, if all is well.",
                  state.searchers_opened_late);
}

void add_cache(const ResultCache::Statistics& cache, Known& known) {
    known.counter("palermo_result_cache_hits_total", "Answers that were kept from before.", cache.hits);
    known.counter("palermo_result_cache_misses_total", "Answers that had to be made.", cache.misses);
    known.counter("palermo_result_cache_evictions_total", "Answers that went to make room for others.", cache.evictions);
    known.gauge("palermo_result_cache_entries", "Answers kept now.", static_cast<double>(cache.entries));
    known.gauge("palermo_result_cache_bytes", "What they take.", static_cast<double>(cache.bytes));
    known.gauge("palermo_result_cache_limit_bytes", "What they may take.", static_cast<double>(cache.most_bytes));
}

void add_memory(const ResidentMemory& memory, Known& known) {
    known.gauge("process_resident_memory_bytes", "What of the daemon is in memory.", static_cast<double>(memory.total));
    known.gauge("palermo_mapped_memory_bytes", "What of that are pages of files, which the system could take back.",
                static_cast<double>(memory.mapped));
}

}  // namespace

struct Metrics::Registers {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("palermo_http_requests_total")
                                                            .Help("Requests by method, route and status; route \"-\" fits no route.")
                                                            .Register(registry);
    prometheus::Family<prometheus::Counter>& bytes =
        prometheus::BuildCounter().Name("palermo_http_response_bytes_total").Help("Bytes of answers, without headers.").Register(registry);
    prometheus::Family<prometheus::Histogram>& durations = prometheus::BuildHistogram()
                                                               .Name("palermo_http_request_duration_seconds")
                                                               .Help("From the end of a request's header until its answer has gone.")
                                                               .Register(registry);
    prometheus::Family<prometheus::Histogram>& phase_family =
        prometheus::BuildHistogram()
            .Name("palermo_phase_duration_seconds")
            .Help("Where the time of answers goes; write is counted for every answer, the others for those that a worker made.")
            .Register(registry);
    std::array<prometheus::Histogram*, phase_names.size()> phases = make_phases(phase_family);
    prometheus::Counter& refusals = prometheus::BuildCounter()
                                        .Name("palermo_searches_refused_total")
                                        .Help("Searches that were told to come again because too many waited.")
                                        .Register(registry)
                                        .Add({});
    prometheus::Counter& timeouts = prometheus::BuildCounter()
                                        .Name("palermo_searches_timed_out_total")
                                        .Help("Searches that took longer than search-timeout allows.")
                                        .Register(registry)
                                        .Add({});

    static std::array<prometheus::Histogram*, phase_names.size()> make_phases(prometheus::Family<prometheus::Histogram>& family) {
        std::array<prometheus::Histogram*, phase_names.size()> histograms{};
        for (std::size_t i = 0; i < histograms.size(); ++i)
            histograms[i] = &family.Add({{"phase", std::string(phase_names[i])}}, phase_boundaries());
        return histograms;
    }

    void observe(Phase phase, PhaseTimes::Duration spent) {
        if (spent > PhaseTimes::Duration::zero()) phases[static_cast<std::size_t>(phase)]->Observe(seconds(spent));
    }
};

Metrics::Metrics() : registers_(std::make_unique<Registers>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const http::Exchange& exchange) {
    const std::string route(exchange.route);
    registers_->requests.Add({{"method", std::string(exchange.method)}, {"route", route}, {"status", std::to_string(exchange.status)}})
        .Increment();
    registers_->bytes.Add({{"route", route}}).Increment(static_cast<double>(exchange.body_bytes));
    registers_->durations.Add({{"route", route}}, request_boundaries()).Observe(seconds(exchange.answering + exchange.writing));
    registers_->observe(Phase::write, exchange.writing);
}

void Metrics::count(const PhaseTimes& times) {
    for (std::size_t i = 0; i < phase_names.size(); ++i) registers_->observe(static_cast<Phase>(i), times.of(static_cast<Phase>(i)));
}

void Metrics::count_refusal() { registers_->refusals.Increment(); }

void Metrics::count_timeout() { registers_->timeouts.Increment(); }

std::string Metrics::text(const ServiceState& state, const std::string& version) const {
    auto families = registers_->registry.Collect();
    Known known(families);
    known.version(version);
    known.gauge("palermo_searches_waiting", "Searches that no worker has begun.", static_cast<double>(state.searches_waiting));
    add_generation(state, known);
    add_cache(state.cache, known);
    add_memory(state.memory, known);
    std::ostringstream text;
    prometheus::TextSerializer().Serialize(text, families);
    return std::move(text).str();
}

}  // namespace palermo
