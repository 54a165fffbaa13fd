// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/EngineAssembly.h"
#include "simulator/DemoPlatforms.h"
#include "tests/support/Wait.h"

#include <QTemporaryDir>

namespace cockpit::test {

/// The simulated platform with real PostgreSQL and Redis, and an engine bound to them, all on the test's thread.
class Story
{
public:
    explicit Story(bool servers = true, Milliseconds restartDelay = Milliseconds{3'000});
    ~Story();

    /// Everything is up, bound and polled. Fails the test otherwise.
    void open();
    Engine& engine() { return m_assembly->engine(); }
    DemoPlatforms& platforms() { return *m_platforms; }
    QString profileDirectory() const { return m_folder.filePath(QStringLiteral("profile")); }
    const QList<DemoBinding>& bindings() const { return m_bindings; }
    void bind(const ConnectionSpec& spec, const Secret& secret);
    void closeEngine();

    const TileState* tile(const QString& signal);
    /// The newest incident of the platform, or null.
    const Incident* incident();
    Result<QString> runStep(const QString& runbook, const QString& step, const QMap<QString, QString>& inputs = {});

private:
    SystemClock m_clock;
    QTemporaryDir m_folder;
    Milliseconds m_restartDelay;
    bool m_servers;
    std::unique_ptr<DemoPlatforms> m_platforms;
    QList<DemoBinding> m_bindings;
    std::unique_ptr<EngineAssembly> m_assembly;
    Snapshot m_snapshot;
};

}  // namespace cockpit::test
