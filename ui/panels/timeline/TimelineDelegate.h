// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QAbstractItemDelegate>
#include <QDateTime>

#include <functional>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::timeline {

struct TimelineRow;

/// Paints one entry: time in UTC, picture, sentence, who. Plain text only, cut with an ellipsis.
class TimelineDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    /// Rank of the severity an entry speaks of; -1 when it has none.
    using RankLookup = std::function<int(const TimelineRow& row)>;

    TimelineDelegate(const Theme& theme, RankLookup rank, QObject* parent = nullptr);

    /// Entries of another day than this show their date too.
    void setNow(const QDateTime& now) { m_now = now; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    RankLookup m_rank;
    QDateTime m_now;
};

}  // namespace cockpit::panels::timeline
