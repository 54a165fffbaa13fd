// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace cockpit::adapters::redis {

/// An error reply in plain words with what to do about it. `address` is "host:port".
Error replyError(const QByteArray& reply, const QString& address);

/// Whether it is a state of the server that passes by itself (loading, a long script, a replica without its master).
bool isPassing(const Error& error);

}  // namespace cockpit::adapters::redis
