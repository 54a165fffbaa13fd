// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/SessionLock.h"

#include "core/base/Ids.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SessionLock)
};

QString fileOf(const Profile& profile, const QString& sessionId)
{
    return profile.sessions() + QLatin1Char('/') + sessionId + QStringLiteral(".lock");
}

}  // namespace

SessionLock::SessionLock(const QString& file, QString sessionId)
    : m_lock(file)
    , m_sessionId(std::move(sessionId))
{
    m_lock.setStaleLockTime(0);
}

Result<std::unique_ptr<SessionLock>> SessionLock::acquire(const Profile& profile)
{
    const QString id = newId();
    std::unique_ptr<SessionLock> session(new SessionLock(fileOf(profile, id), id));
    if (!session->m_lock.tryLock(0))
        return fail(
            ErrorKind::Storage,
            Say::tr("This session cannot be marked as running in %1; check the rights of that folder and the space "
                    "on its disk")
                .arg(profile.sessions()));
    return session;
}

bool SessionLock::isAlive(const Profile& profile, const QString& sessionId)
{
    // Ids come from the log; one that is not ours must not lead out of the folder.
    if (QUuid::fromString(sessionId).isNull())
        return false;
    const int descriptor =
        ::open(QFile::encodeName(fileOf(profile, sessionId)).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    // QLockFile keeps an exclusive lock on the file as long as the process lives. The kernel drops it with the process,
    // whereas the number written in the file may by now belong to another one. A shared lock, so that two who ask at
    // the same time do not mistake each other for the owner.
    const bool free = flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    ::close(descriptor);
    return !free;
}

EngineLock::EngineLock(const QString& file)
    : m_lock(file)
{
    m_lock.setStaleLockTime(0);
}

Result<std::unique_ptr<EngineLock>> EngineLock::acquire(const Profile& profile)
{
    std::unique_ptr<EngineLock> engine(new EngineLock(profile.engineLock()));
    if (engine->m_lock.tryLock(0))
        return engine;
    qint64 process = 0;
    QString host;
    QString program;
    if (engine->m_lock.error() == QLockFile::LockFailedError) {
        engine->m_lock.getLockInfo(&process, &host, &program);
        return fail(
            ErrorKind::Conflict,
            Say::tr("Another cockpit (process %1) already watches the profile %2; this one only looks and records")
                .arg(process)
                .arg(profile.directory()));
    }
    return fail(ErrorKind::Storage,
                Say::tr("The profile %1 cannot be locked; check the rights of that folder and the space on its disk")
                    .arg(profile.directory()));
}

}  // namespace cockpit
