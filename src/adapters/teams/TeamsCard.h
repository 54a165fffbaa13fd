// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QByteArray>
#include <QString>

namespace cockpit::adapters::teams {

/// An adaptive card within Teams' 28 KB. Texts are text runs, which know no Markdown, and hold no mention entity, so
/// that they are shown literally; the date functions ("{{DATE(…)}}") are broken up. Longer bodies are cut and say so.
QByteArray teamsMessage(const Delivery& delivery);

}  // namespace cockpit::adapters::teams
