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
    QStringList words;     ///< lower-case identifiers and keywords, quoted identifiers among them
    QString bare;          ///< the text without literals, quoted identifiers and comments
    bool complete = true;  ///< false: a quote or comment is not closed
};

/// Knows '…' with E'…' escapes, "…", $tag$…$tag$, -- and nested /* */.
SqlScan scanSql(const QString& sql);

/// May a step of this danger send this? Refuses transaction control and COPY always; for a reading step everything that
/// does not begin like a query and calls that are known to act although they are in a SELECT. The real barrier is the
/// read-only transaction and the database role; this gives the earlier and clearer sentence. Errors: Refused,
/// InvalidInput.
Status checkSql(const QString& sql, Danger danger);

/// Each {{name}} becomes a bound parameter $n, typed by its input; values never become part of the text.
/// Errors: InvalidInput (undeclared, or inside quotes or a comment where nothing can be bound).
Result<Statement> bindSql(const QString& sql, const StepSpec& spec, const QMap<QString, QString>& inputs);

}  // namespace cockpit::adapters::postgres
