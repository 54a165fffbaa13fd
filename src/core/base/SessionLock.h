// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Profile.h"
#include "core/base/Result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace cockpit {

/// Says that one run of the program is alive: held from start to end, gone with the process however it ends. What a
/// dead session left running has an unknown outcome. Thread: any.
class SessionLock
{
public:
    /// A new session with an id of its own. Errors: Storage.
    static Result<std::unique_ptr<SessionLock>> acquire(const Profile& profile);
    /// Whether the process that made this session still runs. Never true again once it was false.
    static bool isAlive(const Profile& profile, const QString& sessionId);

    const QString& sessionId() const { return m_sessionId; }

private:
    SessionLock(const QString& file, QString sessionId);

    QLockFile m_lock;
    QString m_sessionId;
};

/// Only one engine per profile polls, judges and sends; the others look and record. Thread: any.
class EngineLock
{
public:
    /// Errors: Conflict (another process holds it: the sentence names it), Storage.
    static Result<std::unique_ptr<EngineLock>> acquire(const Profile& profile);

private:
    explicit EngineLock(const QString& file);

    QLockFile m_lock;
};

}  // namespace cockpit
