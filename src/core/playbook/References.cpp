// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/References.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

QString kindName(References::Kind kind)
{
    switch (kind) {
    case References::Kind::Severity: return QCoreApplication::translate("Playbook", "severity");
    case References::Kind::Runbook: return QCoreApplication::translate("Playbook", "runbook");
    case References::Kind::Signal: return QCoreApplication::translate("Playbook", "signal");
    case References::Kind::Connection: return QCoreApplication::translate("Playbook", "connection");
    case References::Kind::Role: return QCoreApplication::translate("Playbook", "role");
    }
    return {};
}

}  // namespace

References::References(PlaybookProblems& problems)
    : m_problems(problems)
{
}

void References::declare(Kind kind, const QString& id, const FieldReader& reader, const YamlNode& at,
                         const QString& connectionKind)
{
    if (id.isEmpty()) {
        markFaulty(kind);
        return;
    }
    Section& section = m_sections[kind];
    const auto earlier = section.declared.constFind(id);
    if (earlier != section.declared.constEnd()) {
        m_problems.append({reader.file().name(), at.line, at.column,
                           QCoreApplication::translate("Playbook", "duplicate %1 \"%2\"; the first is in line %3 of %4")
                               .arg(kindName(kind), id)
                               .arg(earlier->line)
                               .arg(earlier->file)});
        return;
    }
    section.declared.insert(id, {reader.file().name(), at.line, connectionKind});
    section.order.append(id);
}

void References::markFaulty(Kind kind)
{
    m_sections[kind].faulty = true;
}

void References::use(Kind kind, const QString& id, const FieldReader& reader, const TextPosition& at,
                     const QString& label, const QStringList& connectionKinds)
{
    if (!id.isEmpty())
        m_uses.append({kind, id, reader.file().name(), at, label, connectionKinds});
}

void References::check()
{
    for (const Use& use : std::as_const(m_uses))
        checkUse(use);
}

void References::checkUse(const Use& use)
{
    const Section section = m_sections.value(use.kind);
    const auto found = section.declared.constFind(use.id);
    if (found == section.declared.constEnd()) {
        if (section.faulty)
            return;
        const QString message = QCoreApplication::translate("Playbook", "%1 names the %2 \"%3\", which does not exist")
                                    .arg(use.label, kindName(use.kind), use.id);
        m_problems.append({use.file, use.at.line, use.at.column, message + suggestion(use.id, section.order)});
        return;
    }
    if (use.connectionKinds.isEmpty() || found->connectionKind.isEmpty() ||
        use.connectionKinds.contains(found->connectionKind))
        return;
    QStringList fitting;
    for (const QString& slot : section.order) {
        if (use.connectionKinds.contains(section.declared.value(slot).connectionKind))
            fitting.append(slot);
    }
    const QString message =
        QCoreApplication::translate("Playbook", "%1 needs a connection of kind %2, but \"%3\" is of kind %4")
            .arg(use.label, use.connectionKinds.join(QStringLiteral(" or ")), use.id, found->connectionKind);
    m_problems.append({use.file, use.at.line, use.at.column, message + suggestion(use.id, fitting)});
}

}  // namespace cockpit
