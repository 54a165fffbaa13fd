// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/IncidentLog.h"
#include "core/runbook/Approval.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>

#include <memory>

namespace cockpit {

/// The second pair of eyes: signs colleagues' requests, and judges what they gave back. Whose signature counts is on
/// the log (approvers are trusted by name and key); so is every approval given. One person with two profiles can
/// still approve themselves: two profiles are not two people. Thread: the engine's.
class ApprovalDesk : public QObject
{
    Q_OBJECT

public:
    /// `keys` may be null: then nothing can be approved, and nothing that needs approval can run.
    ApprovalDesk(const Clock& clock, IncidentLog& log, std::shared_ptr<ApprovalKeys> keys, QObject* parent = nullptr);

    /// Judges the answer to one's own request. Errors: Malformed, Refused (another request, expired, the requester
    /// themselves, an unknown key, a wrong signature). The object goes onto the log with the step's intent.
    Result<QJsonObject> check(const ApprovalRequest& asked, const QString& answer) const;

    /// A colleague's request, for showing. Errors: Malformed, Refused (expired, or `actor`'s own).
    Result<ApprovalRequest> read(const QString& text, const QString& actor) const;
    /// Records the approval, then signs; the text goes back to whoever asked.
    QFuture<Result<QString>> give(const QString& text, const QString& actor);

    /// This profile's public key as hex, for colleagues to trust.
    QFuture<Result<QString>> ownKey();
    Status trust(const QString& name, const QString& keyHex, const QString& actor);
    Status forget(const QString& name, const QString& actor);
    QMap<QString, QString> approvers() const;  ///< name -> key in hex

private:
    static QByteArray signedBytes(const ApprovalRequest& request, const QString& approver);

    const Clock& m_clock;
    IncidentLog& m_log;
    std::shared_ptr<ApprovalKeys> m_keys;
    QString m_ownKey;  ///< hex; empty until it was asked for
};

}  // namespace cockpit
