// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellConnectionKind.h"

#include "adapters/shell/ShellSettings.h"

#include <QCoreApplication>

namespace cockpit::adapters::shell {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Shell", text);
}

}  // namespace

QString ShellConnectionKind::kind() const
{
    return QStringLiteral("shell");
}

QString ShellConnectionKind::title() const
{
    return say("Programs on this workstation");
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
         say("Folder of the programs"),
         Type::Text,
         false,
         {},
         say("Searched before the system's folders; empty if the programs are installed normally."),
         {}},
        {QStringLiteral("directory"),
         say("Working folder"),
         Type::Text,
         false,
         {},
         say("Where the programs run, for example a checkout; empty for the home folder."),
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
            say("Programs run on %1 as %2 in %3").arg(check.target.address, check.target.role, check.target.name);
    } else {
        check.sentence = settings.error().message;
        check.errorKind = settings.error().kind;
    }
    return QtFuture::makeReadyFuture(check);
}

}  // namespace cockpit::adapters::shell
