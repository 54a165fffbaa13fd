// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/timeline/TimelineModel.h"

#include "core/base/SafeText.h"
#include "core/postmortem/EventText.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>

#include <algorithm>

namespace cockpit::panels::timeline {

namespace {

constexpr int maximumDragged = 1'000;

QDateTime instant(const TimelineRow& row)
{
    return QDateTime::fromMSecsSinceEpoch(row.atMs, Qt::UTC);
}

QString line(const TimelineRow& row)
{
    return instant(row).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'")) + QStringLiteral("  ") + row.text +
           QStringLiteral("  (") + safeLine(row.actor, 80) + QLatin1Char(')');
}

}  // namespace

QString TimelineModel::shared(const QString& text)
{
    return *m_texts.insert(text);
}

void TimelineModel::append(const QList<Event>& events, const IncidentLookup& incidents)
{
    std::vector<int> fresh;
    for (const Event& event : events) {
        if (event.sequence <= lastSequence())
            continue;
        const EventLine described = describeEvent(event, incidents ? incidents(event.incident) : nullptr);
        TimelineRow row;
        row.sequence = event.sequence;
        row.atMs = event.at.toMSecsSinceEpoch();
        row.type = event.type;
        row.incident = shared(event.incident);
        row.actor = shared(event.actor);
        row.workstation = shared(event.workstation);
        row.icon = shared(described.icon);
        row.text = described.text;
        row.severity = shared(event.data.value(QLatin1String("severity")).toString());
        row.platform = shared(event.data.value(QLatin1String("platform")).toString());
        row.data = event.data;
        if (event.type == EventType::PostmortemEdited)
            row.data.remove(QLatin1String("text"));
        m_rows.push_back(std::move(row));
        if (matches(m_rows.back()))
            fresh.push_back(static_cast<int>(m_rows.size()) - 1);
    }
    if (fresh.empty())
        return;
    const int first = static_cast<int>(m_shown.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

bool TimelineModel::matches(const TimelineRow& row) const
{
    if (!m_incident.isEmpty() && row.incident != m_incident)
        return false;
    return m_filter.isEmpty() || row.text.contains(m_filter, Qt::CaseInsensitive) ||
           row.actor.contains(m_filter, Qt::CaseInsensitive);
}

void TimelineModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        if (matches(m_rows[static_cast<std::size_t>(i)]))
            m_shown.push_back(i);
    }
    endResetModel();
}

void TimelineModel::setIncident(const QString& incident)
{
    if (incident == m_incident)
        return;
    m_incident = incident;
    rebuild();
}

void TimelineModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

const TimelineRow* TimelineModel::row(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_shown.size()))
        return nullptr;
    return &m_rows[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(index.row())])];
}

QString TimelineModel::details(const QModelIndex& index) const
{
    const TimelineRow* found = row(index);
    if (!found)
        return {};
    Event event;
    event.type = found->type;
    event.data = found->data;
    const QString head =
        tr("Entry %1 · %2 UTC · %3 · workstation %4")
            .arg(QString::number(found->sequence), instant(*found).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                 safeLine(found->actor, 80), safeLine(found->workstation, 80));
    return head + QLatin1Char('\n') + found->text + QStringLiteral("\n\n") + describeEvent(event).detail;
}

QString TimelineModel::plainText(const QModelIndexList& indexes) const
{
    QModelIndexList ordered = indexes;
    std::sort(ordered.begin(), ordered.end());
    QStringList lines;
    for (const QModelIndex& index : std::as_const(ordered)) {
        if (const TimelineRow* found = row(index))
            lines.append(line(*found));
    }
    return lines.join(QLatin1Char('\n'));
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    const TimelineRow* found = row(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return found->text;
    case Qt::AccessibleTextRole: return line(*found);
    case Qt::ToolTipRole: return safeToolTip(found->text);
    case RowRole: return QVariant::fromValue(found);
    default: return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList TimelineModel::mimeTypes() const
{
    return {QLatin1String(mimeType), QStringLiteral("text/plain")};
}

QMimeData* TimelineModel::mimeData(const QModelIndexList& indexes) const
{
    QModelIndexList ordered = indexes;
    std::sort(ordered.begin(), ordered.end());
    if (ordered.size() > maximumDragged)
        ordered = ordered.mid(0, maximumDragged);
    QJsonArray entries;
    for (const QModelIndex& index : std::as_const(ordered)) {
        if (const TimelineRow* found = row(index))
            entries.append(QJsonObject{{QStringLiteral("sequence"), found->sequence},
                                       {QStringLiteral("at"), instant(*found).toString(Qt::ISODateWithMs)},
                                       {QStringLiteral("incident"), found->incident},
                                       {QStringLiteral("actor"), found->actor},
                                       {QStringLiteral("text"), found->text}});
    }
    if (entries.isEmpty())
        return nullptr;
    auto* mime = new QMimeData;
    mime->setData(QLatin1String(mimeType), QJsonDocument(entries).toJson(QJsonDocument::Indented));
    mime->setText(plainText(ordered));
    return mime;
}

}  // namespace cockpit::panels::timeline
