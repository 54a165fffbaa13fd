// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QMap>
#include <QString>

namespace cockpit::panels::postmortem {

/// Keeps the tails of very long lines out of the editor, which would freeze for half a minute over one of a million
/// characters. A shortened line ends in a token like "⟦+995904 characters, no. 1⟧"; restored() puts the tail back. Text
/// around the token may be edited; deleting the token deletes the tail.
class LongLines
{
public:
    static constexpr qsizetype longest = 4'096;

    /// Forgets earlier tails.
    QString shortened(const QString& text);
    QString restored(const QString& text) const;
    static bool hasLongLine(const QString& text);

private:
    QMap<QString, QString> m_tails;  ///< token -> what it stands for
};

}  // namespace cockpit::panels::postmortem
