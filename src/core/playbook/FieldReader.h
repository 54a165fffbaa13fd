// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/playbook/YamlFile.h"

#include <QJsonValue>

#include <optional>

namespace cockpit {

enum class Need { Optional, Required };

/// Reads typed values from one map of a YAML file and reports each fault once, with its place and what is valid.
/// A value that was refused comes back as the fallback, so that reading can go on.
class FieldReader
{
public:
    /// `what` names the map in messages: "rule \"queue_growing\"". `known` are all keys it may have.
    FieldReader(const YamlFile& file, const YamlNode& node, QString what, const QStringList& known,
                PlaybookProblems& problems);

    const YamlFile& file() const { return m_file; }
    const YamlNode& node() const { return m_node; }
    bool isMap() const { return m_node.type == YamlNode::Type::Map; }

    const YamlNode* find(const QString& key, Need need = Need::Optional);

    QString text(const QString& key, Need need = Need::Optional);
    /// A name others refer to; letters, digits and _ (with `dashes` also - ), starting with a letter.
    enum class IdStyle { Lower, LowerDashes, AnyCase };
    QString id(const QString& key, IdStyle style = IdStyle::Lower);
    QString choice(const QString& key, const QStringList& choices, Need need = Need::Optional);
    std::optional<double> number(const QString& key, Need need = Need::Optional);
    bool flag(const QString& key, bool fallback);
    Milliseconds duration(const QString& key, Milliseconds fallback, Need need = Need::Optional);
    QStringList texts(const QString& key, Need need = Need::Optional);
    /// The items of a list; empty when absent or not a list.
    const std::vector<YamlNode>& list(const QString& key, Need need = Need::Optional);
    /// The entries of a map; empty when absent or not a map.
    const std::vector<std::pair<YamlNode, YamlNode>>& map(const QString& key, Need need = Need::Optional);

    // The same for a node reached otherwise; `label` names it in messages.
    std::optional<QString> textOf(const YamlNode& value, const QString& label);
    std::optional<double> numberOf(const YamlNode& value, const QString& label);
    std::optional<bool> flagOf(const YamlNode& value, const QString& label);
    std::optional<Milliseconds> durationOf(const YamlNode& value, const QString& label);
    std::optional<QStringList> textsOf(const YamlNode& value, const QString& label);
    bool checkId(const YamlNode& value, const QString& id, const QString& label, IdStyle style);
    bool checkChoice(const YamlNode& value, const QString& text, const QString& label, const QStringList& choices);
    /// Any tree, by the strict scalar rules. Undefined when something in it was refused.
    QJsonValue treeOf(const YamlNode& value, const QString& label);

    /// "\"key\" of rule \"x\"".
    QString label(const QString& key) const;
    void problem(const YamlNode& at, const QString& message);
    void problem(const TextPosition& at, const QString& message);

private:
    void refuseScalar(const YamlNode& value, const QString& label, const QString& wanted);

    const YamlFile& m_file;
    const YamlNode& m_node;
    QString m_what;
    PlaybookProblems& m_problems;
    QStringList m_misspelt;  ///< keys that an unknown one was meant to be: not reported as missing as well
};

/// "error_rate" as a heading: "Error rate".
QString titleFromId(const QString& id);

}  // namespace cockpit
