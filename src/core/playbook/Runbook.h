// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/playbook/Comparison.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace cockpit {

/// How dangerous a step is. Declared by the playbook, never guessed from a verb.
enum class Danger { Read, Write, Destructive };
QString dangerName(Danger danger);  ///< "read", "write", "destructive"

/// A typed value a person must supply before a step can run.
struct InputSpec {
    enum class Type { Text, Integer, Number, Identifier, Choice };
    QString id;
    QString title;
    Type type = Type::Text;
    QString defaultValue;
    QString pattern;  ///< anchored regular expression for Text; empty: any
    QStringList choices;
    bool required = true;
};

/// Proof that a step helped: the observation to wait for, one comparison or (`when`) a condition over several signals.
struct Expectation {
    QString signal;  ///< the one compared; with `when`, the first it names
    Comparison comparison = Comparison::Equal;
    double value = 0;
    Milliseconds within{120'000};
    Milliseconds hold{0};
    QString when{};  ///< expression like a rule's; empty: the comparison above counts

    QString text() const;  ///< "queue_size <= 10", or the condition as written
};

/// A step that is one stage of a gated sequence (trading resumed restricted, then cautious, then normal): it opens only
/// when its checks hold, and the sequence falls back when they stop holding.
struct StageSpec {
    QString after;               ///< step that must have succeeded before; empty: the stage before this one, if any
    QString opensWhen;           ///< expression; empty: only `after` counts
    Milliseconds opensAfter{0};  ///< how long opensWhen must have held without a break
    QString holdsWhile;          ///< expression; empty: never falls back by itself
    QString fallBack;            ///< step to run when it no longer holds; empty: the stage before, if any
};

/// One action of a runbook.
struct StepSpec {
    QString id;
    QString title;
    QString kind;  ///< "http", "sql", "redis", "shell", "manual", "wait"
    Danger danger = Danger::Read;
    QString connection;      ///< slot id; empty for manual, wait and local shell
    QJsonObject parameters;  ///< of the kind, as written; texts may hold {{input}} placeholders
    QList<InputSpec> inputs;
    Milliseconds deadline{30'000};
    Milliseconds timeBox{0};  ///< how long a person should take over it; 0: no limit
    std::optional<Expectation> expect;
    std::optional<StageSpec> stage;
    QStringList see;  ///< runbooks that take over from here
    QString why;      ///< what it is for, and why it differs from what people used to type
};

struct Runbook {
    QString id;
    QString title;
    QString summary;
    QStringList symptoms;
    QList<StepSpec> steps;
};

}  // namespace cockpit
