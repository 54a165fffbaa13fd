// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QMimeData;

namespace cockpit {
class Theme;
}

namespace cockpit::panels::postmortem {

/// What is attached to the incident, and the place to drop more.
class EvidenceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceStrip(const Theme& theme, QWidget* parent = nullptr);

    void setItems(const QList<EvidenceItem>& items);
    /// Low on room: one line of the list, and no hint once there is something in it.
    void setCompact(bool compact);

signals:
    void evidenceOffered(const QMimeData& mime);
    /// The person wants it named in the text.
    void referenceWanted(const cockpit::EvidenceItem& item);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void settleList();

    const Theme& m_theme;
    QList<EvidenceItem> m_items;
    QListWidget* m_list;
    QLabel* m_hint;
    bool m_over = false;
    bool m_compact = false;
};

}  // namespace cockpit::panels::postmortem
