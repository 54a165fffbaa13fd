// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QAbstractItemDelegate>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::outbox {

/// Paints one message: state picture and word, what it is, and the facts below. Plain text only.
class OutboxDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit OutboxDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}  // namespace cockpit::panels::outbox
