// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/SlackMessage.h"

#include "core/base/SafeText.h"
#include "core/notify/MessageText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace cockpit::adapters::slack {

namespace {

constexpr qsizetype maximumHeader = 150;
constexpr qsizetype maximumSection = 2'900;
constexpr int maximumSections = 3;
constexpr qsizetype maximumFallback = 3'000;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Slack)
};

/// As much of the text as stays within `maximum` once it is escaped; never half an entity or half a character.
QString escapedStart(const QString& text, qsizetype maximum, qsizetype* taken)
{
    QString escaped;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype width = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QString next = slackText(text.mid(at, width));
        if (escaped.size() + next.size() > maximum)
            break;
        escaped += next;
        at += width;
    }
    *taken = at;
    return escaped;
}

/// Mentions are broken up before the text is cut, so that no cut can hide one.
QString withoutGroupMentions(QString text)
{
    static const QRegularExpression mention(QStringLiteral("@(?=channel|here|everyone)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return text.replace(mention, QStringLiteral("@\u2060"));
}

QJsonObject markdown(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("mrkdwn")},
            {QStringLiteral("text"), text},
            {QStringLiteral("verbatim"), true}};
}

QJsonObject plain(const QString& text)
{
    return {{QStringLiteral("type"), QStringLiteral("plain_text")},
            {QStringLiteral("text"), text},
            {QStringLiteral("emoji"), false}};
}

}  // namespace

QString slackText(const QString& text)
{
    QString escaped = withoutGroupMentions(text);
    escaped.replace(QLatin1Char('&'), QLatin1String("&amp;"));
    escaped.replace(QLatin1Char('<'), QLatin1String("&lt;"));
    escaped.replace(QLatin1Char('>'), QLatin1String("&gt;"));
    return escaped;
}

QJsonObject slackContent(const Delivery& delivery)
{
    const QString title = withoutGroupMentions(safeLine(delivery.title, 500));
    QString rest = withoutGroupMentions(safeBlock(delivery.body, 64 * 1024)).trimmed();
    const QString reference = slackText(signatureOf(delivery));
    qsizetype taken = 0;
    QString fallback =
        escapedStart(title + QLatin1Char('\n') + rest, maximumFallback, &taken) + QLatin1Char('\n') + reference;

    QJsonArray blocks;
    blocks.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("header")},
                              {QStringLiteral("text"), plain(escapedStart(title.isEmpty() ? Say::tr("Incident") : title,
                                                                          maximumHeader, &taken))}});
    for (int section = 0; section < maximumSections && !rest.isEmpty(); ++section) {
        const QString text = escapedStart(rest, maximumSection, &taken);
        blocks.append(
            QJsonObject{{QStringLiteral("type"), QStringLiteral("section")}, {QStringLiteral("text"), markdown(text)}});
        rest = rest.mid(taken).trimmed();
    }
    if (!rest.isEmpty())
        blocks.append(QJsonObject{
            {QStringLiteral("type"), QStringLiteral("section")},
            {QStringLiteral("text"), markdown(Say::tr("… (shortened; the whole text is in the cockpit)"))}});
    blocks.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("context")},
                              {QStringLiteral("elements"), QJsonArray{markdown(reference)}}});
    return {{QStringLiteral("text"), fallback}, {QStringLiteral("blocks"), blocks}};
}

QByteArray slackMessage(const Delivery& delivery)
{
    return QJsonDocument(slackContent(delivery)).toJson(QJsonDocument::Compact);
}

}  // namespace cockpit::adapters::slack
