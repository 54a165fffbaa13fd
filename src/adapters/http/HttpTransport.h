// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"

#include <memory>

namespace cockpit::adapters::http {

/// HTTP/1.1 over QSslSocket, one connection per request. Not QNetworkAccessManager: that sends a request again by
/// itself when the connection breaks, and a server that never ends its header keeps its one thread busy for ever, so
/// that no other request gets through. Make, use and destroy it on one thread with an event loop. Destroying it ends
/// what is under way with Cancelled.
std::unique_ptr<HttpTransport> makeHttpTransport();

}  // namespace cockpit::adapters::http
