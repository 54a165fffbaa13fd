// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/connections/Connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QString>

namespace cockpit {

/// What one person asks another to approve: exactly these bytes, on exactly this target, once, before it expires.
struct ApprovalRequest {
    QString id;  ///< RFC 4122; used up by the step's intent
    QString platform;
    QString runbook;
    QString step;
    QString title;
    QString text;       ///< what will be sent, as shown to both
    QByteArray digest;  ///< of the resolved step, hex
    TargetIdentity target;
    qint64 affected = -1;
    QString requester;
    QDateTime expires;  ///< UTC

    /// One block of text, to be sent by chat or mail; holds no secret.
    QString toText() const;
    /// Errors: Malformed (says what is missing).
    static Result<ApprovalRequest> fromText(const QString& text);
    /// What is signed: every field, length-prefixed.
    QByteArray canonical() const;
};

/// A second person's signature under a request.
struct Approval {
    QString request;  ///< its id
    QString approver;
    QByteArray publicKey;  ///< Ed25519, 32 bytes
    QByteArray signature;  ///< over request.canonical() and the approver's name

    QString toText() const;
    static Result<Approval> fromText(const QString& text);
};

/// Signs and checks; keys live in the keychain. Thread: the engine's.
class ApprovalKeys
{
public:
    ApprovalKeys() = default;
    ApprovalKeys(const ApprovalKeys&) = delete;
    ApprovalKeys& operator=(const ApprovalKeys&) = delete;
    virtual ~ApprovalKeys() = default;

    /// This profile's public key; made at first use. Errors: those of CredentialStore.
    virtual QFuture<Result<QByteArray>> publicKey() = 0;
    virtual QFuture<Result<QByteArray>> sign(const QByteArray& bytes) = 0;
    virtual bool verify(const QByteArray& bytes, const QByteArray& signature, const QByteArray& publicKey) const = 0;
};

}  // namespace cockpit
