// SPDX-License-Identifier: GPL-3.0-or-later
#include <jemalloc/jemalloc.h>

/// What jemalloc reads before main() (jemalloc(3), "TUNING"). A load goes through some hundred megabytes of small nodes again and again: in
/// large pages they miss the processor's page tables less, and what is free for a moment is not given back only to be fetched anew.
/// Nor is it by a thread that ends: that is left to a thread of jemalloc's own.
const char* malloc_conf = "thp:always,metadata_thp:auto,dirty_decay_ms:30000,background_thread:true";
