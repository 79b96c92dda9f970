// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/convert/csv_row_draft.hpp"

/// The cells of a CSV file whose values have parts: each function takes the values of one cell into the draft, and says in one sentence
/// what it cannot read.
namespace palermo {

void take_identifiers(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_defendants(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_victims(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_charges(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_facts(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_reasoning(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_commentary(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_procedure(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_legal_concepts(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_evidential_issues(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_keywords(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_later_history(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_sources(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);
void take_attachments(RowDraft& row, const CellTarget& target, const std::vector<Said>& values);

}  // namespace palermo
