// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

namespace cockpit {

namespace {

const QRegularExpression& placeholder()
{
    static const QRegularExpression expression(QStringLiteral("\\{\\{\\s*([a-z][a-z0-9_]*)\\s*\\}\\}"));
    return expression;
}

struct Say {
    Q_DECLARE_TR_FUNCTIONS(StepInput)
};

Result<QString> checkInput(const InputSpec& input, const QString& given)
{
    const QString value = given.isEmpty() ? input.defaultValue : given;
    const QString name = input.title.isEmpty() ? input.id : input.title;
    if (value.isEmpty()) {
        if (input.required)
            return fail(ErrorKind::InvalidInput,
                        Say::tr("Fill in \"%1\" first: this step cannot run without it").arg(name));
        return value;
    }
    bool good = true;
    QString wanted;
    switch (input.type) {
    case InputSpec::Type::Integer:
        value.toLongLong(&good);
        wanted = Say::tr("a whole number");
        break;
    case InputSpec::Type::Number:
        value.toDouble(&good);
        wanted = Say::tr("a number");
        break;
    case InputSpec::Type::Identifier: {
        static const QRegularExpression identifier(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]{0,62}\\z"));
        good = identifier.match(value).hasMatch();
        wanted = Say::tr("a name of letters, digits and underscores");
        break;
    }
    case InputSpec::Type::Choice:
        good = input.choices.contains(value);
        wanted = Say::tr("one of %1").arg(input.choices.join(QStringLiteral(", ")));
        break;
    case InputSpec::Type::Text:
        if (!input.pattern.isEmpty()) {
            const QRegularExpression pattern(QStringLiteral("\\A(?:") + input.pattern + QStringLiteral(")\\z"));
            good = value.size() <= 4096 && pattern.match(value).hasMatch();
            wanted = Say::tr("text of the form %1").arg(input.pattern);
        }
        break;
    }
    if (!good)
        return fail(ErrorKind::InvalidInput, Say::tr("\"%1\" must be %2").arg(name, wanted));
    return value;
}

}  // namespace

QStringList placeholderNames(const QString& text)
{
    QStringList names;
    auto matches = placeholder().globalMatch(text);
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    return names;
}

QString fillPlaceholders(const QString& text, const std::function<QString(const QString&)>& value)
{
    QString out;
    qsizetype from = 0;
    auto matches = placeholder().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += value(match.captured(1));
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

Result<QMap<QString, QString>> checkInputs(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    QMap<QString, QString> checked;
    for (const InputSpec& input : spec.inputs) {
        const Result<QString> value = checkInput(input, inputs.value(input.id));
        if (!value)
            return value.error();
        checked.insert(input.id, *value);
    }
    for (auto given = inputs.begin(); given != inputs.end(); ++given) {
        if (!checked.contains(given.key()))
            return fail(ErrorKind::InvalidInput, Say::tr("The step has no input \"%1\"").arg(given.key()));
    }
    return checked;
}

QByteArray stepDigest(const QString& kind, const QString& connectionId, const QJsonObject& payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(kind.toUtf8());
    hash.addData(QByteArray(1, '\0'));
    hash.addData(connectionId.toUtf8());
    hash.addData(QByteArray(1, '\0'));
    hash.addData(QJsonDocument(payload).toJson(QJsonDocument::Compact));
    return hash.result().toHex();
}

}  // namespace cockpit
