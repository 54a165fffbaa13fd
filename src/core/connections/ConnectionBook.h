// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"
#include "core/connections/Connection.h"
#include "core/connections/SessionCredentials.h"
#include "core/playbook/Playbook.h"

#include <QFileInfo>
#include <QList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace cockpit {

/// A slot a playbook asks for, and what this workstation has bound it to.
struct SlotBinding {
    QString connectionId;  ///< "<platform>/<slot>"
    ConnectionSlot slot;
    std::optional<ConnectionSpec> spec;  ///< empty: not bound yet
};

/// This workstation's connections (connections.json of the profile) and the way to their secrets. Follows changes that
/// another process of the profile made to the file. A file that cannot be read is reported by every call and is never
/// overwritten. Thread: the engine's.
class ConnectionBook final : public ConnectionResolver
{
public:
    /// Reads nothing yet. `keychain` outlives the book.
    ConnectionBook(QString file, CredentialStore& keychain);

    /// From now on `redactor` learns each secret that is kept or handed out here. It outlives the book.
    void teach(Redactor& redactor) { m_redactor = &redactor; }
    /// Fetches the secrets of all connections, so that they are known before anything prints one.
    void fetchSecrets();

    /// Every connection, in order of id. Errors: InvalidInput (names the place in the file), Storage.
    Result<QList<ConnectionSpec>> specs() const;
    Result<ConnectionSpec> find(const QString& connectionId) const override;
    /// The slots of a playbook in its order, with what they are bound to.
    Result<QList<SlotBinding>> bindings(const Playbook& playbook) const;

    /// Adds or replaces. A given secret is kept first, where the spec says; without one the kept secret stays.
    QFuture<Status> save(const ConnectionSpec& spec, const std::optional<Secret>& secret);
    /// Removes it and its secret. Errors: NotFound, and as above; when only the secret could not be removed the
    /// connection is gone and the error says so.
    QFuture<Status> remove(const QString& connectionId);

    QFuture<Result<ResolvedConnection>> resolve(const QString& connectionId) override;
    /// The same for settings that are not saved (yet): the secret kept for that id.
    QFuture<Result<ResolvedConnection>> resolve(const ConnectionSpec& spec);

    static QString keychainKey(const QString& connectionId);  ///< "connection/<id>"

private:
    ResolvedConnection handOut(const ConnectionSpec& spec, const Secret& secret) const;
    Status refresh() const;
    Status store(const ConnectionSpec& spec);
    Status change(const std::function<Status(QList<ConnectionSpec>&)>& edit);

    QString m_file;
    CredentialStore& m_keychain;
    SessionCredentials m_session;
    Redactor* m_redactor = nullptr;
    mutable QList<ConnectionSpec> m_specs;
    mutable std::map<QString, Secret> m_fetched;  ///< what the keychain gave, so that a poll does not ask it each time
    mutable QString m_stamp;                      ///< identity of the file as last read
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);  ///< for answers that come after the book is gone
};

}  // namespace cockpit
