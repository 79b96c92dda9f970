// SPDX-License-Identifier: GPL-3.0-or-later
// Asio and Beast are compiled here, once: every other file sees their declarations only (BOOST_ASIO_SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
