// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/FieldReader.h"

#include <QHash>
#include <QMap>

namespace cockpit {

/// What the parts of a playbook call each other. Declarations and uses are collected while reading and compared at the
/// end. Uses of a section that has faults of its own are not judged: the fault is the thing to mend.
class References
{
public:
    enum class Kind { Severity, Runbook, Signal, Connection, Role };

    explicit References(PlaybookProblems& problems);

    /// `connectionKind` for Kind::Connection. Reports a duplicate.
    void declare(Kind kind, const QString& id, const FieldReader& reader, const YamlNode& at,
                 const QString& connectionKind = {});
    void markFaulty(Kind kind);
    /// `label` names the place in messages; `connectionKinds` limits what may be named (empty: any).
    void use(Kind kind, const QString& id, const FieldReader& reader, const TextPosition& at, const QString& label,
             const QStringList& connectionKinds = {});
    void check();

private:
    struct Declared {
        QString file;
        int line = 0;
        QString connectionKind;
    };
    struct Section {
        QMap<QString, Declared> declared;
        QStringList order;
        bool faulty = false;
    };
    struct Use {
        Kind kind = Kind::Severity;
        QString id;
        QString file;
        TextPosition at;
        QString label;
        QStringList connectionKinds;
    };
    void checkUse(const Use& use);

    PlaybookProblems& m_problems;
    QMap<Kind, Section> m_sections;
    QList<Use> m_uses;
};

}  // namespace cockpit
