// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QJsonValue>
#include <QString>

namespace cockpit {

/// The value at an RFC 6901 pointer ("/fast_webhook/workers_alive"; empty: the document itself); undefined when absent.
QJsonValue atPointer(QJsonValue document, const QString& pointer);

}  // namespace cockpit
