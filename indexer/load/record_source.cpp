// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/record_source.hpp"

#include <utility>

namespace palermo {
namespace {

struct Open {
    const WorkerView* view;

    Result<SourceText> operator()(const std::filesystem::path& path) const { return open_source(path); }
    Result<SourceText> operator()(const SourceText& text) const { return text; }
    Result<SourceText> operator()(const StoredRecord& stored) const {
        auto xml = view->text(stored.docid, stored.xml);
        if (!xml) return xml.error();
        return source_from_bytes("index:" + stored.id, std::move(*xml));
    }
};

}  // namespace

Result<SourceText> open_record_source(const RecordSource& source, const WorkerView* view) { return std::visit(Open{view}, source); }

}  // namespace palermo
