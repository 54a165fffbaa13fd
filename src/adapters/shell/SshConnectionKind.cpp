// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/SshConnectionKind.h"

#include "adapters/shell/ShellPlaces.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace cockpit::adapters::shell {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Ssh)
};

}  // namespace

QString SshConnectionKind::kind() const
{
    return sshKind;
}

QString SshConnectionKind::title() const
{
    return Say::tr("Programs on a server (SSH)");
}

QString SshConnectionKind::secretLabel() const
{
    return {};
}

QList<ConnectionField> SshConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    const auto field = [](const char* id, const QString& label, Type type, bool required, const QString& help) {
        return ConnectionField{QString::fromLatin1(id), label, type, required, {}, help, {}};
    };
    ConnectionField port = field("port", Say::tr("Port"), Type::Number, false, Say::tr("Of the SSH server."));
    port.defaultValue = QStringLiteral("22");
    return {field("host", Say::tr("Server"), Type::Text, true, Say::tr("Name or address.")),
            port,
            field("user", Say::tr("User"), Type::Text, true, Say::tr("Who the programs run as.")),
            field("key_file", Say::tr("Key file"), Type::File, false,
                  Say::tr("A private key without a passphrase; empty for the keys in the SSH agent. Passwords and "
                          "passphrases are not supported.")),
            field("known_hosts", Say::tr("Known hosts"), Type::File, false,
                  Say::tr("The server's host key must be in this file; empty for ~/.ssh/known_hosts.")),
            field("directory", Say::tr("Working folder"), Type::Text, false,
                  Say::tr("On the server; empty for the user's home folder."))};
}

QFuture<ConnectionCheck> SshConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    QElapsedTimer elapsed;
    elapsed.start();
    return identityAt(connection.spec, timeout).then([elapsed](const Result<TargetIdentity>& found) {
        ConnectionCheck check;
        check.ok = found.ok();
        check.elapsed = Milliseconds(elapsed.elapsed());
        if (found) {
            check.target = *found;
            check.sentence = Say::tr("%1 answered in %2 ms as %3; host key %4")
                                 .arg(found->address)
                                 .arg(elapsed.elapsed())
                                 .arg(found->role, found->serverId);
        } else {
            check.sentence = found.error().message;
            check.errorKind = found.error().kind;
        }
        return check;
    });
}

}  // namespace cockpit::adapters::shell
