// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"

#include <QString>

namespace cockpit {

/// Where a throw-away server listens and how to get in.
struct ServerAddress {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    QString user;      ///< empty: the server's default
    QString database;  ///< empty: none
    Secret password;
    QString authorityFile;  ///< PEM of its certificate; empty when it speaks plain text
};

}  // namespace cockpit
