// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/case_record.hpp"

#include <algorithm>

namespace palermo {
namespace {

template <class Predicate>
const Proceeding* last_with(const CaseRecord& record, Predicate predicate) {
    const auto found = std::find_if(record.proceedings.rbegin(), record.proceedings.rend(), predicate);
    return found == record.proceedings.rend() ? nullptr : &*found;
}

}  // namespace

const Proceeding* latest_with_outcome(const CaseRecord& record) {
    return last_with(record, [](const Proceeding& proceeding) { return proceeding.outcome.has_value(); });
}

const Proceeding* latest_with_court(const CaseRecord& record) {
    return last_with(record, [](const Proceeding& proceeding) { return !proceeding.court.empty(); });
}

const Proceeding* latest_with_date(const CaseRecord& record) {
    return last_with(record, [](const Proceeding& proceeding) { return proceeding.decided.has_value(); });
}

}  // namespace palermo
