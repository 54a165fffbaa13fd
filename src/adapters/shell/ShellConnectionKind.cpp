// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellConnectionKind.h"

#include "adapters/shell/ShellSettings.h"

#include <QCoreApplication>

namespace cockpit::adapters::shell {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Shell)
};

}  // namespace

QString ShellConnectionKind::kind() const
{
    return QStringLiteral("shell");
}

QString ShellConnectionKind::title() const
{
    return Say::tr("Programs on this workstation");
}

QString ShellConnectionKind::secretLabel() const
{
    return {};
}

QList<ConnectionField> ShellConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    return {
        {QStringLiteral("path"),
         Say::tr("Folder of the programs"),
         Type::Text,
         false,
         {},
         Say::tr("Searched before the system's folders; empty if the programs are installed normally."),
         {}},
        {QStringLiteral("directory"),
         Say::tr("Working folder"),
         Type::Text,
         false,
         {},
         Say::tr("Where the programs run, for example a checkout; empty for the home folder."),
         {}},
    };
}

QFuture<ConnectionCheck> ShellConnectionKind::test(const ResolvedConnection& connection, Milliseconds)
{
    ConnectionCheck check;
    const auto settings = ShellSettings::from(connection.spec);
    if (settings) {
        check.ok = true;
        check.target = settings->identity();
        check.sentence =
            Say::tr("Programs run on %1 as %2 in %3").arg(check.target.address, check.target.role, check.target.name);
    } else {
        check.sentence = settings.error().message;
        check.errorKind = settings.error().kind;
    }
    return QtFuture::makeReadyFuture(check);
}

}  // namespace cockpit::adapters::shell
