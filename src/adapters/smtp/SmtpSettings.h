// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <QStringList>

namespace cockpit::adapters::smtp {

/// Where e-mail goes and how, checked.
struct SmtpSettings {
    QString host;
    int port = 587;
    bool implicitTls = false;  ///< else STARTTLS; never in the clear
    QString user;              ///< empty: no login
    QString from;
    QStringList to;
    QString authorityFile;
    TargetIdentity target;
};

/// Errors: InvalidInput names the setting; Refused for a link-local address. No address may hold a line break or
/// another control character: it would become a header or a recipient of its own.
Result<SmtpSettings> smtpSettings(const ResolvedConnection& connection);

}  // namespace cockpit::adapters::smtp
