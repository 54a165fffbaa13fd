// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpPlan.h"

#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace cockpit::adapters::http {

namespace {

using Inputs = QMap<QString, QString>;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(HttpStep)
};

Error invalid(const QString& sentence)
{
    return fail(ErrorKind::InvalidInput, sentence);
}

QString encoded(const QString& value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

Status checkNames(const QString& text, const Inputs& inputs)
{
    for (const QString& name : placeholderNames(text)) {
        if (!inputs.contains(name))
            return invalid(Say::tr("\"%1\" is not an input of this step, so it cannot be filled in").arg(name));
    }
    return Done{};
}

/// The inputs are values of their own here: what a person typed is one segment, never a path.
Result<QString> fillUrl(const QString& text, const Inputs& inputs)
{
    if (const Status checked = checkNames(text, inputs); !checked)
        return checked.error();
    for (const QString& name : placeholderNames(text)) {
        const QString value = inputs.value(name);
        if (value == QLatin1String(".") || value == QLatin1String("..") || value.contains(QChar(0)))
            return invalid(Say::tr("\"%1\" cannot be part of a path").arg(value.left(20)));
    }
    return fillPlaceholders(text, [&](const QString& name) { return encoded(inputs.value(name)); });
}

Result<QString> fillQuery(const QJsonObject& query, const Inputs& inputs)
{
    QStringList parts;
    for (auto entry = query.begin(); entry != query.end(); ++entry) {
        const QString text = entry.value().toVariant().toString();
        if (const Status checked = checkNames(text, inputs); !checked)
            return checked.error();
        const QString value = fillPlaceholders(text, [&](const QString& name) { return inputs.value(name); });
        parts.append(encoded(entry.key()) + QLatin1Char('=') + encoded(value));
    }
    return parts.join(QLatin1Char('&'));
}

bool isNumeric(const StepSpec& spec, const QString& name)
{
    return std::any_of(spec.inputs.begin(), spec.inputs.end(), [&](const InputSpec& input) {
        return input.id == name && (input.type == InputSpec::Type::Integer || input.type == InputSpec::Type::Number);
    });
}

/// Fills the strings of a document in. A string that is nothing but one numeric input becomes that number.
QJsonValue fillJson(const QJsonValue& value, const StepSpec& spec, const Inputs& inputs)
{
    if (value.isArray()) {
        QJsonArray filled;
        for (const QJsonValue entry : value.toArray())
            filled.append(fillJson(entry, spec, inputs));
        return filled;
    }
    if (value.isObject()) {
        QJsonObject filled;
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            filled.insert(entry.key(), fillJson(entry.value(), spec, inputs));
        return filled;
    }
    if (!value.isString())
        return value;
    const QString text = value.toString();
    static const QRegularExpression alone(QStringLiteral("\\A\\{\\{\\s*([a-z][a-z0-9_]*)\\s*\\}\\}\\z"));
    const auto match = alone.match(text);
    if (match.hasMatch() && isNumeric(spec, match.captured(1)) && !inputs.value(match.captured(1)).isEmpty())
        return inputs.value(match.captured(1)).toDouble();
    return fillPlaceholders(text, [&](const QString& name) { return inputs.value(name); });
}

/// A body written as text must be JSON once its bare numbers are filled in; texts are then filled in as JSON strings,
/// so that a quotation mark in a value cannot add a member.
Result<QJsonValue> bodyTree(const QJsonValue& body, const StepSpec& spec, const Inputs& inputs)
{
    if (!body.isString())
        return body;
    const QString text = body.toString();
    const QString numbered = fillPlaceholders(text, [&](const QString& name) {
        const QString value = inputs.value(name);
        return isNumeric(spec, name) && !value.isEmpty() ? value : QStringLiteral("{{%1}}").arg(name);
    });
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(numbered.toUtf8(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return invalid(Say::tr("The body is not JSON: %1 at character %2. Inputs that are text must stand in quotes")
                           .arg(problem.errorString())
                           .arg(problem.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Result<QByteArray> fillBody(const QJsonValue& body, const StepSpec& spec, const Inputs& inputs)
{
    if (body.isUndefined() || body.isNull() || (body.isString() && body.toString().trimmed().isEmpty()))
        return QByteArray();
    const QString whole = body.isString()
                              ? body.toString()
                              : QString::fromUtf8(QJsonDocument(QJsonArray{body}).toJson(QJsonDocument::Compact));
    if (const Status checked = checkNames(whole, inputs); !checked)
        return checked.error();
    const auto tree = bodyTree(body, spec, inputs);
    if (!tree)
        return tree.error();
    const QJsonValue filled = fillJson(*tree, spec, inputs);
    const QJsonDocument document =
        filled.isArray() ? QJsonDocument(filled.toArray()) : QJsonDocument(filled.toObject());
    if (!filled.isArray() && !filled.isObject())
        return invalid(Say::tr("The body must be a JSON object or list"));
    return document.toJson(QJsonDocument::Compact);
}

}  // namespace

Result<HttpPlan> HttpPlan::make(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    HttpPlan plan;
    const QString method = spec.parameters.value(QStringLiteral("method")).toString(QStringLiteral("GET")).toUpper();
    static const QRegularExpression token(QStringLiteral("\\A[A-Z]{1,20}\\z"));
    if (!token.match(method).hasMatch())
        return invalid(Say::tr("The method must be a single word such as GET or POST"));
    plan.method = method.toLatin1();
    plan.changes = spec.danger != Danger::Read || (method != QLatin1String("GET") && method != QLatin1String("HEAD"));
    const auto path = fillUrl(spec.parameters.value(QStringLiteral("path")).toString(), inputs);
    if (!path)
        return path.error();
    const auto query = fillQuery(spec.parameters.value(QStringLiteral("query")).toObject(), inputs);
    if (!query)
        return query.error();
    plan.pathAndQuery = *path;
    if (!query->isEmpty())
        plan.pathAndQuery += (path->contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?')) + *query;
    const auto body = fillBody(spec.parameters.value(QStringLiteral("body")), spec, inputs);
    if (!body)
        return body.error();
    plan.body = *body;
    const QJsonValue expected = spec.parameters.value(QStringLiteral("expect_status"));
    const QJsonArray statuses = expected.isArray()       ? expected.toArray()
                                : expected.isUndefined() ? QJsonArray()
                                                         : QJsonArray{expected};
    for (const QJsonValue status : statuses) {
        const int number = status.toVariant().toInt();
        if (number < 200 || number > 599)
            return invalid(Say::tr("expect_status must list numbers from 200 to 599"));
        plan.expectStatus.insert(number);
    }
    return plan;
}

QJsonObject HttpPlan::toPayload() const
{
    QList<int> sorted(expectStatus.begin(), expectStatus.end());
    std::sort(sorted.begin(), sorted.end());
    QJsonArray statuses;
    for (const int status : sorted)
        statuses.append(status);
    return {{QStringLiteral("base"), base},
            {QStringLiteral("method"), QString::fromLatin1(method)},
            {QStringLiteral("path"), pathAndQuery},
            {QStringLiteral("body"), QString::fromUtf8(body)},
            {QStringLiteral("expect_status"), statuses},
            {QStringLiteral("changes"), changes}};
}

HttpPlan HttpPlan::fromPayload(const QJsonObject& payload)
{
    HttpPlan plan;
    plan.base = payload.value(QStringLiteral("base")).toString();
    plan.method = payload.value(QStringLiteral("method")).toString().toLatin1();
    plan.pathAndQuery = payload.value(QStringLiteral("path")).toString();
    plan.body = payload.value(QStringLiteral("body")).toString().toUtf8();
    plan.changes = payload.value(QStringLiteral("changes")).toBool(true);
    for (const QJsonValue status : payload.value(QStringLiteral("expect_status")).toArray())
        plan.expectStatus.insert(status.toInt());
    return plan;
}

bool HttpPlan::expects(int status) const
{
    return expectStatus.isEmpty() ? status >= 200 && status < 300 : expectStatus.contains(status);
}

}  // namespace cockpit::adapters::http
