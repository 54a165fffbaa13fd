// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/runbook/Approval.h"

namespace cockpit::adapters::signing {

/// Ed25519 (RFC 8032) by libsodium. The private key is made at first use and never leaves the credential store.
/// Thread: the engine's.
class Ed25519Keys final : public ApprovalKeys
{
public:
    /// `keyName` is where the private key lies in `store`; each profile has its own.
    Ed25519Keys(CredentialStore& store, QString keyName);

    QFuture<Result<QByteArray>> publicKey() override;
    QFuture<Result<QByteArray>> sign(const QByteArray& bytes) override;
    bool verify(const QByteArray& bytes, const QByteArray& signature, const QByteArray& publicKey) const override;

private:
    /// The stored key, or a new one that has been stored.
    QFuture<Result<Secret>> key();

    CredentialStore& m_store;
    QString m_keyName;
};

}  // namespace cockpit::adapters::signing
