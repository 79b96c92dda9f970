// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace palermo::test {

/// A vocabulary in the shape of ours, of these concepts.
inline std::string vocabulary_rdf(const std::string& concepts, const std::string& version = "1",
                                  const std::string& scheme = "evidential-issue") {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\"\n"
           "  xmlns:dct=\"http://purl.org/dc/terms/\" xmlns:owl=\"http://www.w3.org/2002/07/owl#\" "
           "xmlns:palermo=\"urn:palermo:vocabulary:1\" xml:base=\"urn:palermo:" +
           scheme + "\">\n  <!-- kept -->\n  <skos:ConceptScheme rdf:about=\"\">\n    <dct:identifier>" + scheme +
           "</dct:identifier>\n    <owl:versionInfo>" + version + "</owl:versionInfo>\n  </skos:ConceptScheme>\n" + concepts +
           "\n</rdf:RDF>\n";
}

/// A concept with the label "label of ID" unless `more` has another; `more` is further properties.
inline std::string concept_rdf(const std::string& id, const std::string& broader = {}, const std::string& more = {}) {
    const auto place = broader.empty() ? "<skos:topConceptOf rdf:resource=\"\"/>" : "<skos:broader rdf:resource=\"#" + broader + "\"/>";
    const auto label =
        more.find("prefLabel") != std::string::npos ? "" : "\n    <skos:prefLabel xml:lang=\"en\">label of " + id + "</skos:prefLabel>";
    return "\n  <skos:Concept rdf:about=\"#" + id + "\">\n    " + place + label + (more.empty() ? "" : "\n    " + more) +
           "\n  </skos:Concept>\n";
}

inline std::string replaced_by(const std::string& id) {
    return "<owl:deprecated>true</owl:deprecated>\n    <dct:isReplacedBy rdf:resource=\"#" + id + "\"/>";
}

inline const std::string deprecated = "<owl:deprecated>true</owl:deprecated>";

}  // namespace palermo::test
