// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/sqlite/SqliteEventStore.h"
#include "app/commands/CommandContext.h"
#include "core/base/Clock.h"
#include "core/base/Profile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LogCommand)
};

int cannotOpen(CommandContext& context, const Error& error)
{
    if (context.json) {
        const QJsonObject answer{{QStringLiteral("error"), errorKindName(error.kind)},
                                 {QStringLiteral("message"), error.message}};
        context.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << Qt::endl;
    }
    context.err << error.message << Qt::endl;
    return ExitUnreachable;
}

int print(CommandContext& context, const QString& file, const ChainReport& chain)
{
    if (context.json) {
        const QJsonObject answer{{QStringLiteral("file"), file},
                                 {QStringLiteral("intact"), chain.intact},
                                 {QStringLiteral("events"), chain.events},
                                 {QStringLiteral("firstBad"), chain.firstBad},
                                 {QStringLiteral("reason"), chain.reason},
                                 {QStringLiteral("head"), QString::fromLatin1(chain.head.toHex())}};
        context.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << Qt::endl;
    } else if (chain.intact) {
        context.out << Say::tr("The log is intact: %n event(s), each follows the one before it.", nullptr,
                               static_cast<int>(chain.events))
                    << Qt::endl
                    << Say::tr("Its head is %1").arg(QString::fromLatin1(chain.head.toHex())) << Qt::endl;
    } else {
        context.out << Say::tr("The log was tampered with. %1.").arg(chain.reason) << Qt::endl
                    << Say::tr("The %1 events before that are intact.").arg(chain.firstBad - 1) << Qt::endl;
    }
    return chain.intact ? ExitDone : ExitRefused;
}

int verify(CommandContext& context)
{
    const Profile profile = Profile::at(context.profileDirectory);
    if (!QFileInfo::exists(profile.log()))
        return cannotOpen(context, fail(ErrorKind::NotFound,
                                        Say::tr("There is no incident log in %1; name the profile with --profile DIR")
                                            .arg(profile.directory())));
    const SystemClock clock;
    const auto store = adapters::sqlite::SqliteEventStore::open(profile.log(), clock);
    if (!store)
        return cannotOpen(context, store.error());
    const Result<ChainReport> chain = (*store)->verify();
    if (!chain) {
        cannotOpen(context, chain.error());
        return ExitRefused;
    }
    return print(context, profile.log(), *chain);
}

}  // namespace

int logCommand(CommandContext& context)
{
    if (context.arguments == QStringList{QStringLiteral("verify")})
        return verify(context);
    context.err << Say::tr("usage: incident-cockpit log verify [--json]") << Qt::endl
                << Say::tr("Checks that every event of the incident log is there, unchanged and in its place.")
                << Qt::endl;
    return ExitUsage;
}

}  // namespace cockpit
