// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/escalation/EscalationModel.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "core/incident/EscalationMatrix.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QFont>

namespace cockpit::panels::escalation {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(EscalationPanel)
};

QString countdown(const QDateTime& from, const QDateTime& to)
{
    return formatCountdown(Milliseconds{std::max<qint64>(from.msecsTo(to), 0)});
}

QString standingText(const EscalationStanding& standing, const QDateTime& now)
{
    using Phase = EscalationStanding::Phase;
    switch (standing.phase) {
    case Phase::NotAsked: return {};
    case Phase::Waiting:
    case Phase::AtRisk: return Say::tr("%1 left").arg(countdown(now, standing.due));
    case Phase::Overdue: return Say::tr("%1 overdue").arg(countdown(standing.due, now));
    case Phase::Told: return Say::tr("told at %1 UTC").arg(standing.toldAt.toUTC().toString(QStringLiteral("HH:mm")));
    case Phase::Excused: return Say::tr("not needed");
    }
    return {};
}

MatrixCell cellOf(const Playbook& playbook, const Severity& severity, const Role& role, const Incident* incident,
                  const QDateTime& now)
{
    MatrixCell cell;
    const EscalationCell* asked = escalationCell(playbook, severity.id, role.id);
    cell.asks = asked ? escalationText(*asked) : QStringLiteral("\u2013");
    if (!asked || !incident || incident->severity != severity.id)
        return cell;
    const EscalationStanding standing = escalationStanding(*incident, playbook, role.id, now);
    cell.stands = standingText(standing, now);
    cell.atRisk = standing.phase == EscalationStanding::Phase::AtRisk;
    cell.overdue = standing.phase == EscalationStanding::Phase::Overdue;
    cell.told = standing.phase == EscalationStanding::Phase::Told;
    return cell;
}

QString responseText(const ResponseTime& response)
{
    if (response.nextBusinessDay)
        return Say::tr("next business day");
    return response.within == Milliseconds{0} ? Say::tr("at once")
                                              : Say::tr("within %1").arg(formatDuration(response.within));
}

}  // namespace

Matrix matrixOf(const Playbook& playbook, const Incident* incident, const QDateTime& now)
{
    Matrix matrix;
    matrix.columns.append(Say::tr("Respond"));
    for (const Role& role : playbook.roles)
        matrix.columns.append(safeLine(role.title, 40));
    for (const Severity& severity : playbook.severities) {
        if (incident && incident->severity == severity.id)
            matrix.current = static_cast<int>(matrix.rows.size());
        matrix.rows.append(safeLine(severity.id + QLatin1Char(' ') + severity.title, 60));
        QList<MatrixCell> row{{responseText(severity.respondWithin), {}, false, false, false}};
        for (const Role& role : playbook.roles)
            row.append(cellOf(playbook, severity, role, incident, now));
        matrix.cells.append(row);
    }
    return matrix;
}

EscalationModel::EscalationModel(Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void EscalationModel::update(const Matrix& matrix)
{
    if (matrix.columns != m_matrix.columns || matrix.rows != m_matrix.rows || matrix.current != m_matrix.current) {
        beginResetModel();
        m_matrix = matrix;
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (matrix.cells.at(row) == m_matrix.cells.at(row))
            continue;
        m_matrix.cells[row] = matrix.cells.at(row);
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int EscalationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.rows.size());
}

int EscalationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.columns.size());
}

QVariant EscalationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const MatrixCell& cell = m_matrix.cells.at(index.row()).at(index.column());
    const bool current = index.row() == m_matrix.current;
    switch (role) {
    case Qt::DisplayRole: return cell.stands.isEmpty() ? cell.asks : cell.asks + QLatin1Char('\n') + cell.stands;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3 %4")
            .arg(m_matrix.rows.at(index.row()), m_matrix.columns.at(index.column()), cell.asks, cell.stands)
            .trimmed();
    case Qt::ToolTipRole: return safeToolTip(m_matrix.rows.at(index.row()));
    case Qt::FontRole: {
        QFont font = m_theme.textFont();
        font.setBold(current);
        return font;
    }
    case Qt::ForegroundRole:
        if (cell.overdue)
            return m_theme.color(Tone::Severity1);
        if (cell.atRisk)
            return m_theme.color(Tone::Severity2);
        if (cell.told)
            return m_theme.color(Tone::Good);
        return m_theme.color(m_matrix.current < 0 || current ? Tone::Text : Tone::Muted);
    case Qt::BackgroundRole: return current ? QVariant(m_theme.color(Tone::FocusSurface)) : QVariant();
    default: return {};
    }
}

QVariant EscalationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const QStringList& words = orientation == Qt::Horizontal ? m_matrix.columns : m_matrix.rows;
    return words.value(section);
}

}  // namespace cockpit::panels::escalation
