// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

namespace cockpit::adapters::shell {

/// Connections of kind "shell": where and under which label commands run on this workstation.
class ShellConnectionKind final : public ConnectionKind
{
public:
    QString kind() const override;
    QString title() const override;
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;
};

}  // namespace cockpit::adapters::shell
