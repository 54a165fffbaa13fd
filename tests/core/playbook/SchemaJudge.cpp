// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/playbook/SchemaJudge.h"

#include "core/playbook/YamlScalar.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::test {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    return file.readAll();
}

QJsonObject schemaJson()
{
    return QJsonDocument::fromJson(bytesOf(QStringLiteral(PROJECT_DIR "/resources/schema/playbook.schema.json")))
        .object();
}

/// As an editor with a YAML 1.2 reader sees it.
QJsonValue asEditorsSee(const YamlNode& node)
{
    if (node.type == YamlNode::Type::List) {
        QJsonArray array;
        for (const YamlNode& item : node.items)
            array.append(asEditorsSee(item));
        return array;
    }
    if (node.type == YamlNode::Type::Map) {
        QJsonObject object;
        for (const auto& [key, value] : node.entries)
            object.insert(key.text, asEditorsSee(value));
        return object;
    }
    const YamlScalar scalar = resolveScalar(node);
    switch (scalar.kind) {
    case YamlScalar::Kind::Null: return QJsonValue::Null;
    case YamlScalar::Kind::Flag: return scalar.flag;
    case YamlScalar::Kind::Integer:
    case YamlScalar::Kind::Number: return scalar.number;
    case YamlScalar::Kind::Text: return node.text;
    case YamlScalar::Kind::Surprise: break;
    }
    bool number = false;
    const double value = node.text.toDouble(&number);
    return number ? QJsonValue(value) : QJsonValue(node.text);
}

struct SchemaJudge::Private {
    valijson::Schema schema;
};

SchemaJudge::SchemaJudge()
    : d(std::make_unique<Private>())
{
    const QJsonValue json = schemaJson();
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::QtJsonAdapter(json), d->schema);
}

SchemaJudge::~SchemaJudge() = default;

QString SchemaJudge::objection(const QJsonValue& document)
{
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(d->schema, valijson::adapters::QtJsonAdapter(document), &results))
        return {};
    QString text = QStringLiteral("rejected");
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        text += QLatin1Char('\n');
        for (const std::string& part : error.context)
            text += QString::fromStdString(part);
        text += QStringLiteral(": ") + QString::fromStdString(error.description);
    }
    return text;
}

QString SchemaJudge::objectionTo(const QString& path)
{
    PlaybookProblems problems;
    const auto file = YamlFile::parse(path, bytesOf(path), problems);
    return file ? objection(asEditorsSee(file->root())) : QStringLiteral("unreadable");
}

}  // namespace cockpit::test
