// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/keychain/SecretServiceProbe.h"
#include "core/connections/Connection.h"

namespace QKeychain {
class Job;
}

namespace cockpit::adapters::keychain {

/// Secrets in the desktop's Secret Service through QtKeychain, under the service "incident-cockpit"; never anywhere
/// else. What QtKeychain calls "not found" is told apart over D-Bus. Each call ends within the deadline; a job that has
/// not finished by then is left to itself, because QtKeychain must not have a running job deleted. Thread: the
/// engine's.
class QtKeychainStore final : public CredentialStore
{
public:
    explicit QtKeychainStore(Milliseconds deadline = Milliseconds(10'000));

    QFuture<Result<Secret>> read(const QString& key) override;
    QFuture<Status> write(const QString& key, const Secret& secret) override;
    QFuture<Status> remove(const QString& key) override;
    QFuture<CredentialState> probe() override;

private:
    Milliseconds m_deadline;
    SecretServiceProbe m_probe;
};

}  // namespace cockpit::adapters::keychain
