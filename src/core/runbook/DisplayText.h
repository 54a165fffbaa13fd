// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/StreamRedactor.h"
#include "core/base/TerminalText.h"

#include <QString>
#include <QStringDecoder>

namespace cockpit {

/// What a running step prints, made fit for the screen as it comes: without steering sequences, secrets masked, as
/// plain text, lines cut at 4 KiB, of a line that rewrites itself (a progress bar) only some states.
class DisplayText
{
public:
    static constexpr qsizetype longestLine = 4 * 1024;

    explicit DisplayText(const Redactor& redactor);

    QString feed(const QByteArray& piece);
    /// What was held back, at the end of the step.
    QString finish();

private:
    QString show(const QString& text);
    void newLine(QString& out);

    TerminalCleaner m_cleaner;
    StreamRedactor m_redactor;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QString m_line;         ///< of the line under way, not given out yet
    qsizetype m_given = 0;  ///< characters of it that are
    int m_rewrites = 0;
    bool m_returned = false;  ///< a carriage return came last
    bool m_full = false;
};

}  // namespace cockpit
