// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace palermo::eval {

struct JudgedDocument {
    std::string id;
    std::string title;
    std::string text;
    std::string lang;
};

struct JudgedQuery {
    std::string id;
    std::string text;
    std::map<std::string, double> grades;  ///< document id -> how well it answers; absent: not
};

/// A judged collection: a folder with docs.jsonl {id, title, text, lang?}, queries.jsonl {id, text} and qrels.tsv (query, document, grade).
/// Its name is the folder's; what stands behind the last "_" of it is the language of documents that name none, else English.
struct JudgedCollection {
    std::string name;
    std::vector<JudgedDocument> documents;
    std::vector<JudgedQuery> queries;  ///< those with a judgment
};

/// Throws std::runtime_error when a file is missing or not what it should be.
[[nodiscard]] JudgedCollection read_collection(const std::filesystem::path& folder);

}  // namespace palermo::eval
