// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace cockpit {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString newIncidentId(const QDateTime& at)
{
    const auto suffix = QRandomGenerator::global()->bounded(0x10000u);
    return at.toUTC().toString(QStringLiteral("yyyyMMdd-HHmm-")) +
           QStringLiteral("%1").arg(suffix, 4, 16, QLatin1Char('0'));
}

QString shortReference(const QString& key)
{
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.left(2).toHex()).toUpper();
}

}  // namespace cockpit
