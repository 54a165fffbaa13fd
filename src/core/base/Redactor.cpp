// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Redactor.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cockpit {

namespace {

constexpr qsizetype shortestSecret = 6;
const QByteArray mask = QByteArrayLiteral("\u2022\u2022\u2022");

QByteArray jsonEscaped(const QByteArray& value)
{
    const QByteArray document = QJsonDocument(QJsonArray{QString::fromUtf8(value)}).toJson(QJsonDocument::Compact);
    return document.mid(2, document.size() - 4);
}

}  // namespace

void Redactor::learn(const Secret& secret)
{
    const QByteArray& value = secret.reveal();
    if (value.size() < shortestSecret)
        return;
    QByteArray base64 = value.toBase64();
    while (base64.endsWith('='))
        base64.chop(1);
    const QList<QByteArray> forms{
        value, base64, value.toPercentEncoding(), value.toHex(), value.toHex().toUpper(), jsonEscaped(value)};
    const QMutexLocker lock(&m_mutex);
    for (const QByteArray& form : forms) {
        if (!m_needles.contains(form))
            m_needles.append(form);
    }
    std::sort(m_needles.begin(), m_needles.end(),
              [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
}

QByteArray Redactor::redact(QByteArray text) const
{
    const QMutexLocker lock(&m_mutex);
    for (const QByteArray& needle : m_needles)
        text.replace(needle, mask);
    return text;
}

QString Redactor::redact(const QString& text) const
{
    return QString::fromUtf8(redact(text.toUtf8()));
}

}  // namespace cockpit
