// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/meeting/MeetingModel.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "ui/widgets/Theme.h"

#include <QFont>

#include <algorithm>

namespace cockpit::panels::meeting {

MeetingModel::MeetingModel(Theme& theme, QObject* parent)
    : QAbstractListModel(parent)
    , m_theme(theme)
{
}

void MeetingModel::setAgenda(const QList<AgendaItem>& agenda)
{
    const bool same = std::equal(agenda.begin(), agenda.end(), m_points.begin(), m_points.end(),
                                 [](const AgendaItem& item, const Point& point) {
                                     return item.title == point.item.title && item.time == point.item.time;
                                 });
    if (same)
        return;
    beginResetModel();
    m_points.clear();
    for (const AgendaItem& item : agenda)
        m_points.append(Point{item, Milliseconds{0}, false});
    m_current = -1;
    endResetModel();
}

void MeetingModel::start(const QDateTime& now)
{
    if (m_points.isEmpty())
        return;
    for (Point& point : m_points)
        point = Point{point.item, Milliseconds{0}, false};
    m_current = 0;
    m_tickedAt = now;
    emit dataChanged(index(0), index(rowCount() - 1));
}

void MeetingModel::next(const QDateTime& now)
{
    if (!isRunning())
        return;
    tick(now);
    m_points[m_current].done = true;
    const int before = m_current;
    m_current = m_current + 1 < m_points.size() ? m_current + 1 : -1;
    emit dataChanged(index(before), index(std::max(m_current, before)));
}

void MeetingModel::tick(const QDateTime& now)
{
    if (!isRunning())
        return;
    m_points[m_current].spent += Milliseconds{std::max<qint64>(m_tickedAt.msecsTo(now), 0)};
    m_tickedAt = now;
    emit dataChanged(index(m_current), index(m_current));
}

Milliseconds MeetingModel::planned() const
{
    Milliseconds sum{0};
    for (const Point& point : m_points)
        sum += point.item.time;
    return sum;
}

Milliseconds MeetingModel::spent() const
{
    Milliseconds sum{0};
    for (const Point& point : m_points)
        sum += point.spent;
    return sum;
}

Milliseconds MeetingModel::left() const
{
    return isRunning() ? m_points.at(m_current).item.time - m_points.at(m_current).spent : Milliseconds{0};
}

int MeetingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

QVariant MeetingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_points.size())
        return {};
    const Point& point = m_points.at(index.row());
    const bool current = index.row() == m_current;
    const bool late = point.spent > point.item.time;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString title = safeLine(point.item.title);
        const QString plan = formatDuration(point.item.time);
        if (current)
            return late ? tr("%1\n%2 planned, %3 over time").arg(title, plan, formatCountdown(-left()))
                        : tr("%1\n%2 planned, %3 left").arg(title, plan, formatCountdown(left()));
        if (point.done)
            return tr("%1\n%2 planned, took %3").arg(title, plan, formatCountdown(point.spent));
        return tr("%1\n%2 planned").arg(title, plan);
    }
    case Qt::FontRole: {
        QFont font = m_theme.textFont();
        font.setBold(current);
        return font;
    }
    case Qt::ForegroundRole:
        if (current && late)
            return m_theme.color(Tone::Severity2);
        return m_theme.color(point.done ? Tone::Muted : Tone::Text);
    default: return {};
    }
}

}  // namespace cockpit::panels::meeting
