// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/connections/Connection.h"

#include <QFuture>

namespace cockpit::adapters::keychain {

/// Asks the desktop's Secret Service over D-Bus what QtKeychain does not tell: no secret is read and no prompt is
/// shown. Thread: any with an event loop.
class SecretServiceProbe
{
public:
    explicit SecretServiceProbe(Milliseconds deadline);

    /// Ready, Locked, Missing (there is no collection to write to), NoService or TimedOut.
    QFuture<CredentialState> service() const;
    /// Why an entry was not given: Missing (there is none), Locked (there is one), NoService or TimedOut; Ready when it
    /// lies in an unlocked collection after all.
    QFuture<CredentialState> entry(const QString& service, const QString& key) const;

private:
    Milliseconds m_deadline;
};

}  // namespace cockpit::adapters::keychain
