// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/teams/TeamsCard.h"

#include "core/base/SafeText.h"
#include "core/notify/MessageText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::adapters::teams {

namespace {

constexpr qsizetype roomForBody = 22 * 1024;  // of 28 KB, with the frame around it
constexpr int longestTitle = 300;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Teams)
};

QString literal(QString text)
{
    return text.replace(QStringLiteral("{{"), QStringLiteral("{\u2060{"))
        .replace(QStringLiteral("${"), QStringLiteral("$\u2060{"));
}

QJsonObject line(const QString& text, const QString& spacing, QJsonObject run = {})
{
    run.insert(QStringLiteral("type"), QStringLiteral("TextRun"));
    run.insert(QStringLiteral("text"), text);
    return {{QStringLiteral("type"), QStringLiteral("RichTextBlock")},
            {QStringLiteral("spacing"), spacing},
            {QStringLiteral("inlines"), QJsonArray{run}}};
}

QJsonArray linesOf(const Delivery& delivery)
{
    QJsonArray lines;
    const QString title = safeLine(delivery.title, longestTitle);
    lines.append(line(
        literal(title.isEmpty() ? Say::tr("Incident") : title), QStringLiteral("None"),
        {{QStringLiteral("weight"), QStringLiteral("Bolder")}, {QStringLiteral("size"), QStringLiteral("Medium")}}));
    qsizetype room = roomForBody;
    bool afterGap = true;
    for (const QString& text : literal(safeBlock(delivery.body, 64 * 1024)).trimmed().split(QLatin1Char('\n'))) {
        if (text.trimmed().isEmpty()) {
            afterGap = true;
            continue;
        }
        const QJsonObject next = line(text, afterGap ? QStringLiteral("Medium") : QStringLiteral("None"));
        room -= QJsonDocument(next).toJson(QJsonDocument::Compact).size() + 1;
        if (room < 0) {
            lines.append(line(Say::tr("… (shortened; the whole text is in the cockpit)"), QStringLiteral("Medium")));
            break;
        }
        lines.append(next);
        afterGap = false;
    }
    lines.append(line(signatureOf(delivery), QStringLiteral("Medium"), {{QStringLiteral("isSubtle"), true}}));
    return lines;
}

}  // namespace

QByteArray teamsMessage(const Delivery& delivery)
{
    const QJsonObject card{
        {QStringLiteral("$schema"), QStringLiteral("http://adaptivecards.io/schemas/adaptive-card.json")},
        {QStringLiteral("type"), QStringLiteral("AdaptiveCard")},
        {QStringLiteral("version"), QStringLiteral("1.2")},
        {QStringLiteral("body"), linesOf(delivery)},
        {QStringLiteral("msteams"), QJsonObject{{QStringLiteral("width"), QStringLiteral("full")}}}};
    const QJsonObject attachment{
        {QStringLiteral("contentType"), QStringLiteral("application/vnd.microsoft.card.adaptive")},
        {QStringLiteral("contentUrl"), QJsonValue::Null},
        {QStringLiteral("content"), card}};
    const QJsonObject message{{QStringLiteral("type"), QStringLiteral("message")},
                              {QStringLiteral("attachments"), QJsonArray{attachment}}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

}  // namespace cockpit::adapters::teams
