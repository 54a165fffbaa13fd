// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/incident/Incident.h"
#include "core/runbook/StepExecutor.h"

#include <QMap>
#include <QString>

namespace cockpit {

struct DeclareRequest {
    QString platform;
    QString severity;
    QString title;
    QString reason;
    QString runbook;
};

struct StepRequest {
    QString incident;  ///< empty: outside an incident
    QString platform;
    QString runbook;
    QString step;
    QMap<QString, QString> inputs;
    qint64 rows = 0;      ///< for reading steps: how many rows to fetch; 0: as the step says
    bool newRun = false;  ///< begin another run, of the playbook as it is now
};

/// What a person has to do before a prepared step may run.
enum class ConfirmationNeed {
    None,     ///< read: one key
    Agree,    ///< write: one question
    TypeText  ///< destructive: type the previewed count or the target's name
};

/// A step resolved and previewed, waiting for approval. Valid for 5 minutes and for one start.
struct PreparedStep {
    QString token;
    ResolvedStep step;
    StepPreview preview;
    ConfirmationNeed need = ConfirmationNeed::None;
    QString expectedText;  ///< for TypeText: what must be typed, exactly
    QString question;      ///< translated: what will happen, where
    bool needsSecondPerson = false;
    QString approvalRequest;  ///< what the second person pastes into their cockpit; empty: none is needed
};

/// How several steps were run one after the other.
struct SweepReport {
    QStringList done;     ///< step ids, in order
    QStringList skipped;  ///< whose condition does not hold
    QString stoppedAt;    ///< the step that failed; empty: all went well
    QString reason;       ///< why it stopped
};

struct NotifyRequest {
    QString incident;
    QString role;     ///< role id; its channels are used in order
    QString channel;  ///< a connection id instead of a role
    QString kind;     ///< "page", "update", "resolved"
    QString title;    ///< empty: from the incident
    QString body;     ///< empty: from the playbook's message template of this kind
};

struct EvidenceRequest {
    QString incident;
    QByteArray bytes;  ///< or
    QString file;      ///< a local file to copy
    QString name;
    QString type;    ///< MIME; empty: detected
    QString source;  ///< "file", "text", "url", "timeline", "step", "chart", "image"
};

/// One connection kind as a form needs it.
struct ConnectionKindInfo {
    QString kind;
    QString title;
    QString secretLabel;
    QList<ConnectionField> fields;
};

}  // namespace cockpit
