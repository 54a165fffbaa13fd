// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/postmortem/PostmortemDraft.h"

#include <QString>
#include <QTimeZone>

namespace cockpit {

/// Small texts shared by the draft's blocks and fields; all Markdown-safe.
QString utcText(const QDateTime& instant);           ///< "2026-11-21 03:01:36 UTC"; empty when invalid
QString shortDuration(Milliseconds duration);        ///< whole seconds: "11m11s"
QString severityText(const PostmortemFacts& facts);  ///< "SEV-1 (Total outage)"
QString platformText(const PostmortemFacts& facts);  ///< "Just Trades (production)"
QString statusText(const Incident& incident);
QString stepStateText(StepState state);
/// The zone shown beside UTC: the playbook's, or UTC when it names none that is known here.
QTimeZone localZone(const Playbook* playbook);

}  // namespace cockpit
