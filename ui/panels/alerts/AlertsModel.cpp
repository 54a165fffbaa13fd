// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/alerts/AlertsModel.h"

#include "core/base/SafeText.h"
#include "ui/widgets/TimeText.h"

#include <algorithm>

namespace cockpit::panels::alerts {

namespace {

AlertRow::State stateOf(AlertStatus::Phase phase)
{
    switch (phase) {
    case AlertStatus::Phase::Firing: return AlertRow::State::Firing;
    case AlertStatus::Phase::Pending: return AlertRow::State::Pending;
    case AlertStatus::Phase::Unknown: return AlertRow::State::Unknown;
    case AlertStatus::Phase::Clear: break;
    }
    return AlertRow::State::Clear;
}

AlertRow::State stateOf(ExternalAlert::State state)
{
    switch (state) {
    case ExternalAlert::State::Active: return AlertRow::State::Firing;
    case ExternalAlert::State::Silenced: return AlertRow::State::Silenced;
    case ExternalAlert::State::Inhibited: return AlertRow::State::Inhibited;
    case ExternalAlert::State::Unprocessed: break;
    }
    return AlertRow::State::Unprocessed;
}

AlertRow fromRule(const Playbook& playbook, const AlertStatus& status)
{
    AlertRow row;
    row.key = playbook.id + QStringLiteral("/rule/") + status.rule;
    row.state = stateOf(status.phase);
    row.platform = playbook.title;
    row.source = AlertsModel::tr("rule");
    row.reason = status.reason;
    row.since = status.since;
    if (const RuleSpec* rule = playbook.rule(status.rule)) {
        row.title = rule->title;
        row.severity = rule->severity;
        if (const Severity* severity = playbook.severity(rule->severity))
            row.rank = severity->rank;
    }
    return row;
}

AlertRow fromOutside(const Playbook& playbook, const ExternalAlert& alert)
{
    AlertRow row;
    row.key = playbook.id + QStringLiteral("/outside/") + alert.fingerprint;
    row.state = stateOf(alert.state);
    row.title = alert.title();
    row.platform = playbook.title;
    row.source = QStringLiteral("Alertmanager");
    row.severity = alert.severity();
    row.since = alert.startsAt;
    row.reason = alert.annotations.value(QStringLiteral("description"));
    if (const Severity* severity = playbook.severity(alert.severity()))
        row.rank = severity->rank;
    return row;
}

}  // namespace

QList<AlertRow> alertRows(const Snapshot& snapshot)
{
    QList<AlertRow> rows;
    for (const PlatformState& platform : snapshot.platforms) {
        if (!platform.watched)
            continue;
        for (const AlertStatus& status : platform.alerts)
            rows.append(fromRule(*platform.playbook, status));
        for (const ExternalAlert& alert : platform.externalAlerts)
            rows.append(fromOutside(*platform.playbook, alert));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const AlertRow& a, const AlertRow& b) {
        const auto rank = [](const AlertRow& row) { return row.rank < 0 ? 99 : row.rank; };
        return std::pair(static_cast<int>(a.state), rank(a)) < std::pair(static_cast<int>(b.state), rank(b));
    });
    return rows;
}

QString alertSign(AlertRow::State state)
{
    switch (state) {
    case AlertRow::State::Firing: return QStringLiteral("\u25B2");
    case AlertRow::State::Pending: return QStringLiteral("\u25B3");
    case AlertRow::State::Unknown: return QStringLiteral("?");
    case AlertRow::State::Silenced: return QStringLiteral("\u2013");
    case AlertRow::State::Inhibited: return QStringLiteral("\u2013");
    case AlertRow::State::Unprocessed: return QStringLiteral("\u2026");
    case AlertRow::State::Clear: return QStringLiteral("\u2713");
    }
    return {};
}

QString alertWord(AlertRow::State state)
{
    switch (state) {
    case AlertRow::State::Firing: return AlertsModel::tr("firing");
    case AlertRow::State::Pending: return AlertsModel::tr("pending");
    case AlertRow::State::Unknown: return AlertsModel::tr("unknown");
    case AlertRow::State::Silenced: return AlertsModel::tr("silenced");
    case AlertRow::State::Inhibited: return AlertsModel::tr("inhibited");
    case AlertRow::State::Unprocessed: return AlertsModel::tr("unprocessed");
    case AlertRow::State::Clear: return AlertsModel::tr("clear");
    }
    return {};
}

AlertsModel::AlertsModel(Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void AlertsModel::update(const QList<AlertRow>& rows, const QDateTime& now)
{
    m_now = now;
    const bool sameRows =
        rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                                   [](const AlertRow& a, const AlertRow& b) { return a.key == b.key; });
    if (sameRows) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int AlertsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const AlertRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ForegroundRole: return colour(row, index.column());
    case Qt::ToolTipRole:
        return safeToolTip(tr("%1\n%2 · %3\n%4").arg(row.title, row.platform, row.source, row.reason));
    case Qt::AccessibleTextRole:
        return index.column() == StateColumn ? alertWord(row.state) : text(row, index.column());
    default: return {};
    }
}

QString AlertsModel::text(const AlertRow& row, int column) const
{
    switch (column) {
    case StateColumn: return alertSign(row.state) + QLatin1Char(' ') + alertWord(row.state);
    case TitleColumn: return safeLine(row.title, 120);
    case SeverityColumn: return safeLine(row.severity, 20);
    case ReasonColumn: {
        const QString age = row.state == AlertRow::State::Clear || !row.since.isValid()
                                ? QString()
                                : ageText(Milliseconds{row.since.msecsTo(m_now)});
        const QString reason = safeLine(row.reason, 160);
        return age.isEmpty() || reason.isEmpty() ? age + reason : age + QStringLiteral(" \u00B7 ") + reason;
    }
    default: return {};
    }
}

QColor AlertsModel::colour(const AlertRow& row, int column) const
{
    const bool burns = row.state == AlertRow::State::Firing || row.state == AlertRow::State::Pending;
    if (column == StateColumn || column == SeverityColumn) {
        if (burns)
            return m_theme.severityColor(row.rank);
        if (row.state == AlertRow::State::Clear && column == StateColumn)
            return m_theme.color(Tone::Good);
        return m_theme.color(row.state == AlertRow::State::Unknown ? Tone::Unknown : Tone::Muted);
    }
    return m_theme.color(burns && column == TitleColumn ? Tone::Text : Tone::Muted);
}

QVariant AlertsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn: return tr("State");
    case TitleColumn: return tr("Alert");
    case SeverityColumn: return tr("Severity");
    case ReasonColumn: return tr("Since and why");
    default: return {};
    }
}

}  // namespace cockpit::panels::alerts
