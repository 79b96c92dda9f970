// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/stop_at_fault.hpp"

#include <libxml/parser.h>

namespace palermo {

void stop_at_fault(void* /*data*/, _xmlError* error) {
    // Not xmlStopParser, which takes the text away from the function that complains and may still be reading it.
    if (error->level == XML_ERR_FATAL) static_cast<xmlParserCtxt*>(error->ctxt)->instate = XML_PARSER_EOF;
}

}  // namespace palermo
