// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"
#include "core/notify/Channel.h"

#include <QByteArray>
#include <QString>

namespace cockpit::adapters::pagerduty {

/// "trigger", "acknowledge" or "resolve". An update of an incident that is over resolves: a trigger would open a new
/// one and page somebody.
QString eventAction(const Delivery& delivery);

/// What holds an incident's events together: the same for all its messages, at most 255 characters.
QString dedupKey(const Delivery& delivery);

/// "critical", "error", "warning" or "info": by the severity's rank where the context has it, else by its name.
QString eventSeverity(const QJsonObject& context);

/// The event, with a summary of at most 1024 characters and well below PagerDuty's 512 KB.
QByteArray eventFor(const Delivery& delivery, const Secret& routingKey);

}  // namespace cockpit::adapters::pagerduty
