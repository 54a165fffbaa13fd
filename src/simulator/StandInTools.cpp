// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/StandInTools.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

Status writeFile(const QString& path, const QByteArray& content, QFile::Permissions permissions)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(permissions) && file.write(content) == content.size() &&
        file.commit())
        return Done{};
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate("Simulator", "The file %1 cannot be written: %2.").arg(path, file.errorString()));
}

}  // namespace

Status writeKeyFile(const QString& path, const QByteArray& key)
{
    return writeFile(path, key + '\n', QFile::ReadOwner | QFile::WriteOwner);
}

Status writeStandInTools(const QString& folder, const QStringList& names, const StandInTarget& target)
{
    for (const QString& name : names) {
        const QString path = QDir(folder).filePath(name);
        if (!QDir().mkpath(QFileInfo(path).path()))
            return fail(ErrorKind::Storage,
                        QCoreApplication::translate("Simulator", "The folder %1 cannot be made.").arg(folder));
        const QString script =
            u"#!/bin/sh\n"
            "# Stands in for %1: acts on the simulated platform only.\n"
            "exec %2 simulate tool %3 --key-file %4 -- %5 \"$@\"\n"_s.arg(
                name, quoted(target.program), quoted(target.url.toString()), quoted(target.keyFile), quoted(name));
        if (const Status written =
                writeFile(path, script.toUtf8(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            !written)
            return written;
    }
    return Done{};
}

Status writeRedirectedTool(const QString& folder, const QString& name, const QString& program,
                           const QList<ToolRedirection>& redirections)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("Simulator", "The folder %1 cannot be made.").arg(folder));
    QString cases;
    for (const ToolRedirection& redirection : redirections)
        cases += u"    %1*) argument=%2\"${argument#%1}\" ;;\n"_s.arg(quoted(redirection.from), quoted(redirection.to));
    const QString script = u"#!/bin/sh\n"
                           "# Runs %1 itself, sent to the simulated platform instead of the real one.\n"
                           "for argument do\n"
                           "    shift\n"
                           "    case $argument in\n"
                           "%2"
                           "    esac\n"
                           "    set -- \"$@\" \"$argument\"\n"
                           "done\n"
                           "exec %3 \"$@\"\n"_s.arg(name, cases, quoted(program));
    return writeFile(QDir(folder).filePath(name), script.toUtf8(),
                     QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Status writeToolsWithKey(const QString& folder, const QStringList& names, const StandInTarget& target,
                         const QString& key)
{
    if (!QDir().mkpath(QFileInfo(target.keyFile).path()))
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("Simulator", "The folder %1 cannot be made.").arg(folder));
    if (const Status written = writeKeyFile(target.keyFile, key.toUtf8()); !written)
        return written;
    return writeStandInTools(folder, names, target);
}

}  // namespace cockpit
