// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellSettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace cockpit::adapters::shell {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Shell)
};

QString userName()
{
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(::geteuid());
}

}  // namespace

Result<ShellSettings> ShellSettings::from(const ConnectionSpec& spec)
{
    ShellSettings settings;
    settings.environment = spec.environment;
    settings.extraPath = spec.settings.value(QStringLiteral("path")).toString();
    settings.directory = spec.settings.value(QStringLiteral("directory")).toString();
    if (settings.directory.isEmpty())
        settings.directory = QDir::homePath();
    for (const QString& folder : {settings.directory, settings.extraPath}) {
        if (!folder.isEmpty() && (!QDir::isAbsolutePath(folder) || !QFileInfo(folder).isDir()))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("The folder %1 of %2 does not exist on this workstation; correct it in Connections")
                            .arg(folder, spec.id));
    }
    return settings;
}

QStringList ShellSettings::searchPath() const
{
    QStringList folders{QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/local/bin"),
                        QStringLiteral("/usr/sbin"),       QStringLiteral("/usr/bin"),
                        QStringLiteral("/sbin"),           QStringLiteral("/bin")};
    if (!extraPath.isEmpty())
        folders.prepend(extraPath);
    return folders;
}

QProcessEnvironment ShellSettings::processEnvironment(const QJsonObject& declared) const
{
    QProcessEnvironment result;
    result.insert(QStringLiteral("PATH"), searchPath().join(QLatin1Char(':')));
    result.insert(QStringLiteral("HOME"), QDir::homePath());
    result.insert(QStringLiteral("LANG"), qEnvironmentVariable("LANG", QStringLiteral("C.UTF-8")));
    result.insert(QStringLiteral("TERM"), QStringLiteral("dumb"));
    for (auto entry = declared.begin(); entry != declared.end(); ++entry)
        result.insert(entry.key(), entry.value().toString());
    return result;
}

TargetIdentity ShellSettings::identity() const
{
    TargetIdentity target;
    target.address = QSysInfo::machineHostName();
    target.name = directory;
    target.role = userName();
    target.environment = environment;
    return target;
}

}  // namespace cockpit::adapters::shell
