// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/connections/Connection.h"
#include "core/playbook/Contacts.h"
#include "core/playbook/Runbook.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace cockpit {

/// When a severity must have been answered.
struct ResponseTime {
    bool nextBusinessDay = false;
    Milliseconds within{0};  ///< zero: immediately
};

struct Severity {
    QString id;     ///< "SEV-1", "P0"
    QString title;  ///< "Total outage"
    int rank = 0;   ///< position in the scheme: 0 is the worst
    ResponseTime respondWithin;
    QString meaning;
    QStringList examples;
};

/// A connection the playbook needs; the workstation binds it to an address (ConnectionSpec "<platform>/<id>").
struct ConnectionSlot {
    QString id;
    QString kind;
    QString title;
    QString access;        ///< "read_only", "read_write" or empty
    QJsonObject defaults;  ///< settings proposed when the slot is bound (header name, path prefix …)
};

/// A measured thing.
struct SignalSpec {
    QString id;
    QString title;
    QString unit;            ///< "percent", "count", "seconds", "milliseconds", "bytes", "flag"
    QString chart;           ///< "error_rate", "queue_size", "websocket_connections" or empty
    QString kind;            ///< "http_json", "prometheus", "promql", "postgres", "redis", "tls_expiry", "websocket"
    QString connection;      ///< slot id
    QJsonObject parameters;  ///< of the kind, as written in the playbook
    Milliseconds every{10'000};
    Milliseconds deadline{5'000};
    Milliseconds staleAfter{30'000};  ///< a value older than this is stale; at least twice `every`
    bool tile = true;                 ///< has a tile on the annunciator
    std::optional<double> threshold;  ///< drawn as a line in charts
    QString description;
};

enum class AlertAction { Propose, Declare };

/// A condition on signals that proposes or declares an incident.
struct RuleSpec {
    QString id;
    QString title;             ///< becomes the incident's title
    QString when;              ///< expression, checked when the playbook is loaded
    QString clearWhen;         ///< hysteresis: when it counts as over; empty: when `when` no longer holds
    Milliseconds holdFor{0};   ///< YAML `for`
    Milliseconds clearFor{0};  ///< how long it must be clear before the alert ends
    QString severity;
    AlertAction action = AlertAction::Propose;
    QString group;  ///< rules of one group make one incident; empty: the rule's own id
    QString runbook;
    QString alertName;  ///< Alertmanager alert that says the same: it joins this rule's group and runbook
    QString description;
};

struct EscalationCell {
    Milliseconds after{0};
    QString unless;  ///< "resolved", "acknowledged" or empty
    bool nextBusinessDay = false;
};

/// Who to reach, and through which connection slots, in order.
struct Role {
    QString id;
    QString title;
    QStringList channels;  ///< connection slot ids ("chat", "pager")
};

struct LifecyclePhase {
    QString id;
    QString title;
    Milliseconds timeBox{0};
    QStringList checklist;
};

struct MessageTemplate {
    QString id;
    QString title;
    QString body;                ///< Mustache
    Milliseconds nextUpdate{0};  ///< sending it promises another within this time; 0: no promise
    QList<InputSpec> fields;     ///< what is asked for, where more than a line of free text is meant
};

/// One point of the meeting after an incident.
struct AgendaItem {
    QString title;
    Milliseconds time{0};
};

struct PostmortemSpec {
    QString templateText;  ///< Mustache with generated blocks
    Milliseconds dueWithin{0};
    QList<AgendaItem> agenda;
};

/// One platform's whole set: severities, signals, rules, runbooks, messages. Immutable once loaded.
struct Playbook {
    QString id;  ///< "just-trades"; also the platform's id
    QString title;
    QString description;
    Environment environment = Environment::Production;
    QString timeZone;       ///< IANA name
    QString businessHours;  ///< "Mon-Fri 09:00-17:00"; empty: none
    QList<QDate> holidays;  ///< no business days, whatever weekday they are
    QList<Severity> severities;
    QList<ConnectionSlot> connections;
    QList<SignalSpec> signalSpecs;
    QList<RuleSpec> rules;
    QList<Runbook> runbooks;
    bool secondPerson = false;  ///< destructive steps on production need the approval of somebody else
    QList<Role> roles;
    QMap<QString, QMap<QString, EscalationCell>> escalation;  ///< severity -> role -> cell
    QList<LifecyclePhase> lifecycle;
    Milliseconds quietFor{0};               ///< how long alerts must stay clear before resolving is advised
    QMap<QString, QString> severityLabels;  ///< an outside alert's label -> severity id
    QList<MessageTemplate> messages;
    PostmortemSpec postmortem;
    QList<Contact> contacts;
    QList<StatusPage> statusPages;
    QString sourceFile;  ///< where it was loaded from
    QString digest;      ///< SHA-256 over all its files, hex

    const Severity* severity(const QString& severityId) const;
    const SignalSpec* signal(const QString& signalId) const;
    const RuleSpec* rule(const QString& ruleId) const;
    const Runbook* runbook(const QString& runbookId) const;
    const StepSpec* step(const QString& runbookId, const QString& stepId) const;
    const Role* role(const QString& roleId) const;
    const ConnectionSlot* connection(const QString& slotId) const;
    const MessageTemplate* message(const QString& messageId) const;
    /// The whole playbook as JSON, as `playbook show --json` prints it.
    QJsonObject toJson() const;
};
using PlaybookPointer = std::shared_ptr<const Playbook>;

}  // namespace cockpit
