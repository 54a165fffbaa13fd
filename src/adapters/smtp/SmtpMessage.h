// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/smtp/SmtpSettings.h"
#include "core/notify/Channel.h"

#include <QByteArray>

namespace cockpit::adapters::smtp {

/// The same for each attempt of a message, so that mail programs show repeats once: "<key@domain of the sender>".
QByteArray messageId(const Delivery& delivery, const SmtpSettings& settings);

/// The mail: plain text only, quoted-printable, lines within 78 characters, CR LF between them. Titles become RFC 2047
/// words; no text can add a header.
QByteArray mailFor(const Delivery& delivery, const SmtpSettings& settings, const QDateTime& utcNow);

/// A header's text: as it is when it is short plain ASCII, otherwise folded RFC 2047 words. One line in, no raw line
/// break out.
QByteArray headerText(const QString& text);

QByteArray quotedPrintable(const QString& text);

}  // namespace cockpit::adapters::smtp
