// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

namespace cockpit::adapters::redis {

/// Connections of kind "redis". The test logs in, asks who answers and leaves.
class RedisConnectionKind final : public ConnectionKind
{
public:
    QString kind() const override;
    QString title() const override;
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;
};

}  // namespace cockpit::adapters::redis
