// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/playbook/PlaybookProblem.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace cockpit {

/// The files of one playbook's folder. Reads nothing outside it: names are relative, without "..", and a link that
/// leads out is refused. A file has at most 1 MiB.
class PlaybookFiles
{
public:
    static constexpr qint64 maximumBytes = 1024 * 1024;

    /// `folder` is on disk or among the program's resources (":/playbooks/…").
    explicit PlaybookFiles(QString folder);

    /// How messages call a file of the folder.
    QString displayName(const QString& relativeName) const;
    /// Text that was garbled on its way through another program comes repaired, and is listed in repairs().
    /// Errors: InvalidInput (a name that leads out), NotFound, TooLarge, Storage.
    Result<QByteArray> read(const QString& relativeName);
    /// Names of the *.yaml files in a subfolder, sorted, relative to the folder.
    QStringList yamlFiles(const QString& subfolder) const;
    /// What was repaired, one notice per line of a file.
    const PlaybookProblems& repairs() const { return m_repairs; }
    /// SHA-256 over the names and bytes of everything read so far, hex.
    QString digest() const;

private:
    QString m_folder;
    QByteArray repaired(const QString& relativeName, const QByteArray& bytes);

    QMap<QString, QByteArray> m_read;
    PlaybookProblems m_repairs;
};

}  // namespace cockpit
