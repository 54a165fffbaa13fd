// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QByteArray>

namespace cockpit::adapters::webhook {

/// The body Alertmanager sends to webhooks (version 4), so that what takes those takes ours.
QByteArray alertmanagerMessage(const Delivery& delivery);

/// {key, reference, possible_repeat, attempt, title, body, context}.
QByteArray plainMessage(const Delivery& delivery);

}  // namespace cockpit::adapters::webhook
