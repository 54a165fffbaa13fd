// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/connections/ConnectionsModel.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Badge.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::panels::connections {

QString connectionSentence(const ConnectionState& state)
{
    if (!state.bound)
        return ConnectionsModel::tr("not set up on this workstation");
    return state.tested ? safeLine(state.check.sentence, 600) : ConnectionsModel::tr("being tested");
}

QString connectionSign(const ConnectionState& state)
{
    if (!state.bound)
        return QStringLiteral("\u2013");
    if (!state.tested)
        return QStringLiteral("\u2026");
    return state.check.ok ? QStringLiteral("\u2713") : QStringLiteral("!");
}

QString connectionWord(const ConnectionState& state)
{
    if (!state.bound)
        return ConnectionsModel::tr("not set up");
    if (!state.tested)
        return ConnectionsModel::tr("being tested");
    return state.check.ok ? ConnectionsModel::tr("works") : ConnectionsModel::tr("problem");
}

QList<ConnectionState> connectionRows(const Snapshot& snapshot)
{
    QList<ConnectionState> rows = snapshot.connections;
    const auto watched = [&snapshot](const ConnectionState& state) {
        const PlatformState* platform = snapshot.platform(state.platform);
        return !platform || platform->watched;
    };
    std::stable_partition(rows.begin(), rows.end(), watched);
    return rows;
}

ConnectionsModel::ConnectionsModel(Theme& theme, QObject* parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void ConnectionsModel::namePlatforms(const QList<PlatformState>& platforms)
{
    m_platformTitles.clear();
    for (const PlatformState& platform : platforms) {
        if (platforms.size() > 1)
            m_platformTitles.insert(platform.playbook->id, platform.playbook->title);
    }
}

void ConnectionsModel::update(const QList<ConnectionState>& connections)
{
    const bool sameRows =
        connections.size() == m_rows.size() &&
        std::equal(connections.begin(), connections.end(), m_rows.begin(),
                   [](const ConnectionState& a, const ConnectionState& b) { return a.spec.id == b.spec.id; });
    if (sameRows) {
        m_rows = connections;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = connections;
    endResetModel();
}

int ConnectionsModel::rowOf(const QString& id) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).spec.id == id)
            return i;
    }
    return -1;
}

int ConnectionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ConnectionState& state = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(state, index.column());
    case Qt::ForegroundRole: return colour(state, index.column());
    case Qt::ToolTipRole: return safeToolTip(state.spec.id + QLatin1Char('\n') + connectionSentence(state));
    case Qt::AccessibleTextRole:
        return index.column() == StateColumn ? QVariant(connectionWord(state)) : text(state, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == StateColumn ? QVariant(static_cast<int>(Qt::AlignCenter)) : QVariant();
    default: return {};
    }
}

QVariant ConnectionsModel::text(const ConnectionState& state, int column) const
{
    switch (column) {
    case StateColumn: return connectionSign(state);
    case NameColumn: {
        const QString title = state.spec.title.isEmpty() ? state.spec.id : state.spec.title;
        const QString platform = m_platformTitles.value(state.platform);
        return safeLine(platform.isEmpty() ? title : tr("%1 · %2").arg(title, platform), 60);
    }
    case EnvironmentColumn: return environmentTitle(state.spec.environment);
    case SentenceColumn: return connectionSentence(state);
    default: return {};
    }
}

QVariant ConnectionsModel::colour(const ConnectionState& state, int column) const
{
    if (column == StateColumn) {
        const Tone tone = !state.bound || !state.tested ? Tone::Dim : state.check.ok ? Tone::Good : Tone::Severity1;
        return m_theme.color(tone);
    }
    if (column == EnvironmentColumn)
        return state.bound ? m_theme.environmentColor(state.spec.environment) : m_theme.color(Tone::Dim);
    if (column == SentenceColumn || !state.bound)
        return m_theme.color(Tone::Muted);
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Connection");
    case EnvironmentColumn: return tr("Environment");
    case SentenceColumn: return tr("State");
    default: return {};
    }
}

}  // namespace cockpit::panels::connections
