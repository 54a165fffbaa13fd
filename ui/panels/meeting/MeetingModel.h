// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Playbook.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::meeting {

/// The agenda of a meeting with the time each point was given and takes. Thread: GUI.
class MeetingModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MeetingModel(Theme& theme, QObject* parent = nullptr);

    /// Another agenda ends a meeting that is under way.
    void setAgenda(const QList<AgendaItem>& agenda);
    bool isRunning() const { return m_current >= 0; }
    int current() const { return m_current; }

    void start(const QDateTime& now);
    /// On to the next point; after the last one the meeting is over.
    void next(const QDateTime& now);
    void tick(const QDateTime& now);

    Milliseconds planned() const;  ///< of all points
    Milliseconds spent() const;    ///< of all points so far
    /// Of the point under way; negative when it takes too long.
    Milliseconds left() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Point {
        AgendaItem item;
        Milliseconds spent{0};
        bool done = false;
    };

    Theme& m_theme;
    QList<Point> m_points;
    int m_current = -1;
    QDateTime m_tickedAt;
};

}  // namespace cockpit::panels::meeting
