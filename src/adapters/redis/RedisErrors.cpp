// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisErrors.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

namespace cockpit::adapters::redis {

namespace {

struct Known {
    const char* code;
    ErrorKind kind;
    const char* sentence;  ///< %1 is the address
};

constexpr Known known[] = {
    {"NOAUTH", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 wants a password; enter it in Connections")},
    {"WRONGPASS", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 rejected the user or password; enter them again in Connections")},
    {"NOPERM", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Redis", "The Redis user at %1 may not do this; use one whose access rules allow it")},
    {"READONLY", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 is a read-only replica; run this on its master")},
    {"LOADING", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 is still loading its data; try again in a moment")},
    {"BUSY", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 is busy with a long script; wait, or end it with SCRIPT KILL")},
    {"MASTERDOWN", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Redis", "The replica at %1 has lost its master and does not serve old data; check the master")},
    {"OOM", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 has no memory left for writes; free some or raise maxmemory")},
    {"MISCONF", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Redis",
                       "Redis at %1 cannot save to its disk and takes no writes; look at the disk and its log")},
    {"MOVED", ErrorKind::Unsupported,
     QT_TRANSLATE_NOOP("Redis",
                       "Redis at %1 is part of a cluster and the key lies on another node; connect to that node")},
    {"ASK", ErrorKind::Unsupported,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 is moving this key to another cluster node; try again later")},
    {"TRYAGAIN", ErrorKind::Unsupported,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 is moving these keys to another cluster node; try again later")},
    {"CROSSSLOT", ErrorKind::Unsupported,
     QT_TRANSLATE_NOOP("Redis", "The keys lie on several nodes of the cluster at %1; name one at a time")},
    {"CLUSTERDOWN", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Redis", "The Redis cluster of %1 is down or incomplete; look at its nodes (CLUSTER NODES)")},
    {"NOREPLICAS", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Redis",
                       "Redis at %1 takes no writes because too few replicas follow it; look at the replicas")},
    {"EXECABORT", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 refused a part of the transaction, so none of it was carried out")},
    {"UNBLOCKED", ErrorKind::Cancelled,
     QT_TRANSLATE_NOOP("Redis", "Somebody ended the wait at Redis %1 (CLIENT UNBLOCK); nothing was taken")},
    {"NOTBUSY", ErrorKind::Conflict, QT_TRANSLATE_NOOP("Redis", "No script runs at Redis %1, so there is none to end")},
    {"UNKILLABLE", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Redis",
                       "The script at Redis %1 has written already and cannot be ended; wait for it, or stop the "
                       "server without saving at the server")},
    {"NOSCRIPT", ErrorKind::NotFound,
     QT_TRANSLATE_NOOP("Redis", "Redis at %1 does not know this script any more; load it again (SCRIPT LOAD)")},
    {"WRONGTYPE", ErrorKind::MissingField,
     QT_TRANSLATE_NOOP("Redis", "The key at %1 holds another type than this command works on")},
};

QByteArray codeOf(const QByteArray& reply)
{
    return reply.left(reply.indexOf(' ') < 0 ? reply.size() : reply.indexOf(' '));
}

}  // namespace

bool isPassing(const Error& error)
{
    const QByteArray code = codeOf(error.detail.toUtf8());
    return code == "LOADING" || code == "BUSY" || code == "MASTERDOWN";
}

Error replyError(const QByteArray& reply, const QString& address)
{
    const QString words = safeLine(QString::fromUtf8(reply), 300);
    const QByteArray code = codeOf(reply);
    for (const Known& one : known) {
        if (code == one.code)
            return fail(one.kind, QCoreApplication::translate("Redis", one.sentence).arg(address), words);
    }
    // Redis 6 and later answer WRONGPASS; older ones say it in words.
    if (reply.startsWith("ERR invalid password") || reply.startsWith("ERR AUTH") ||
        reply.startsWith("ERR Client sent AUTH"))
        return fail(ErrorKind::Unauthorized,
                    QCoreApplication::translate(
                        "Redis", "Redis at %1 rejected the user or password; enter them again in Connections")
                        .arg(address),
                    words);
    return fail(ErrorKind::InvalidInput, QCoreApplication::translate("Redis", "Redis at %1: %2").arg(address, words),
                words);
}

}  // namespace cockpit::adapters::redis
