// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/checklist/ChecklistModel.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QFont>

#include <algorithm>

namespace cockpit::panels::checklist {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ChecklistPanel)
};

const DeadlineState* clockOf(const Snapshot& snapshot, const Incident& incident, const QString& phase)
{
    for (const DeadlineState& deadline : snapshot.deadlines) {
        if (deadline.incident == incident.id && deadline.kind == DeadlineState::Kind::TimeBox &&
            deadline.subject == phase)
            return &deadline;
    }
    return nullptr;
}

ChecklistRow phaseRow(const Snapshot& snapshot, const Incident& incident, const LifecyclePhase& phase, qsizetype done)
{
    ChecklistRow row;
    row.kind = ChecklistRow::Kind::Phase;
    row.id = phase.id;
    row.text = safeLine(phase.title);
    row.detail = Say::tr("%1 of %2").arg(done).arg(phase.checklist.size());
    const DeadlineState* clock = clockOf(snapshot, incident, phase.id);
    if (!clock || clock->met)
        return row;
    const qint64 left = snapshot.at.msecsTo(clock->due);
    row.late = left < 0;
    row.detail += QStringLiteral(" · ") + (row.late ? Say::tr("%1 over time").arg(formatCountdown(Milliseconds{-left}))
                                                    : Say::tr("%1 left").arg(formatCountdown(Milliseconds{left})));
    return row;
}

}  // namespace

QList<ChecklistRow> checklistRows(const Snapshot& snapshot, const Incident& incident, const Playbook& playbook)
{
    QList<ChecklistRow> rows;
    for (const Role& role : playbook.roles) {
        ChecklistRow row;
        row.kind = ChecklistRow::Kind::Role;
        row.id = role.id;
        row.text = safeLine(role.title);
        const QString person = incident.roles.value(role.id);
        row.ticked = !person.isEmpty();
        row.detail = person.isEmpty() ? Say::tr("nobody yet") : safeLine(person, 60);
        rows.append(row);
    }
    for (const LifecyclePhase& phase : playbook.lifecycle) {
        QList<ChecklistRow> items;
        for (qsizetype i = 0; i < phase.checklist.size(); ++i) {
            ChecklistRow item;
            item.id = QString::number(i);
            item.phase = phase.id;
            item.text = safeLine(phase.checklist.at(i), 400);
            item.ticked = incident.ticked.contains(phase.id + QLatin1Char('/') + item.id);
            items.append(item);
        }
        const auto done =
            std::count_if(items.begin(), items.end(), [](const ChecklistRow& item) { return item.ticked; });
        rows.append(phaseRow(snapshot, incident, phase, done));
        rows.append(items);
    }
    return rows;
}

ChecklistModel::ChecklistModel(Theme& theme, QObject* parent)
    : RowListModel(parent)
    , m_theme(theme)
{
}

bool ChecklistModel::isSame(const ChecklistRow& left, const ChecklistRow& right) const
{
    return left.kind == right.kind && left.id == right.id && left.phase == right.phase;
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const
{
    if (!isRow(index))
        return {};
    const ChecklistRow& row = rowOf(index);
    const bool item = row.kind == ChecklistRow::Kind::Item;
    switch (role) {
    case Qt::DisplayRole: return item ? row.text : QStringLiteral("%1  ·  %2").arg(row.text, row.detail);
    case Qt::CheckStateRole: return item ? QVariant(row.ticked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return row.kind == ChecklistRow::Kind::Role ? safeToolTip(Say::tr("Enter takes this role")) : QVariant();
    case Qt::AccessibleTextRole:
        return item ? QStringLiteral("%1, %2").arg(row.text, row.ticked ? Say::tr("done") : Say::tr("open"))
                    : QStringLiteral("%1: %2").arg(row.text, row.detail);
    case Qt::FontRole: {
        QFont font = m_theme.textFont();
        font.setBold(row.kind == ChecklistRow::Kind::Phase);
        return font;
    }
    case Qt::ForegroundRole:
        if (row.late)
            return m_theme.color(Tone::Severity1);
        return m_theme.color(item && row.ticked ? Tone::Muted : Tone::Text);
    default: return {};
    }
}

bool ChecklistModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !isRow(index))
        return false;
    const ChecklistRow& row = rowOf(index);
    if (row.kind != ChecklistRow::Kind::Item)
        return false;
    emit tickAsked(row.phase, row.id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ChecklistModel::flags(const QModelIndex& index) const
{
    if (!isRow(index))
        return Qt::NoItemFlags;
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return rowOf(index).kind == ChecklistRow::Kind::Item ? common | Qt::ItemIsUserCheckable : common;
}

}  // namespace cockpit::panels::checklist
