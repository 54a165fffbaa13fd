// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/smtp/SmtpSettings.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace cockpit::adapters::smtp {

/// How one conversation with a mail server ended.
struct SmtpResult {
    enum class End {
        Accepted,  ///< the server took what was asked for
        Refused,   ///< it answered 4xx or 5xx, see `code`
        NotSent,   ///< it ended before the mail had left whole: nothing was delivered
        Lost,      ///< the mail left whole, and no answer came
        Settings,  ///< a setting makes it impossible
        Cancelled
    };
    End end = End::NotSent;
    int code = 0;         ///< the server's last reply code or 0
    QString words;        ///< the server's own line, or what went wrong; no password
    QStringList refused;  ///< recipients it refused while it took others: "address (550 no such user)"
    Milliseconds elapsed{0};
};

/// Talks to the mail server on the calling thread until it ends, the deadline passes or `isCancelled` says so (looked
/// at ten times a second), and reports once. Saying goodbye comes after the report and may take a moment more. An empty
/// mail logs in and says NOOP. TLS always, certificate checked, before any login.
void talkToServer(const SmtpSettings& settings, const Secret& password, const QByteArray& mail, Milliseconds deadline,
                  const std::function<bool()>& isCancelled, const std::function<void(const SmtpResult&)>& report);

}  // namespace cockpit::adapters::smtp
