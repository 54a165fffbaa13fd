// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/RailwayStandIn.h"

#include <QCoreApplication>
#include <QDir>
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

Status writeRailwayStandIn(const QString& folder, const QString& program, const QUrl& url, const QString& keyFile)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("Simulator", "The folder %1 cannot be made.").arg(folder));
    const QString tell = u"exec %1 simulate tell %2"_s.arg(quoted(program), quoted(url.toString()));
    const QString key = u"--key-file %1"_s.arg(quoted(keyFile));
    const QString script = u"#!/bin/sh\n"
                           "# Stands in for the railway tool: acts on the simulated platform only.\n"
                           "case \"${1:-}\" in\n"
                           "restart) %1 restart %2 ;;\n"
                           "logs) %1 logs %2 ;;\n"
                           "*) echo \"railway (simulated): only restart and logs are known\" >&2; exit 2 ;;\n"
                           "esac\n"_s.arg(tell, key);
    return writeFile(QDir(folder).filePath(u"railway"_s), script.toUtf8(),
                     QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

}  // namespace cockpit
