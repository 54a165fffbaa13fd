// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/ConnectionBook.h"

#include "core/connections/ConnectionFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>

#include <algorithm>

namespace cockpit {

namespace {

constexpr int lockPatienceMs = 500;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ConnectionBook)
};

template <typename T>
QFuture<Result<T>> now(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

QString stampOf(const QString& file)
{
    const QFileInfo info(file);
    return QStringLiteral("%1 %2 %3").arg(info.exists()).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
}

/// The store's error with the name of the connection and what to do about it.
Error explain(const Error& error, const QString& connectionId)
{
    QString message;
    if (error.detail == credentialStateName(CredentialState::NoService))
        message = Say::tr(
            "There is no keychain on this desktop to keep the secret of %1; start one (for example GNOME Keyring) "
            "or enter the secret for this session only");
    else if (error.detail == credentialStateName(CredentialState::Locked))
        message = Say::tr("The keychain is locked, so the secret of %1 cannot be read; unlock it and try again");
    else if (error.detail == credentialStateName(CredentialState::Denied))
        message =
            Say::tr("The keychain refused access to the secret of %1; allow it in the keychain's own dialogue and try "
                    "again");
    else if (error.detail == credentialStateName(CredentialState::Missing))
        message = Say::tr("No secret is kept for %1; enter it in Connections");
    else if (error.detail == credentialStateName(CredentialState::TimedOut))
        message =
            Say::tr("The keychain does not answer, so the secret of %1 cannot be read; look for a prompt it may be "
                    "showing, or enter the secret for this session only");
    else
        return error;
    return fail(error.kind, message.arg(connectionId), error.detail);
}

}  // namespace

ConnectionBook::ConnectionBook(QString file, CredentialStore& keychain)
    : m_file(std::move(file))
    , m_keychain(keychain)
{
}

QString ConnectionBook::keychainKey(const QString& connectionId)
{
    return QStringLiteral("connection/") + connectionId;
}

Status ConnectionBook::refresh() const
{
    const QString stamp = stampOf(m_file);
    if (stamp == m_stamp)
        return Done{};
    auto specs = readConnectionFile(m_file);
    if (!specs)
        return specs.error();
    m_specs = std::move(*specs);
    std::sort(m_specs.begin(), m_specs.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    m_fetched.clear();
    m_stamp = stamp;
    return Done{};
}

Result<QList<ConnectionSpec>> ConnectionBook::specs() const
{
    if (const Status read = refresh(); !read)
        return read.error();
    return m_specs;
}

Result<ConnectionSpec> ConnectionBook::find(const QString& connectionId) const
{
    if (const Status read = refresh(); !read)
        return read.error();
    for (const ConnectionSpec& spec : m_specs) {
        if (spec.id == connectionId)
            return spec;
    }
    return fail(ErrorKind::NotFound,
                Say::tr("\"%1\" is not set up on this workstation; add it in Connections").arg(connectionId.left(140)));
}

Result<QList<SlotBinding>> ConnectionBook::bindings(const Playbook& playbook) const
{
    if (const Status read = refresh(); !read)
        return read.error();
    QList<SlotBinding> bindings;
    for (const ConnectionSlot& slot : playbook.connections) {
        SlotBinding binding{playbook.id + QLatin1Char('/') + slot.id, slot, std::nullopt};
        for (const ConnectionSpec& spec : m_specs) {
            if (spec.id == binding.connectionId)
                binding.spec = spec;
        }
        bindings.append(std::move(binding));
    }
    return bindings;
}

Status ConnectionBook::change(const std::function<Status(QList<ConnectionSpec>&)>& edit)
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(m_file + QStringLiteral(".lock"));
    if (!lock.tryLock(lockPatienceMs))
        return fail(ErrorKind::Conflict, Say::tr("Another process is changing the connections right now; try again"));
    m_stamp.clear();
    if (const Status read = refresh(); !read)
        return read;
    QList<ConnectionSpec> specs = m_specs;
    if (const Status edited = edit(specs); !edited)
        return edited;
    const Status written = writeConnectionFile(m_file, specs);
    m_stamp.clear();
    return written ? refresh() : written;
}

Status ConnectionBook::store(const ConnectionSpec& spec)
{
    return change([&spec](QList<ConnectionSpec>& specs) -> Status {
        const auto same = std::find_if(specs.begin(), specs.end(), [&](const auto& old) { return old.id == spec.id; });
        if (same == specs.end())
            specs.append(spec);
        else
            *same = spec;
        return Done{};
    });
}

QFuture<Status> ConnectionBook::save(const ConnectionSpec& spec, const std::optional<Secret>& secret)
{
    if (const Status checked = checkConnection(spec); !checked)
        return now<Done>(checked);
    // A damaged file is reported before a secret is written for a connection that could not be saved.
    if (const Status read = refresh(); !read)
        return now<Done>(read);
    m_fetched.erase(spec.id);
    if (secret && m_redactor)
        m_redactor->learn(*secret);
    if (secret && spec.secretStorage == SecretStorage::Keychain) {
        const std::weak_ptr<bool> alive = m_alive;
        return m_keychain.write(keychainKey(spec.id), *secret).then([this, alive, spec](const Status& kept) -> Status {
            if (!kept)
                return explain(kept.error(), spec.id);
            if (alive.expired())
                return fail(ErrorKind::Cancelled, Say::tr("The cockpit was closed before %1 was saved").arg(spec.id));
            return store(spec);
        });
    }
    if (secret && spec.secretStorage == SecretStorage::Session)
        m_session.put(spec.id, *secret);
    return now<Done>(store(spec));
}

QFuture<Status> ConnectionBook::remove(const QString& connectionId)
{
    const auto spec = find(connectionId);
    if (!spec)
        return now<Done>(spec.error());
    const Status removed = change([&](QList<ConnectionSpec>& specs) -> Status {
        specs.removeIf([&](const ConnectionSpec& old) { return old.id == connectionId; });
        return Done{};
    });
    m_session.remove(connectionId);
    if (!removed || spec->secretStorage != SecretStorage::Keychain)
        return now<Done>(removed);
    return m_keychain.remove(keychainKey(connectionId)).then([connectionId](const Status& gone) -> Status {
        if (gone || gone.error().kind == ErrorKind::NotFound)
            return Done{};
        return fail(gone.error().kind,
                    Say::tr("%1 was removed, but its secret is still in the keychain: %2")
                        .arg(connectionId, explain(gone.error(), connectionId).message),
                    gone.error().detail);
    });
}

void ConnectionBook::fetchSecrets()
{
    const auto known = specs();
    for (const ConnectionSpec& spec : known ? *known : QList<ConnectionSpec>{})
        resolve(spec);
}

ResolvedConnection ConnectionBook::handOut(const ConnectionSpec& spec, const Secret& secret) const
{
    if (m_redactor)
        m_redactor->learn(secret);
    return {spec, secret};
}

QFuture<Result<ResolvedConnection>> ConnectionBook::resolve(const QString& connectionId)
{
    const auto spec = find(connectionId);
    if (!spec)
        return now<ResolvedConnection>(spec.error());
    return resolve(*spec);
}

QFuture<Result<ResolvedConnection>> ConnectionBook::resolve(const ConnectionSpec& spec)
{
    if (spec.secretStorage == SecretStorage::None)
        return now<ResolvedConnection>(ResolvedConnection{spec, Secret()});
    if (spec.secretStorage == SecretStorage::Session) {
        const auto secret = m_session.find(spec.id);
        if (!secret)
            return now<ResolvedConnection>(fail(
                ErrorKind::NotFound,
                Say::tr(
                    "The secret of %1 was kept for one session only and that has ended; enter it again in Connections")
                    .arg(spec.id),
                credentialStateName(CredentialState::Missing)));
        return now<ResolvedConnection>(handOut(spec, *secret));
    }
    if (const auto fetched = m_fetched.find(spec.id); fetched != m_fetched.end())
        return now<ResolvedConnection>(handOut(spec, fetched->second));
    const std::weak_ptr<bool> alive = m_alive;
    const auto answered = [this, alive, spec](const Result<Secret>& secret) -> Result<ResolvedConnection> {
        if (!secret)
            return explain(secret.error(), spec.id);
        if (alive.expired())
            return ResolvedConnection{spec, *secret};
        m_fetched.insert_or_assign(spec.id, *secret);
        return handOut(spec, *secret);
    };
    return m_keychain.read(keychainKey(spec.id)).then(answered);
}

}  // namespace cockpit
