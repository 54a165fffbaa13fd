// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/incident/Event.h"
#include "core/incident/Incident.h"
#include "core/playbook/Playbook.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace cockpit {

/// What one charted signal did while the incident was open.
struct SignalFigure {
    QString title;
    QString unit;  ///< as in SignalSpec
    double peak = 0;
    double lowest = 0;
    double mean = 0;
    double last = 0;
    std::optional<double> threshold;
};

/// Everything a draft is made of. A value; the draft is a pure function of it.
struct PostmortemFacts {
    PlaybookPointer playbook;  ///< may be null: the playbook is not installed here
    Incident incident;
    QList<Event> events;  ///< of this incident, in order; others are ignored
    QList<SignalFigure> figures;
    QDateTime now;  ///< UTC
};

/// How fast one incident was answered; the terms behind MTTA and MTTR. The clock starts at the proposal, or at the
/// declaration when there was none.
struct ResponseTimes {
    QDateTime began;
    std::optional<Milliseconds> toAcknowledge;
    std::optional<Milliseconds> toResolve;
    Milliseconds open{0};  ///< until resolved, or until now
};
ResponseTimes responseTimes(const Incident& incident, const QDateTime& now);

/// The generated blocks by name: summary, impact, timeline, responders, steps, notifications, evidence, questions.
/// Markdown; whatever came from outside is escaped.
QMap<QString, QString> postmortemBlocks(const PostmortemFacts& facts);

/// The fields a template may name: title, id, severity, severity_title, platform, environment, reason, status, date,
/// began_at, declared_at, acknowledged_at, resolved_at, duration, time_to_acknowledge, time_to_resolve, commander,
/// declared_by, acknowledged_by, due_at, agenda (list) and each block under its name. Markdown-escaped.
QJsonObject postmortemContext(const PostmortemFacts& facts);

/// The playbook's template (or the built-in one) with fields and blocks filled in.
QString buildDraft(const PostmortemFacts& facts);

/// `existing` with its generated blocks brought up to date; see refreshBlocks() for what is kept.
QString refreshDraft(const QString& existing, const PostmortemFacts& facts);

/// What an open question begins with: as templates write it, and in the language of the program where that differs.
QStringList questionPrefixes();

/// Share of the sections (headings below the title) that say something: generated or typed text that is not a question
/// left open ("Question for you: …", "[…]", "{{…}}"). 0 to 100.
int percentFilled(const QString& markdown);

}  // namespace cockpit
