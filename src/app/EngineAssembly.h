// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Redactor.h"
#include "core/base/Result.h"
#include "core/engine/Engine.h"

#include <QString>

#include <memory>

namespace cockpit {

/// How this process uses the profile.
struct AssemblyOptions {
    QString profileDirectory;  ///< empty: the user's own
    /// Poll and send. False for commands that only record or look; a second engine on a profile never leads either.
    bool lead = true;
    std::shared_ptr<Redactor> redactor;  ///< shared with the log of the program; null: one of its own
};

/// The engine and everything it stands on, built in order of dependency. Make it, use it and destroy it on one thread.
class EngineAssembly
{
public:
    /// Opens the profile, its log and its connections. Errors: those of the profile, the log and the playbooks.
    static Result<std::unique_ptr<EngineAssembly>> make(const AssemblyOptions& options);
    ~EngineAssembly();

    Engine& engine();
    const Clock& clock() const;
    QString settingsFile() const;
    QString logDirectory() const;
    bool leads() const;
    /// Problems that did not stop it, each one sentence (a team playbook that does not load …).
    QStringList warnings() const;

private:
    struct Private;
    explicit EngineAssembly(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

/// Who acts: "<workstation>/<login name>".
QString actorName();

}  // namespace cockpit
