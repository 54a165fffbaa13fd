// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace cockpit::adapters::statuspage {

/// "investigating", "identified", "monitoring" or "resolved"; empty: as it was.
QString incidentStatus(const Delivery& delivery);

/// The body of a new incident. It carries the cockpit's incident and the message's key, to be found again by.
QByteArray newIncident(const Delivery& delivery, bool tellSubscribers);

/// The body of an update.
QByteArray incidentUpdate(const Delivery& delivery, bool tellSubscribers);

/// What a look at the page found of an earlier attempt.
struct EarlierAttempt {
    QString id;            ///< the Statuspage incident of this incident; empty: none
    bool hasBody = false;  ///< and it shows this message already
};

/// `answer` is one incident or the list of the latest ones.
EarlierAttempt earlierAttempt(const QByteArray& answer, const Delivery& delivery);

}  // namespace cockpit::adapters::statuspage
