// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct _xmlError;  // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): libxml2's, whose headers stay in the .cpp files

namespace palermo {

/// What libxml2 calls for each of its complaints (sax->serror): ends its reading at the first that makes the text no XML. It would go on
/// otherwise, to complain of every & of a text of nothing else; and for each pair of hyphens in a comment it copies all of the comment.
void stop_at_fault(void* data, _xmlError* error);

}  // namespace palermo
