// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/YamlFile.h"

#include <QJsonObject>

#include <memory>

namespace cockpit::test {

QByteArray bytesOf(const QString& path);
QJsonObject schemaJson();
/// A document as an editor with a YAML 1.2 reader sees it.
QJsonValue asEditorsSee(const YamlNode& node);

/// The JSON Schema that ships for editors, as an editor applies it.
class SchemaJudge
{
public:
    SchemaJudge();
    ~SchemaJudge();

    /// Empty when the schema accepts it; else what it objects to.
    QString objection(const QJsonValue& document);
    QString objectionTo(const QString& path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit::test
