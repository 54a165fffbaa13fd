// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace cockpit {

/// One fault of a playbook, where a person finds it.
struct PlaybookProblem {
    QString file;     ///< as a person would open it
    int line = 1;     ///< 1-based
    int column = 1;   ///< 1-based, in characters
    QString message;  ///< what is wrong and what is valid instead
    /// "file:line:column: message", the form editors jump to.
    QString toString() const;
};

using PlaybookProblems = QList<PlaybookProblem>;

/// The candidate that `word` was probably meant to be (fewest edits, case ignored), or empty when none is near.
QString nearestWord(const QString& word, const QStringList& candidates);

/// The end of a message about an unknown word: names the nearest candidate, or lists the valid ones.
QString suggestion(const QString& word, const QStringList& candidates);

}  // namespace cockpit
