// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/LongLines.h"

#include <QCoreApplication>
#include <QStringList>

namespace cockpit::panels::postmortem {

bool LongLines::hasLongLine(const QString& text)
{
    qsizetype begin = 0;
    while (text.size() - begin > longest) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), begin);
        if (end < 0 || end - begin > longest)
            return true;
        begin = end + 1;
    }
    return false;
}

QString LongLines::shortened(const QString& text)
{
    m_tails.clear();
    if (!hasLongLine(text))
        return text;
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        if (line.size() <= longest)
            continue;
        qsizetype cut = longest;
        if (line.at(cut - 1).isHighSurrogate())
            --cut;
        QString token;
        int number = static_cast<int>(m_tails.size()) + 1;
        do {
            token = QStringLiteral("\u27E6") +
                    QCoreApplication::translate("LongLines", "+%1 characters, no. %2")
                        .arg(line.size() - cut)
                        .arg(number++) +
                    QStringLiteral("\u27E7");
        } while (m_tails.contains(token) || text.contains(token));
        m_tails.insert(token, line.mid(cut));
        line = line.left(cut) + token;
    }
    return lines.join(QLatin1Char('\n'));
}

QString LongLines::restored(const QString& text) const
{
    QString out = text;
    for (auto it = m_tails.begin(); it != m_tails.end(); ++it) {
        const qsizetype at = out.indexOf(it.key());
        if (at >= 0)
            out.replace(at, it.key().size(), it.value());
    }
    return out;
}

}  // namespace cockpit::panels::postmortem
