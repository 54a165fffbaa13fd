// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/timeline/TimelineModel.h"
#include "ui/widgets/Panel.h"

#include <QHash>

class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace cockpit {
class EmptyState;
class MessageBar;
}  // namespace cockpit

namespace cockpit::panels::timeline {

class TimelineDelegate;

/// The log: every entry of this incident or of all, with a field to add a note.
class TimelinePanel : public Panel
{
    Q_OBJECT

public:
    explicit TimelinePanel(PanelContext context, QWidget* parent = nullptr);

    TimelineModel& model() { return m_model; }

protected:
    void refresh(const Snapshot& snapshot) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader(class QBoxLayout* layout);
    void buildList(class QBoxLayout* layout);
    void buildNote(class QBoxLayout* layout);
    void registerActions();
    void fetchMissing();
    void takeEvents(const QList<Event>& events);
    void applyScope();
    void sendNote();
    void showStatus(const Snapshot& snapshot);
    void showDetails();
    void rowsArrived(int count);
    void followEnd();
    bool isHeld() const;
    void placePill();
    void updateEmpty();
    int rankOf(const TimelineRow& row) const;

    TimelineModel m_model;
    TimelineDelegate* m_delegate = nullptr;
    QListView* m_list = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QPushButton* m_detailsButton = nullptr;
    QPushButton* m_onlyThis = nullptr;
    QPushButton* m_pill = nullptr;
    QLineEdit* m_filter = nullptr;
    QTimer* m_filterDelay = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_status = nullptr;
    MessageBar* m_message = nullptr;
    EmptyState* m_empty = nullptr;
    QHash<QString, QString> m_unsentNotes;  ///< by incident: a note is never sent to another one
    QString m_incident;
    qint64 m_wanted = 0;
    int m_unseen = 0;
    bool m_fetching = false;
    bool m_follow = true;
};

}  // namespace cockpit::panels::timeline
