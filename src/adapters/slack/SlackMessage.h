// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cockpit::adapters::slack {

/// Text that Slack shows literally: & < > escaped, and @channel, @here and @everyone broken up, so that no text can
/// page a whole channel or make a link.
QString slackText(const QString& text);

/// Text and blocks of a message, within Slack's limits: a header of at most 150 characters, sections of at most 3000,
/// about 9000 in all. Longer bodies are cut and say so.
QJsonObject slackContent(const Delivery& delivery);

/// The body of an incoming webhook.
QByteArray slackMessage(const Delivery& delivery);

}  // namespace cockpit::adapters::slack
