// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

namespace cockpit {

struct Contact {
    QString name;
    QString role;
    QString reach;  ///< e-mail, phone or channel, as text
};

struct StatusPage {
    QString title;
    QString url;
    QString signal;  ///< signal that reads it: 1 while it reports no trouble; empty: nobody watches it
};

}  // namespace cockpit
