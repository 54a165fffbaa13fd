// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/LocalProgram.h"

#include "adapters/shell/ProcessKeeper.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace cockpit::adapters::shell {

namespace {

/// The program's file, looked up where the program itself would look; empty when there is none.
QString findProgram(const QString& name, const ShellSettings& settings)
{
    if (!name.contains(QLatin1Char('/')))
        return QStandardPaths::findExecutable(name, settings.searchPath());
    const QFileInfo file(QFileInfo(name).isAbsolute() ? name : settings.directory + QLatin1Char('/') + name);
    return file.isFile() && file.isExecutable() ? file.absoluteFilePath() : QString();
}

}  // namespace

LocalProgram::LocalProgram(ShellSettings settings, QObject* parent)
    : ProgramRun(parent)
    , m_settings(std::move(settings))
{
    connect(&m_process, &KeptProcess::output, this, &ProgramRun::output);
    connect(&m_process, &KeptProcess::ended, this, &ProgramRun::ended);
}

Status LocalProgram::begin(const ProgramRequest& request)
{
    if (const TargetIdentity here = m_settings.identity(); request.approved && !request.approved->isSame(here))
        return otherTarget(*request.approved, here);
    const QString name = request.argv.value(0);
    const QString program = findProgram(name, m_settings);
    if (program.isEmpty())
        return fail(ErrorKind::NotFound,
                    tr("The program %1 is not on this workstation (looked in %2); install it or set the "
                       "connection's path")
                        .arg(name, m_settings.searchPath().join(QStringLiteral(", "))));
    connect(&m_process, &KeptProcess::failed, this, [this, program](const QString& reason) {
        emit failed(tr("%1 could not be started: %2").arg(program, reason));
    });
    QProcessEnvironment environment = m_settings.processEnvironment(request.environment);
    for (auto secret = request.secrets.begin(); secret != request.secrets.end(); ++secret)
        environment.insert(secret.key(), QString::fromUtf8(secret->reveal()));
    return m_process.start({program, request.argv.mid(1), m_settings.directory, environment, request.input});
}

void LocalProgram::askToEnd()
{
    m_process.send(shell::askToEnd);
}

void LocalProgram::endEverything()
{
    m_process.send(shell::endEverything);
}

}  // namespace cockpit::adapters::shell
