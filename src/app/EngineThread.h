// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/EngineAssembly.h"

#include <QFuture>
#include <QThread>

namespace cockpit {

/// Runs an engine on a thread of its own, for the window. Thread: made, started and destroyed on the GUI's.
class EngineThread
{
public:
    explicit EngineThread(AssemblyOptions options);
    /// Stops the engine and joins the thread.
    ~EngineThread();
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    /// Builds the assembly on the thread. The pointer stays valid as long as this object.
    QFuture<Result<EngineAssembly*>> build();
    /// Starts the built engine. Separate, so that a window can connect first.
    QFuture<Status> start(const QString& mode);

private:
    AssemblyOptions m_options;
    QThread m_thread;
    QObject* m_context = nullptr;
    std::unique_ptr<EngineAssembly> m_assembly;
};

}  // namespace cockpit
