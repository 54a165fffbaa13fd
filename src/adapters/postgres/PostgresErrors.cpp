// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresErrors.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

namespace cockpit::adapters::postgres {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Postgres)
};

struct Known {
    const char* words;  ///< part of libpq's or the server's message, lower case
    ErrorKind kind;
    const char* sentence;  ///< %1 address, %2 user, %3 database
};

// libpq gives no SQLSTATE for a failed connection, so its words decide. The most telling come first.
constexpr Known knownFailures[] = {
    {"password authentication failed", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 rejected the password of user %2; enter it again in Connections")},
    {"no password supplied", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 wants a password for user %2; enter it in Connections")},
    {"no pg_hba.conf entry", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Postgres",
                       "PostgreSQL at %1 does not let user %2 in from this machine; its administrator must allow it "
                       "(pg_hba.conf)")},
    {"authentication failed", ErrorKind::Unauthorized,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 rejected user %2; check user and password in Connections")},
    {"channel binding", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Postgres",
                       "PostgreSQL at %1 could not prove who it is, so no password was sent; set tls to verify-full")},
    {"server does not support ssl", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Postgres",
                       "PostgreSQL at %1 does not offer TLS, so no password was sent; switch TLS on at the server")},
    {"root certificate file", ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Postgres",
                       "The authority file for %1 does not exist or cannot be read; correct authority_file")},
    {"certificate verify failed", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Postgres",
                       "The certificate of %1 is not signed by a trusted authority, so no password was sent; name the "
                       "right authority_file")},
    {"does not match host name", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Postgres",
                       "The certificate of %1 was made for another host name, so no password was sent; use the name in "
                       "the certificate")},
    {"ssl error", ErrorKind::Refused,
     QT_TRANSLATE_NOOP("Postgres", "The encrypted connection to %1 could not be made; check TLS at the server")},
    {"too many connections", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 has no free connection; close some sessions and try again")},
    {"too many clients", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 has no free connection; close some sessions and try again")},
    {"remaining connection slots", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 has no free connection; close some sessions and try again")},
    {"starting up", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 is starting; try again in a moment")},
    {"shutting down", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "PostgreSQL at %1 is shutting down; try again when it is back")},
    {"connection refused", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres",
                       "Nothing listens at %1; check that PostgreSQL runs and that host and port are right")},
    {"could not translate host name", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "The host name of %1 cannot be found; check it in Connections")},
    {"no such file or directory", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres",
                       "Nothing listens at %1; check that PostgreSQL runs and that host and port are right")},
    {"server closed the connection", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "%1 closed the connection at once; check that it is a PostgreSQL server")},
};

struct KnownState {
    const char* state;
    ErrorKind kind;
    const char* remedy;
};

constexpr KnownState knownStates[] = {
    {"25006", ErrorKind::Refused,
     QT_TRANSLATE_NOOP(
         "Postgres", "the step is declared as reading (or the server is a read-only replica), so nothing was changed")},
    {"42501", ErrorKind::Unauthorized, QT_TRANSLATE_NOOP("Postgres", "use a role that may do this")},
    {"55P03", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Postgres", "another session holds the lock; find it, then try again")},
    {"40P01", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Postgres", "two sessions blocked each other; nothing was changed, try again")},
    {"40001", ErrorKind::Conflict,
     QT_TRANSLATE_NOOP("Postgres", "another session changed the same rows; nothing was changed, try again")},
    {"25001", ErrorKind::Unsupported, QT_TRANSLATE_NOOP("Postgres", "the cockpit runs steps inside a transaction")},
    {"53300", ErrorKind::Unreachable, QT_TRANSLATE_NOOP("Postgres", "close some sessions and try again")},
    {"57P01", ErrorKind::Unreachable,
     QT_TRANSLATE_NOOP("Postgres", "the server ended this session; try again when it is back")},
    {"57P02", ErrorKind::Unreachable, QT_TRANSLATE_NOOP("Postgres", "the server crashed; try again when it is back")},
    {"57P03", ErrorKind::Unreachable, QT_TRANSLATE_NOOP("Postgres", "the server is starting; try again in a moment")},
};

}  // namespace

Error connectError(const PostgresSettings& settings, const QString& libpqWords)
{
    const QString words = libpqWords.toLower();
    const QString detail = safeLine(libpqWords.simplified(), 400);
    // These carry names chosen by people, so both ends of the phrase are looked for.
    if (words.contains(QLatin1String("database \"")) && words.contains(QLatin1String("does not exist")))
        return fail(ErrorKind::NotFound,
                    Say::tr("There is no database %1 at %2; correct it in Connections")
                        .arg(settings.database, settings.address()),
                    detail);
    if (words.contains(QLatin1String("role \"")) && words.contains(QLatin1String("does not exist")))
        return fail(ErrorKind::Unauthorized,
                    Say::tr("PostgreSQL at %1 knows no user %2; correct it in Connections")
                        .arg(settings.address(), settings.user),
                    detail);
    for (const Known& known : knownFailures) {
        if (!words.contains(QLatin1String(known.words)))
            continue;
        QString sentence = Say::tr(known.sentence);
        sentence.replace(QLatin1String("%1"), settings.address());
        sentence.replace(QLatin1String("%2"), settings.user);
        return fail(known.kind, sentence, detail);
    }
    return fail(ErrorKind::Unreachable,
                Say::tr("PostgreSQL at %1 cannot be reached: %2").arg(settings.address(), detail), detail);
}

Error statementError(const QString& sqlState, const QString& serverWords)
{
    const QString words = safeLine(serverWords, 400);
    const QString detail = QStringLiteral("SQLSTATE ") + sqlState;
    for (const KnownState& known : knownStates) {
        if (sqlState == QLatin1String(known.state))
            return fail(known.kind, Say::tr("PostgreSQL: %1 (%2)").arg(words, Say::tr(known.remedy)), detail);
    }
    return fail(ErrorKind::InvalidInput, Say::tr("PostgreSQL: %1").arg(words), detail);
}

}  // namespace cockpit::adapters::postgres
