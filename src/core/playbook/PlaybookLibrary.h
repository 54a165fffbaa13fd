// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/PlaybookLoader.h"

#include <QList>
#include <QString>

namespace cockpit {

/// The playbooks this workstation knows: those shipped with the program and the team's own, which replace a shipped one
/// of the same id. A team's playbook with faults is reported and does not replace anything. Thread: one at a time.
class PlaybookLibrary
{
public:
    /// `teamFolder` holds one folder per playbook and may be absent or empty text. `shippedFolder` likewise.
    PlaybookLibrary(const Vocabulary& vocabulary, QString teamFolder,
                    QString shippedFolder = QStringLiteral(":/playbooks"));

    /// Reads everything again.
    void reload();
    /// Sorted by id.
    const QList<PlaybookPointer>& playbooks() const { return m_playbooks; }
    /// Null when there is none of this id.
    PlaybookPointer find(const QString& id) const;
    /// Of all playbooks that could not be loaded.
    const PlaybookProblems& problems() const { return m_problems; }
    /// What was repaired while reading them (PlaybookLoad::notices).
    const PlaybookProblems& notices() const { return m_notices; }

private:
    QList<PlaybookPointer> loadFolder(const QString& folder);

    PlaybookLoader m_loader;
    QString m_teamFolder;
    QString m_shippedFolder;
    QList<PlaybookPointer> m_playbooks;
    PlaybookProblems m_problems;
    PlaybookProblems m_notices;
};

}  // namespace cockpit
