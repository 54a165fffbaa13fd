// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/SshSettings.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace cockpit::adapters::shell {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Ssh)
};

Error wrong(const ConnectionSpec& spec, const QString& what)
{
    return fail(ErrorKind::InvalidInput, Say::tr("%1: %2; correct it in Connections").arg(spec.id, what));
}

}  // namespace

Result<SshSettings> SshSettings::from(const ConnectionSpec& spec)
{
    // Neither may look like an option or hold what ssh would expand.
    static const QRegularExpression plainHost(QStringLiteral("\\A[A-Za-z0-9:][A-Za-z0-9.:_-]{0,252}\\z"));
    static const QRegularExpression plainUser(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]{0,63}\\z"));
    SshSettings settings;
    settings.environment = spec.environment;
    settings.host = spec.settings.value(QStringLiteral("host")).toString().trimmed();
    settings.user = spec.settings.value(QStringLiteral("user")).toString().trimmed();
    settings.keyFile = spec.settings.value(QStringLiteral("key_file")).toString();
    settings.knownHosts = spec.settings.value(QStringLiteral("known_hosts")).toString();
    settings.directory = spec.settings.value(QStringLiteral("directory")).toString();
    const QVariant port = spec.settings.value(QStringLiteral("port")).toVariant();
    settings.port = port.toString().isEmpty() ? settings.port : port.toInt();
    if (!plainHost.match(settings.host).hasMatch())
        return wrong(spec, Say::tr("\"%1\" is not the name or address of a server").arg(settings.host.left(80)));
    if (!plainUser.match(settings.user).hasMatch())
        return wrong(spec, Say::tr("\"%1\" is not a user name").arg(settings.user.left(80)));
    if (settings.port < 1 || settings.port > 65'535)
        return wrong(spec, Say::tr("the port is not between 1 and 65535"));
    if (settings.knownHosts.isEmpty())
        settings.knownHosts = QDir::home().filePath(QStringLiteral(".ssh/known_hosts"));
    for (const QString& file : {settings.keyFile, settings.knownHosts}) {
        if (!file.isEmpty() && !QFileInfo(file).isFile())
            return wrong(spec, Say::tr("the file %1 does not exist").arg(file));
        if (file.contains(QLatin1Char('"')) || file.contains(QLatin1Char('%')))
            return wrong(spec,
                         Say::tr("the file name %1 holds a quote or a percent sign, which ssh cannot take").arg(file));
    }
    if (settings.directory.contains(QChar(QChar::Null)))
        return wrong(spec, Say::tr("the working folder is not a path"));
    return settings;
}

QStringList SshSettings::arguments(const QString& logFile) const
{
    QStringList options{QStringLiteral("BatchMode=yes"),
                        QStringLiteral("StrictHostKeyChecking=yes"),
                        QStringLiteral("UserKnownHostsFile=\"%1\"").arg(knownHosts),
                        QStringLiteral("GlobalKnownHostsFile=none"),
                        QStringLiteral("UpdateHostKeys=no"),
                        QStringLiteral("VerifyHostKeyDNS=no"),
                        QStringLiteral("CheckHostIP=no"),
                        QStringLiteral("PreferredAuthentications=publickey"),
                        QStringLiteral("ForwardAgent=no"),
                        QStringLiteral("ForwardX11=no"),
                        QStringLiteral("ClearAllForwardings=yes"),
                        QStringLiteral("PermitLocalCommand=no"),
                        QStringLiteral("ControlMaster=no"),
                        QStringLiteral("ControlPath=none"),
                        QStringLiteral("ConnectTimeout=10"),
                        QStringLiteral("ConnectionAttempts=1"),
                        QStringLiteral("ServerAliveInterval=5"),
                        QStringLiteral("ServerAliveCountMax=3"),
                        QStringLiteral("FingerprintHash=sha256"),
                        QStringLiteral("LogLevel=DEBUG1")};
    if (!keyFile.isEmpty())
        options += {QStringLiteral("IdentitiesOnly=yes"), QStringLiteral("IdentityAgent=none"),
                    QStringLiteral("IdentityFile=\"%1\"").arg(keyFile)};
    QStringList arguments{QStringLiteral("-F"),
                          QStringLiteral("none"),
                          QStringLiteral("-T"),
                          QStringLiteral("-e"),
                          QStringLiteral("none"),
                          QStringLiteral("-E"),
                          logFile};
    for (const QString& option : options)
        arguments += {QStringLiteral("-o"), option};
    return arguments + QStringList{QStringLiteral("-p"), QString::number(port),
                                   QStringLiteral("-l"), user,
                                   QStringLiteral("--"), host};
}

TargetIdentity SshSettings::identity() const
{
    TargetIdentity target;
    target.address = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]:%2").arg(host).arg(port)
                                                     : QStringLiteral("%1:%2").arg(host).arg(port);
    target.name = directory.isEmpty() ? QStringLiteral("~") : directory;
    target.role = user;
    target.environment = environment;
    return target;
}

SshLog SshLog::read(const QString& text, const SshSettings& settings)
{
    static const QRegularExpression key(QStringLiteral("Server host key: \\S+ (SHA256:[A-Za-z0-9+/]+)"));
    SshLog log;
    log.fingerprint = key.match(text).captured(1);
    const QString where = settings.identity().address;
    const auto says = [&text](const char* words) { return text.contains(QLatin1String(words)); };
    const auto set = [&log](ErrorKind kind, const QString& problem) {
        log.kind = kind;
        log.problem = problem;
    };
    if (says("HOST IDENTIFICATION HAS CHANGED"))
        set(ErrorKind::Refused,
            Say::tr("%1 shows another host key than %2 holds for it (%3): it may be another machine, so nothing was "
                    "sent. Ask who runs it, and replace the key there only if the change is right")
                .arg(where, settings.knownHosts, log.fingerprint));
    else if (says("Host key verification failed"))
        set(ErrorKind::Refused,
            Say::tr(
                "The host key of %1 (%2) is not in %3, so nothing was sent; compare it with the server's and add it "
                "there")
                .arg(where, log.fingerprint, settings.knownHosts));
    else if (says("Permission denied"))
        set(ErrorKind::Unauthorized,
            Say::tr("%1 does not let %2 in: the key has to be in the connection's key file without a passphrase, or in "
                    "the agent; passwords are not supported")
                .arg(where, settings.user));
    else if (says("Could not resolve hostname"))
        set(ErrorKind::Unreachable, Say::tr("There is no server by the name %1").arg(settings.host));
    else if (says("Connection refused"))
        set(ErrorKind::Unreachable, Say::tr("%1 refuses the connection: no SSH server listens there").arg(where));
    else if (says("timed out"))
        set(ErrorKind::TimedOut, Say::tr("%1 does not answer").arg(where));
    return log;
}

}  // namespace cockpit::adapters::shell
