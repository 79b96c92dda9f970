// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/case_generator.hpp"
#include "tests/bench/english_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

/// Writes one invented case, from its title to its provenance. For one record; see CaseGenerator.
class CaseWriter {
public:
    CaseWriter(const CaseWorld& world, CaseKind kind, std::uint64_t seed);

    [[nodiscard]] std::string write(const std::string& id);

private:
    void identity(const std::string& id);
    void classification();
    void proceedings();
    void proceeding(std::size_t instance, bool states_outcome);
    void persons();
    void charges();
    void texts();
    void text(std::string_view kind, std::string_view paragraph_id, std::size_t bytes);
    void tags();
    void provenance();

    std::string country();
    void line(std::string_view indent, std::string_view element, std::string_view attributes, std::string_view content);

    const CaseWorld& world_;
    bool is_judgment_;
    Random random_;
    EnglishText english_;
    std::string xml_;
    std::string defendant_;
    std::string jurisdiction_;  ///< a country or an international body
    bool is_country_ = true;
    std::size_t year_ = 0;
    std::vector<std::string> paragraphs_;  ///< ids
};

}  // namespace palermo::bench
