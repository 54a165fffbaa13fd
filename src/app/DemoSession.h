// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineClient.h"
#include "simulator/DemoPlatforms.h"

#include <QTemporaryDir>
#include <QThread>

#include <memory>

namespace cockpit {

/// A throw-away profile and the simulated platforms on a thread of their own. Nothing outside a temporary folder is
/// touched. Thread: the GUI's (or a test's main thread).
class DemoSession
{
public:
    explicit DemoSession(Milliseconds restartDelay = Milliseconds{8'000});
    /// Ends the platforms and their servers and removes the folder.
    ~DemoSession();
    DemoSession(const DemoSession&) = delete;
    DemoSession& operator=(const DemoSession&) = delete;

    /// The profile folder to open the engine on.
    QString profileDirectory() const;

    /// Starts the platforms and binds them to the engine's connections for this session. Finishes when all are bound;
    /// holds one sentence per server that could not be had.
    QFuture<Result<QStringList>> start(EngineClient& engine);

    /// Runs `work` on the platforms' thread.
    void onPlatforms(const std::function<void(DemoPlatforms&)>& work);

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    QThread m_thread;
    QObject* m_context = nullptr;
    std::unique_ptr<DemoPlatforms> m_platforms;
};

}  // namespace cockpit
