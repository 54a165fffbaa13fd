// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Event.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace cockpit {
struct Incident;
}

namespace cockpit::panels::timeline {

/// One entry as the list needs it.
struct TimelineRow {
    qint64 sequence = 0;
    qint64 atMs = 0;  ///< UTC
    EventType type = EventType::Unknown;
    QString incident;
    QString actor;
    QString workstation;
    QString icon;
    QString text;
    QString severity;  ///< of declarations, proposals and alerts
    QString platform;
    QJsonObject data;  ///< without the text of postmortems, which are whole documents
};

/// The log as a list, oldest first. Filtering is an index of our own: a proxy costs too much at 100,000 rows.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 };
    using IncidentLookup = std::function<const Incident*(const QString& id)>;

    using QAbstractListModel::QAbstractListModel;

    /// Takes events over in order; ones already here are skipped. One insertion for the whole batch.
    void append(const QList<Event>& events, const IncidentLookup& incidents);
    /// Shows only this incident's entries; empty: all.
    void setIncident(const QString& incident);
    /// Shows only entries that contain this text (sentence, person), whatever its case; empty: all.
    void setFilter(const QString& text);

    qint64 lastSequence() const { return m_rows.empty() ? 0 : m_rows.back().sequence; }
    int total() const { return static_cast<int>(m_rows.size()); }
    const TimelineRow* row(const QModelIndex& index) const;
    /// Every field of the entry, one per line.
    QString details(const QModelIndex& index) const;
    /// One entry per line: time in UTC, sentence, person.
    QString plainText(const QModelIndexList& indexes) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    static constexpr auto mimeType = "application/x-incident-cockpit-timeline";

private:
    bool matches(const TimelineRow& row) const;
    void rebuild();
    QString shared(const QString& text);

    std::vector<TimelineRow> m_rows;
    std::vector<int> m_shown;  ///< indexes into m_rows, ascending
    QSet<QString> m_texts;     ///< one copy of each actor, workstation and incident id
    QString m_incident;
    QString m_filter;
};

}  // namespace cockpit::panels::timeline

Q_DECLARE_METATYPE(const cockpit::panels::timeline::TimelineRow*)
