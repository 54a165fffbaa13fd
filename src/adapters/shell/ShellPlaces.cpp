// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellPlaces.h"

#include "adapters/shell/LocalProgram.h"
#include "adapters/shell/RemoteProgram.h"
#include "core/base/ShellWords.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

namespace cockpit::adapters::shell {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Shell)
};

QFuture<Result<TargetIdentity>> ready(Result<TargetIdentity> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

}  // namespace

Error otherTarget(const TargetIdentity& approved, const TargetIdentity& found)
{
    const auto named = [](const TargetIdentity& target) {
        return QStringLiteral("%1@%2 %3 %4").arg(target.role, target.address, target.name, target.serverId).trimmed();
    };
    return fail(ErrorKind::Refused,
                Say::tr("This is not the target that was looked at (%1, now %2), so nothing was sent; look at the step "
                        "again")
                    .arg(named(approved), named(found)));
}

Result<std::unique_ptr<ProgramRun>> programAt(const ConnectionResolver& connections, const QString& connectionId)
{
    const auto spec = connections.find(connectionId);
    if (!spec)
        return spec.error();
    if (spec->kind == sshKind) {
        const auto settings = SshSettings::from(*spec);
        if (!settings)
            return settings.error();
        return std::unique_ptr<ProgramRun>(std::make_unique<RemoteProgram>(*settings));
    }
    const auto settings = ShellSettings::from(*spec);
    if (!settings)
        return settings.error();
    return std::unique_ptr<ProgramRun>(std::make_unique<LocalProgram>(*settings));
}

QFuture<Result<TargetIdentity>> identityAt(const ConnectionSpec& spec, Milliseconds timeout)
{
    if (spec.kind != sshKind) {
        const auto settings = ShellSettings::from(spec);
        return ready(settings ? Result<TargetIdentity>(settings->identity()) : settings.error());
    }
    const auto settings = SshSettings::from(spec);
    if (!settings)
        return ready(settings.error());
    auto promise = std::make_shared<QPromise<Result<TargetIdentity>>>();
    promise->start();
    auto* const program = new RemoteProgram(*settings);
    const auto end = [promise, program](const Result<TargetIdentity>& result) {
        // The first answer counts; the connection is given up with the object.
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
        program->deleteLater();
    };
    QObject::connect(program, &RemoteProgram::identified, program, end);
    QObject::connect(program, &ProgramRun::failed, program,
                     [end, program](const QString& sentence) { end(fail(program->problemKind(), sentence)); });
    QTimer::singleShot(timeout, program, [end, address = settings->identity().address] {
        end(fail(ErrorKind::TimedOut, Say::tr("%1 does not answer").arg(address)));
    });
    if (const Status started = program->identify(); !started)
        end(started.error());
    return promise->future();
}

QString terminalPrefix(const ConnectionSpec& spec)
{
    const auto settings = spec.kind == sshKind ? SshSettings::from(spec) : Result<SshSettings>(Error{});
    if (!settings)
        return {};
    QString line = QStringLiteral("ssh -p %1 ").arg(settings->port);
    if (!settings->keyFile.isEmpty())
        line += QStringLiteral("-i ") + shellQuoted(settings->keyFile) + QLatin1Char(' ');
    return line + settings->user + QLatin1Char('@') + settings->host;
}

}  // namespace cockpit::adapters::shell
