// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/write_all.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace palermo {

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return false;
    }
    return true;
}

}  // namespace palermo
