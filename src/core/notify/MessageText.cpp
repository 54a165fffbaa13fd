// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/notify/MessageText.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Message)
};

}  // namespace

QString signatureOf(const Delivery& delivery)
{
    return delivery.possibleRepeat ? Say::tr("Incident Cockpit (possible repeat, ref %1)").arg(delivery.reference)
                                   : Say::tr("Incident Cockpit (ref %1)").arg(delivery.reference);
}

QString shortened(const QString& text, qsizetype maximum)
{
    if (text.size() <= maximum)
        return text;
    const QString mark = Say::tr("… (shortened; the whole text is in the cockpit)");
    qsizetype end = qMax<qsizetype>(0, maximum - mark.size());
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return (text.left(end) + mark).left(maximum);
}

bool tellsTheEnd(const Delivery& delivery)
{
    const QString status = delivery.context.value(QStringLiteral("status")).toString();
    return delivery.kind == QLatin1String("resolved") || status == QLatin1String("resolved") ||
           status == QLatin1String("dismissed");
}

QString withoutMentions(QString text)
{
    static const QRegularExpression mention(QStringLiteral("@(?=\\w)"), QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(mention, QStringLiteral("@\u2060"));
}

}  // namespace cockpit
