// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/servers/PlatformServers.h"

#include <QByteArray>
#include <QByteArrayList>

namespace cockpit {

/// The servers Flowrex stands on: Prometheus scrapes the backend at `backendPort` and the node exporter at `nodePort`.
ServersPlan flowrexServers(quint16 backendPort, quint16 nodePort);

/// SQL that makes the Flowrex tables with plausible rows, and the slow report strategy_report().
QByteArray flowrexTables();

/// Redis commands that make sessions and cached quotes.
QByteArrayList flowrexKeys();

}  // namespace cockpit
