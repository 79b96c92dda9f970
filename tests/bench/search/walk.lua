-- SPDX-License-Identifier: GPL-3.0-or-later
-- For wrk: asks the targets of a file (one a line, its name behind "--") one after the other, and tells what it saw in one line of JSON.
-- Each thread begins at a place of its own.
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(arguments)
    targets = {}
    for line in io.lines(arguments[1]) do targets[#targets + 1] = wrk.format("GET", line) end
    at = id * math.floor(#targets / 2)
end

function request()
    at = at % #targets + 1
    return targets[at]
end

function done(summary, latency, requests)
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format(
        'result {"per_second": %f, "p50_ms": %f, "p90_ms": %f, "p99_ms": %f, "mean_ms": %f, "answers": %d, "failures": %d}\n',
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(90) / 1e3,
        latency:percentile(99) / 1e3, latency.mean / 1e3, summary.requests, failures))
end
