// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/DisplayText.h"

#include "core/base/SafeText.h"

namespace cockpit {

namespace {

constexpr int statesSkipped = 64;  ///< of a line that rewrites itself, between two that are shown

bool isPlain(QChar c)
{
    return (c.unicode() >= 0x20 && c.unicode() < 0x7F) || c == QLatin1Char('\t');
}

}  // namespace

DisplayText::DisplayText(const Redactor& redactor)
    : m_redactor(redactor)
{
}

QString DisplayText::feed(const QByteArray& piece)
{
    // Cleaned first: a colour in the middle of a secret must not hide it.
    return show(m_decoder.decode(m_redactor.feed(m_cleaner.feed(piece))));
}

QString DisplayText::finish()
{
    QString rest = show(m_decoder.decode(m_redactor.finish()));
    rest += m_line;
    m_line.clear();
    return rest;
}

void DisplayText::newLine(QString& out)
{
    out += m_line + QLatin1Char('\n');
    m_line.clear();
    m_given = 0;
    m_rewrites = 0;
    m_full = false;
}

QString DisplayText::show(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (c == QLatin1Char('\r')) {
            m_returned = true;
            continue;
        }
        const bool rewrites = std::exchange(m_returned, false) && c != QLatin1Char('\n');
        if (rewrites) {
            if (++m_rewrites % statesSkipped == 0)
                out += m_line + QLatin1Char('\n');
            else if (m_given > 0)
                out += QLatin1Char('\n');
            m_line.clear();
            m_given = 0;
            m_full = false;
        }
        if (c == QLatin1Char('\n')) {
            newLine(out);
            continue;
        }
        if (m_full)
            continue;
        m_line += isPlain(c) ? QString(c) : safeBlock(QString(c), 16);
        if (m_given + m_line.size() >= longestLine) {
            m_line.truncate(longestLine - m_given);
            m_line += QChar(0x2026);
            m_full = true;
        }
    }
    if (m_rewrites == 0) {
        out += m_line;
        m_given += m_line.size();
        m_line.clear();
    }
    return out;
}

}  // namespace cockpit
