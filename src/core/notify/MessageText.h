// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QString>

namespace cockpit {

/// "Incident Cockpit (ref 7F3A)": the last line of a message to people. What may have arrived before says so.
QString signatureOf(const Delivery& delivery);

/// The text within `maximum` characters; what is cut ends with words that say so. Never half a character.
QString shortened(const QString& text, qsizetype maximum);

/// Whether the message tells of an incident that is over: kind "resolved", or queued when it was resolved or dismissed.
bool tellsTheEnd(const Delivery& delivery);

/// Puts an invisible joiner behind each @ that a service could read as a mention, so that nobody is called by a text.
QString withoutMentions(QString text);

}  // namespace cockpit
