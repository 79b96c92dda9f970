-- SPDX-License-Identifier: GPL-3.0-or-later
-- For wrk: asks the targets of a file (one a line, its name behind "--", then the number of connections) one after the other, and tells what
-- it saw in one line of JSON. Each thread begins at a place of its own.
--
-- wrk adds answers to its latencies that nobody got, each time one took twice the average, for clients that would have asked in between.
-- That moves the median of questions as unlike as ours by a tenth. On one connection the time between two requests is the time of an
-- answer, and is taken instead.
local ffi = require("ffi")
ffi.cdef [[
typedef struct { long seconds; long nanoseconds; } Time;
int clock_gettime(int clock, Time *time);
]]
local monotonic_clock = 1
local threads = {}

local function milliseconds()
    local time = ffi.new("Time")
    ffi.C.clock_gettime(monotonic_clock, time)
    return tonumber(time.seconds) * 1e3 + tonumber(time.nanoseconds) / 1e6
end

function setup(thread)
    thread:set("id", #threads)
    threads[#threads + 1] = thread
end

function init(arguments)
    targets = {}
    for line in io.lines(arguments[1]) do targets[#targets + 1] = wrk.format("GET", line) end
    at = id * math.floor(#targets / 2)
    if arguments[2] == "1" then times = {} end
end

function request()
    if times then
        local now = milliseconds()
        if asked then times[#times + 1] = now - asked end
        asked = now
    end
    at = at % #targets + 1
    return targets[at]
end

function done(summary, latency, requests)
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    local times = threads[1]:get("times")
    if times then table.sort(times) end
    local function percentile(p)
        if times then return times[math.max(1, math.ceil(#times * p / 100))] or 0 end
        return latency:percentile(p) / 1e3
    end
    io.write(string.format('result {"per_second": %f, "p50_ms": %f, "p90_ms": %f, "p99_ms": %f, "answers": %d, "failures": %d}\n',
                           summary.requests / summary.duration * 1e6, percentile(50), percentile(90), percentile(99),
                           summary.requests, failures))
end
