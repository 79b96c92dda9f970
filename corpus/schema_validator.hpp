// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/result.hpp"
#include "corpus/source_text.hpp"

#include <filesystem>
#include <memory>

namespace palermo {

/// Findings of one record that are worth reading; what exceeds them is counted in a last line.
inline constexpr std::size_t max_schema_findings = 20;

/// Validates records against schemas/case-record.xsd (libxml2, offline, no entities). Movable; one validator a thread.
class SchemaValidator {
public:
    [[nodiscard]] static Result<SchemaValidator> open(const std::filesystem::path& xsd);

    SchemaValidator(SchemaValidator&&) noexcept;
    SchemaValidator& operator=(SchemaValidator&&) noexcept;
    ~SchemaValidator();

    /// What the schema finds wrong, in the text's order; empty when the record is valid. Text that is not well-formed is one finding.
    [[nodiscard]] Diagnostics validate(const SourceText& source) const;

private:
    struct Schema;
    explicit SchemaValidator(std::unique_ptr<Schema> schema);
    std::unique_ptr<Schema> schema_;
};

}  // namespace palermo
