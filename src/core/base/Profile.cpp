// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

Status makePrivate(const QString& folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return fail(ErrorKind::Storage,
                    Say::tr("The profile folder %1 cannot be made: %2. Choose another with --profile")
                        .arg(folder, qt_error_string(errno)));
    struct stat information {
    };
    if (stat(path.constData(), &information) != 0)
        return fail(ErrorKind::Storage,
                    Say::tr("The profile folder %1 cannot be looked at: %2. Choose another with --profile")
                        .arg(folder, qt_error_string(errno)));
    if (!S_ISDIR(information.st_mode))
        return fail(
            ErrorKind::Storage,
            Say::tr("%1 is not a folder, so it cannot hold the profile; choose another with --profile").arg(folder));
    if (information.st_uid != geteuid())
        return fail(
            ErrorKind::Refused,
            Say::tr("The profile folder %1 belongs to somebody else, who could read or change the incident log; "
                    "choose another with --profile")
                .arg(folder));
    if ((information.st_mode & 0777) != 0700 && chmod(path.constData(), 0700) != 0)
        return fail(ErrorKind::Storage,
                    Say::tr("The profile folder %1 is open to others and that cannot be changed: %2")
                        .arg(folder, qt_error_string(errno)));
    return Done{};
}

}  // namespace

Profile::Profile(QString directory)
    : m_directory(std::move(directory))
{
}

Profile Profile::at(const QString& directory)
{
    if (!directory.isEmpty())
        return Profile(QDir::cleanPath(QFileInfo(directory).absoluteFilePath()));
    return Profile(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                   QStringLiteral("/incident-cockpit"));
}

Result<Profile> Profile::open(const QString& directory)
{
    const Profile profile = at(directory);
    const QString parent = QFileInfo(profile.m_directory).absolutePath();
    if (!QDir().mkpath(parent))
        return fail(ErrorKind::Storage,
                    Say::tr("The folder %1 cannot be made for the profile; choose another with --profile").arg(parent));
    for (const QString& folder : {profile.m_directory, profile.evidence(), profile.playbooks(), profile.sessions()}) {
        if (const Status made = makePrivate(folder); !made)
            return made.error();
    }
    return profile;
}

QString Profile::log() const
{
    return m_directory + QStringLiteral("/log.sqlite");
}

QString Profile::evidence() const
{
    return m_directory + QStringLiteral("/evidence");
}

QString Profile::connections() const
{
    return m_directory + QStringLiteral("/connections.json");
}

QString Profile::settings() const
{
    return m_directory + QStringLiteral("/settings.ini");
}

QString Profile::playbooks() const
{
    return m_directory + QStringLiteral("/playbooks");
}

QString Profile::sessions() const
{
    return m_directory + QStringLiteral("/sessions");
}

QString Profile::engineLock() const
{
    return m_directory + QStringLiteral("/engine.lock");
}

}  // namespace cockpit
