// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

namespace cockpit::adapters::shell {

/// Connections of kind "ssh": a server on which steps of kind "shell" run.
class SshConnectionKind final : public ConnectionKind
{
public:
    QString kind() const override;
    QString title() const override;
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;
};

}  // namespace cockpit::adapters::shell
