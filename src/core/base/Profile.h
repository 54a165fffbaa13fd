// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace cockpit {

/// The folder that holds everything the cockpit keeps: log, evidence, connections, settings, own playbooks, locks.
/// Nobody but its owner can look inside (0700). Thread: any; a value.
class Profile
{
public:
    /// Where the profile is: `directory` made absolute, or the desktop's data folder ("…/incident-cockpit") when empty.
    /// Touches nothing.
    static Profile at(const QString& directory = {});

    /// The same, and makes the folder and its subfolders, tightening looser modes. Errors: Storage (cannot be made),
    /// Refused (it belongs to somebody else).
    static Result<Profile> open(const QString& directory = {});

    const QString& directory() const { return m_directory; }
    QString log() const;          ///< log.sqlite
    QString evidence() const;     ///< evidence/
    QString connections() const;  ///< connections.json
    QString settings() const;     ///< settings.ini
    QString playbooks() const;    ///< playbooks/: the team's own
    QString sessions() const;     ///< sessions/: one lock per running cockpit
    QString engineLock() const;   ///< engine.lock

private:
    explicit Profile(QString directory);

    QString m_directory;
};

}  // namespace cockpit
