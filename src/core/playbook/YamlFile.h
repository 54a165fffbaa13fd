// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/PlaybookProblem.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace cockpit {

/// A node of a YAML document together with its place.
struct YamlNode {
    enum class Type { Null, Scalar, List, Map };
    // Defined where the class is complete: it holds pairs of itself.
    YamlNode();
    YamlNode(const YamlNode& other);
    YamlNode(YamlNode&& other) noexcept;
    YamlNode& operator=(const YamlNode& other);
    YamlNode& operator=(YamlNode&& other) noexcept;
    ~YamlNode();

    Type type = Type::Null;
    QString text;                                        ///< of a scalar
    bool quoted = false;                                 ///< a scalar in quotes or a block: always text
    int line = 1;                                        ///< 1-based
    int column = 1;                                      ///< 1-based, in characters
    std::vector<YamlNode> items;                         ///< of a list
    std::vector<std::pair<YamlNode, YamlNode>> entries;  ///< of a map, in order; keys are scalars, each once

    const YamlNode* find(const QString& key) const;  ///< the value of a map's key, or null
};

struct TextPosition {
    int line = 1;
    int column = 1;
};

/// A YAML file read strictly: UTF-8, one document, no anchors, aliases or tags, no duplicate keys, no tabs in the
/// indentation, quotes closed on their line, at most 16 levels.
class YamlFile
{
public:
    /// Reports what is wrong into `problems` and then returns null. `name` is how messages call the file.
    static std::unique_ptr<YamlFile> parse(const QString& name, const QByteArray& bytes, PlaybookProblems& problems);

    const QString& name() const { return m_name; }
    const YamlNode& root() const { return m_root; }
    /// Where character `offset` of a scalar's text stands in the file.
    TextPosition locate(const YamlNode& scalar, qsizetype offset) const;

private:
    QString m_name;
    QStringList m_lines;
    YamlNode m_root;
};

/// The place of the first byte that is not UTF-8 (or of a control character), as a problem; true when there is none.
bool checkText(const QString& name, const QByteArray& bytes, PlaybookProblems& problems);

/// Faults that the YAML parser would accept or report far from their cause: tabs in the indentation, unclosed quotes.
/// Returns whether the text is free of them.
bool checkYamlLines(const QString& name, const QStringList& lines, PlaybookProblems& problems);

}  // namespace cockpit
