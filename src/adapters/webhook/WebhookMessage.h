// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/notify/Channel.h"

#include <QByteArray>

namespace cockpit::adapters::webhook {

/// The body Alertmanager sends to webhooks (version 4), so that what takes those takes ours.
QByteArray alertmanagerMessage(const Delivery& delivery);

/// {key, reference, possible_repeat, attempt, title, body, context}.
QByteArray plainMessage(const Delivery& delivery);

/// A template of the team's own: Mustache over what plainMessage() has, its context laid out beside it. Values are
/// escaped for standing inside a JSON text, so that none can end it. Errors: InvalidInput (not well formed, an unknown
/// name, or what comes out is no JSON).
Result<QByteArray> templateMessage(const QString& text, const Delivery& delivery);

}  // namespace cockpit::adapters::webhook
