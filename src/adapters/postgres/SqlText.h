// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "core/playbook/Playbook.h"

#include <QMap>
#include <QStringList>

namespace cockpit::adapters::postgres {

/// What a look at a statement's characters tells, without parsing it.
struct SqlScan {
    struct TopWord {
        QString text;
        qsizetype at = 0;  ///< where it begins
    };
    struct Parameter {
        qsizetype at = 0;
        qsizetype length = 0;
        int number = 0;
    };
    QStringList words;            ///< lower-case identifiers and keywords, quoted identifiers among them
    QList<TopWord> top;           ///< unquoted words outside all brackets
    QList<Parameter> parameters;  ///< $1 …
    qsizetype end = -1;           ///< where the statement ends: at its semicolon or with the text
    QString bare;                 ///< the text without literals, quoted identifiers and comments
    bool complete = true;         ///< false: a quote or comment is not closed
};

/// Knows '…' with E'…' escapes, "…", $tag$…$tag$, -- and nested /* */.
SqlScan scanSql(const QString& sql);

/// Each {{name}} becomes a bound parameter $n, typed by its input; values never become part of the text.
/// Errors: InvalidInput (undeclared, or inside quotes or a comment where nothing can be bound).
Result<Statement> bindSql(const QString& sql, const StepSpec& spec, const QMap<QString, QString>& inputs);

}  // namespace cockpit::adapters::postgres
