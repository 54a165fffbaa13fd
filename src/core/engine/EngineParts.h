// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"
#include "core/connections/AdapterRegistry.h"
#include "core/connections/ConnectionBook.h"
#include "core/incident/EvidenceStore.h"
#include "core/incident/IncidentLog.h"
#include "core/playbook/Playbook.h"
#include "core/runbook/Approval.h"

#include <functional>
#include <memory>

namespace cockpit {

/// Turns a postmortem into a file's bytes: format ("md", "html", "pdf"), Markdown, title, and a reader of evidence.
using DocumentRenderer =
    std::function<Result<QByteArray>(const QString& format, const QString& markdown, const QString& title,
                                     const std::function<Result<QByteArray>(const QString& sha256)>& evidence)>;

/// Everything the engine is built from. References outlive it; all of them are used on the engine's thread only, except
/// the functions marked otherwise.
struct EngineParts {
    const Clock& clock;
    IncidentLog& log;
    EvidenceStore& evidence;
    ConnectionBook& connections;
    CredentialStore& keychain;
    const AdapterRegistry& registry;
    Redactor& redactor;
    QList<PlaybookPointer> playbooks;
    QString session;      ///< id of this process's session lock
    QString profileName;  ///< shown in the status bar
    QString version;
    /// False when another engine has the profile: then this one neither polls nor sends.
    bool leads = true;
    std::function<bool(const QString& session)> isSessionAlive;
    std::function<Result<ChainReport>()> verifyLog;  ///< called on a worker thread; opens its own store
    DocumentRenderer render;                         ///< called on a worker thread
    std::function<double()> random;                  ///< uniform in [0, 1)
    std::shared_ptr<ApprovalKeys> approvalKeys{};    ///< null: nothing can be approved here
};

}  // namespace cockpit
