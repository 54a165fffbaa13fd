// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace cockpit::adapters::redis {

/// An error reply in plain words with what to do about it. `address` is "host:port".
Error replyError(const QByteArray& reply, const QString& address);

}  // namespace cockpit::adapters::redis
