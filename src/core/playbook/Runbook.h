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
QString dangerName(Danger danger);           ///< "read", "write", "destructive"
Danger dangerFromName(const QString& name);  ///< a word this version does not know counts as destructive

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
    QString from{};  ///< output of an earlier step that fills it in; empty: a person does
};

/// A value that a step hands to later ones: taken from its result, kept with the run.
struct OutputSpec {
    enum class Source {
        Rows,    ///< how many rows, keys or items
        Column,  ///< first row, the column named `path`
        Json,    ///< the value at `path` (as in http_json signals)
        Match    ///< first group of the regular expression `path` in the output's text
    };
    QString id;
    Source source = Source::Rows;
    QString path;
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
    QStringList see;            ///< runbooks that take over from here
    QList<OutputSpec> outputs;  ///< for the inputs and conditions of later steps
    QString onlyIf;             ///< expression over outputs of earlier steps; empty: always
    QString verify;             ///< reading step that tells what a step of unknown outcome has done; empty: none
    QString why;                ///< what it is for, and why it differs from what people used to type
};

/// A step read back from what stepJson() wrote; used for runs, which keep the runbook as it was when they began.
QJsonObject inputJson(const InputSpec& input);
QJsonObject stepJson(const StepSpec& step);
StepSpec stepFromJson(const QJsonObject& json);

struct Runbook {
    QString id;
    QString title;
    QString summary;
    QStringList symptoms;
    QList<StepSpec> steps;

    const StepSpec* step(const QString& stepId) const;
    QJsonObject toJson() const;
    static Runbook fromJson(const QJsonObject& json);
};

}  // namespace cockpit
