// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineClient.h"
#include "core/engine/EngineParts.h"
#include "tests/support/FakeAdapters.h"
#include "tests/support/ManualClock.h"
#include "tests/support/MemoryEventStore.h"

#include <QTemporaryDir>

namespace cockpit::test {

/// A desktop without a keychain.
class NoKeychain final : public CredentialStore
{
public:
    QFuture<Result<Secret>> read(const QString&) override { return finishedFuture(Result<Secret>(none())); }
    QFuture<Status> write(const QString&, const Secret&) override { return finishedFuture(Status(none())); }
    QFuture<Status> remove(const QString&) override { return finishedFuture(Status(none())); }
    QFuture<CredentialState> probe() override { return finishedFuture(CredentialState::NoService); }

private:
    static Error none() { return fail(ErrorKind::Unsupported, QStringLiteral("no keychain")); }
};

/// A real engine on a log in memory, on the test's own thread, for tests of what the window does. Nothing is polled.
class EngineRig
{
public:
    explicit EngineRig(const QList<PlaybookPointer>& playbooks = {}, std::shared_ptr<ApprovalKeys> approvalKeys = {})
        : log(store, clock, QStringLiteral("ops-3"))
        , evidence(dir.filePath(QStringLiteral("evidence")))
        , connections(dir.filePath(QStringLiteral("connections.json")), keychain)
        , engine(EngineParts{clock,
                             log,
                             evidence,
                             connections,
                             keychain,
                             registry,
                             redactor,
                             playbooks,
                             QStringLiteral("s1"),
                             QStringLiteral("test"),
                             QStringLiteral("0"),
                             true,
                             [](const QString&) { return true; },
                             [] { return Result<ChainReport>(ChainReport{}); },
                             {},
                             [] { return 0.5; },
                             std::move(approvalKeys)})
        , client(engine, QStringLiteral("ops-3/maria"))
    {
        publish();
    }

    /// Hands the engine's state to the client, as the engine does ten times a second.
    void publish() { client.applySnapshot(engine.snapshot()); }

    ManualClock clock;
    MemoryEventStore store;
    QTemporaryDir dir;
    NoKeychain keychain;
    AdapterRegistry registry;
    Redactor redactor;
    IncidentLog log;
    EvidenceStore evidence;
    ConnectionBook connections;
    Engine engine;
    EngineClient client;
};

}  // namespace cockpit::test
