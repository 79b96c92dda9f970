// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/record_source.hpp"

#include <stdexcept>
#include <utility>

namespace palermo {
namespace {

struct Open {
    const LiveGeneration* live;

    Result<SourceText> operator()(const RecordFile& file) const { return open_source(file.path); }
    Result<SourceText> operator()(const SourceText& text) const { return text; }
    Result<SourceText> operator()(const HeldRecord& held) const {
        auto xml = live->xml(held);
        if (!xml) return xml.error();
        return source_from_bytes("index:" + held.id, std::move(*xml));
    }
};

}  // namespace

Result<SourceText> open_record_source(const RecordSource& source, const LiveGeneration& live) { return std::visit(Open{&live}, source); }

Result<SourceText> open_record_source(const RecordSource& source) {
    if (std::holds_alternative<HeldRecord>(source)) throw std::logic_error("a record of an index without the index");
    return std::visit(Open{nullptr}, source);
}

}  // namespace palermo
