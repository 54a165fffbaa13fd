// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineClient.h"
#include "core/engine/EngineParts.h"
#include "tests/support/ExpectedWarnings.h"
#include "tests/support/ManualClock.h"
#include "tests/support/MemoryEventStore.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Panel.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <QTemporaryDir>

namespace cockpit::test {

/// A desktop without a keychain.
class NoKeychain final : public CredentialStore
{
public:
    QFuture<Result<Secret>> read(const QString&) override { return QtFuture::makeReadyFuture(Result<Secret>(none())); }
    QFuture<Status> write(const QString&, const Secret&) override { return QtFuture::makeReadyFuture(Status(none())); }
    QFuture<Status> remove(const QString&) override { return QtFuture::makeReadyFuture(Status(none())); }
    QFuture<CredentialState> probe() override { return QtFuture::makeReadyFuture(CredentialState::NoService); }

private:
    static Error none() { return fail(ErrorKind::Unsupported, QStringLiteral("there is no keychain")); }
};

/// A real engine on a log in memory, and everything a panel is given. The engine is not started: nothing polls, and
/// snapshots are taken by show().
class PanelBench
{
public:
    PanelBench();

    /// Hands the engine's current snapshot to the panels.
    void show();
    /// Declares an incident and chooses it.
    QString declare(const QString& title = QStringLiteral("Broker workers dead: no trades executing"));
    Status add(EventType type, const QString& incident, const QJsonObject& data,
               const QString& actor = QStringLiteral("ops-3/maria"));
    PanelContext context() { return {client, selection, theme, actions, clock}; }
    /// Applies the theme, grabs the widget to a PNG in the build folder, once per look.
    void grabBothLooks(QWidget& widget, const QString& name);

    QTemporaryDir directory;
    ManualClock clock;
    MemoryEventStore store;
    IncidentLog log;
    EvidenceStore evidence;
    NoKeychain keychain;
    ConnectionBook connections;
    AdapterRegistry registry;
    Redactor redactor;
    std::shared_ptr<Playbook> playbook = std::make_shared<Playbook>();
    Engine engine;
    EngineClient client;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;

private:
    EngineParts parts();

    ExpectWarning m_sizeHints{QStringLiteral("does not support propagateSizeHints")};  // of the offscreen platform
};

}  // namespace cockpit::test
