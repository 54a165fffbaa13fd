// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/playbook/Playbook.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace cockpit::adapters::postgres {

struct ParsedSql;

/// Statements simple enough to be looked at, counted and undone by the cockpit itself.
struct SqlShape {
    enum class Kind {
        Other,
        Update,          ///< of one table, without FROM and WITH
        Delete,          ///< the same, without USING
        EndSessions,     ///< SELECT … pg_terminate_backend(pid) FROM pg_stat_activity
        CancelSessions,  ///< the same with pg_cancel_backend
    };
    Kind kind = Kind::Other;
    QString relation;     ///< quoted, with schema if written: "shop"."orders"
    bool only = false;    ///< ONLY was written: children of the table are left alone
    QString alias;        ///< quoted; empty: none
    QString where;        ///< as written, with $n; empty: every row
    QStringList columns;  ///< that UPDATE sets

    bool isPlainChange() const { return kind == Kind::Update || kind == Kind::Delete; }
    bool isSessions() const { return kind == Kind::EndSessions || kind == Kind::CancelSessions; }
    /// [ONLY] relation [AS alias]
    QString from() const;
    /// What the WHERE calls the relation.
    QString name() const { return alias.isEmpty() ? relation : alias; }

    QJsonObject toJson() const;
    static SqlShape fromJson(const QJsonObject& json);
};

/// What a statement names that may be made by users and so may do anything.
struct SqlNames {
    QStringList functions;
    QStringList operators;
    QStringList relations;
    QStringList types;

    QJsonObject toJson() const;
    static SqlNames fromJson(const QJsonObject& json);
};

/// What one statement really is.
struct SqlClass {
    Danger danger = Danger::Read;
    QString why;        ///< of the danger, to follow "because": "it deletes rows"
    QStringList stays;  ///< functions it calls whose effect no rollback takes back
    SqlNames names;
    SqlShape shape;
};

/// Errors: Refused with one sentence for what no step may send (transaction control, SET, COPY, PREPARE …), and those
/// of parseSql(). Thread: the engine's.
Result<SqlClass> classifySql(const QString& sql);

/// Refuses what is not plain reading. Errors: as classifySql(), Refused.
Status checkReads(const QString& sql);

/// Quoted as an identifier.
QString quotedName(const QString& name);

/// The shape of a parsed statement; `sql` is its text.
SqlShape shapeOf(const ParsedSql& parsed, const QString& sql);

}  // namespace cockpit::adapters::postgres
