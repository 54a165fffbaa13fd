// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace cockpit {

/// What a mistake here would hit. Shown as a solid, coloured label on everything that can act.
enum class Environment { Production, Staging, Demo };

QString environmentName(Environment environment);  ///< "production", "staging", "demo"
Result<Environment> parseEnvironment(const QString& name);

/// Where a connection's secret lives. Never in a file of ours.
enum class SecretStorage {
    None,      ///< this connection needs no secret
    Keychain,  ///< the desktop's Secret Service, key "connection/<id>"
    Session    ///< memory of this process only; gone when it ends
};

/// One workstation's binding of a playbook's connection slot (or of a free-standing service) to a real address.
/// The settings depend on the kind and are described by ConnectionKind::fields(); secrets are never among them.
struct ConnectionSpec {
    QString id;    ///< "<platform>/<slot>", e.g. "just-trades/api"
    QString kind;  ///< "http", "postgres", "redis", "prometheus", "alertmanager", "slack", "webhook", "shell", "ssh"
    QString title;
    Environment environment = Environment::Production;
    QJsonObject settings;
    SecretStorage secretStorage = SecretStorage::None;
};

/// A connection together with its secret, for the duration of one use.
struct ResolvedConnection {
    ConnectionSpec spec;
    Secret secret;
};

/// Why a secret is or is not to be had; the desktop's keychain answers "not found" for several of these.
enum class CredentialState { Ready, NoService, Locked, Denied, Missing, TimedOut };
QString
credentialStateName(CredentialState state);  ///< "ready", "no_service", "locked", "denied", "missing", "timed_out"

/// Keeps secrets. Errors: Unsupported (no service), Unauthorized (locked or denied), NotFound (missing), TimedOut;
/// Error::detail is credentialStateName(). Thread: the engine's.
class CredentialStore
{
public:
    CredentialStore() = default;
    CredentialStore(const CredentialStore&) = delete;
    CredentialStore& operator=(const CredentialStore&) = delete;
    virtual ~CredentialStore() = default;

    virtual QFuture<Result<Secret>> read(const QString& key) = 0;
    virtual QFuture<Status> write(const QString& key, const Secret& secret) = 0;
    virtual QFuture<Status> remove(const QString& key) = 0;
    /// Can secrets be kept now? Costs no prompt.
    virtual QFuture<CredentialState> probe() = 0;
};

/// Looks a connection up and fetches its secret. Errors: NotFound (no such connection: says which slot and where to
/// add it) and those of CredentialStore. Thread: the engine's; the future finishes on it.
class ConnectionResolver
{
public:
    ConnectionResolver() = default;
    ConnectionResolver(const ConnectionResolver&) = delete;
    ConnectionResolver& operator=(const ConnectionResolver&) = delete;
    virtual ~ConnectionResolver() = default;

    virtual QFuture<Result<ResolvedConnection>> resolve(const QString& connectionId) = 0;
    /// The settings without the secret; NotFound as above.
    virtual Result<ConnectionSpec> find(const QString& connectionId) const = 0;
};

/// One editable setting of a connection kind, for forms, the command line and validation.
struct ConnectionField {
    enum class Type { Text, Number, Choice, File, Flag };
    QString id;     ///< key in ConnectionSpec::settings
    QString label;  ///< translated
    Type type = Type::Text;
    bool required = false;
    QString defaultValue;
    QString help;            ///< translated, one sentence
    QList<QString> choices;  ///< for Choice
};

/// Who answered: shown before an action and recorded with it.
struct TargetIdentity {
    QString address;   ///< host:port
    QString name;      ///< database, Redis database number or URL path prefix
    QString role;      ///< database or ACL user; empty when there is none
    QString serverId;  ///< PostgreSQL system identifier, Redis run_id, certificate digest; empty when unknown
    Environment environment = Environment::Production;
    QJsonObject toJson() const;
    static TargetIdentity fromJson(const QJsonObject& json);
    /// The same server, database and role at the same address.
    bool isSame(const TargetIdentity& other) const;
};

/// What a connection test found.
struct ConnectionCheck {
    bool ok = false;
    QString sentence;  ///< one sentence: what is wrong and what to do, or what answered and how fast
    TargetIdentity target;
    Milliseconds elapsed{0};
    ErrorKind errorKind = ErrorKind::Unreachable;  ///< meaningful when !ok
};

/// One kind of connection: its settings and its test. One per adapter that speaks to something. Thread: the engine's.
class ConnectionKind
{
public:
    ConnectionKind() = default;
    ConnectionKind(const ConnectionKind&) = delete;
    ConnectionKind& operator=(const ConnectionKind&) = delete;
    virtual ~ConnectionKind() = default;

    virtual QString kind() const = 0;
    virtual QString title() const = 0;        ///< translated: "PostgreSQL"
    virtual QString secretLabel() const = 0;  ///< translated name of its secret ("Password"); empty when it has none
    virtual QList<ConnectionField> fields() const = 0;
    /// Tries it in the least intrusive way, within `timeout`. Never fails as a future: problems are in the check.
    virtual QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) = 0;
};

}  // namespace cockpit
