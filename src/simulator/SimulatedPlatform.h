// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/connections/Connection.h"

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace cockpit {

/// A connection of a simulated platform and its secret, for the session only.
struct DemoBinding {
    ConnectionSpec spec;
    Secret secret;
};

/// What a simulated platform needs from its surroundings.
struct PlatformOptions {
    QString folder;    ///< for key files, tools and what else it leaves; made when missing, removed by its owner
    QString program;   ///< this program's file, called by the stand-in tools
    QString key;       ///< what protects it; empty: a random one is made
    quint16 port = 0;  ///< of its pages; 0: a free one
    Milliseconds restartDelay{8'000};  ///< from the order to restart until the service is back
    bool servers = true;               ///< start the servers it stands on, where they are installed
};

/// One platform, simulated over real sockets and, where it stands on them, real servers. It has one fault at a time;
/// each fault is cured by one deed, done through a connection (a tool, a statement, a request) or, where a person
/// acts elsewhere (the broker's console, another team), through act(). Nothing else helps. Thread: its maker's, which
/// must run an event loop.
class SimulatedPlatform : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The id of its playbook.
    virtual QString id() const = 0;
    /// Names of the faults, the first of which is "healthy".
    virtual QStringList scenarios() const = 0;
    virtual QString scenario() const = 0;
    /// Replaces whatever fault there is, at once. InvalidInput for an unknown name.
    virtual Status setScenario(const QString& name) = 0;
    /// What a person can do outside the cockpit.
    virtual QStringList acts() const = 0;
    /// Does it. InvalidInput for an unknown name.
    virtual Status act(const QString& name) = 0;

    /// Once. Finishes with one binding per connection of the playbook that can be had; a server that is missing or does
    /// not come up is left out and named in problems(). Fails only when the platform itself cannot run.
    virtual QFuture<Result<QList<DemoBinding>>> start() = 0;
    /// Ends the servers.
    virtual QFuture<Status> stop() = 0;
    virtual QStringList problems() const = 0;  ///< translated sentences

    virtual QUrl url() const = 0;     ///< http://127.0.0.1:PORT of its pages; empty before start()
    virtual QString key() const = 0;  ///< protects its pages and the simulator's own routes
};

/// InvalidInput: there is no such scenario or act; says which there are.
Error unknownWord(const QString& word, const QStringList& known);

}  // namespace cockpit
