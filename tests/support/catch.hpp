// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place that names Catch2's header: version 2 of Debian 12 has one file, version 3 has others.
#include <catch2/catch.hpp>
