// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QByteArray>
#include <QString>

namespace cockpit::adapters::telegram {

/// The body of sendMessage: plain text of at most 4096 characters without a preview of links and without mentions; a
/// reply to the thread's first message where that went to the same chat.
QByteArray telegramMessage(const Delivery& delivery, const QString& chat);

/// What later messages are given to reply to this one.
QString threadFor(const QString& chat, qint64 messageId);

}  // namespace cockpit::adapters::telegram
