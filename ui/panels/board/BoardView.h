// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "ui/widgets/Theme.h"

#include <QListView>

class QAction;
class QPushButton;

namespace cockpit::panels::board {

class BoardDelegate;
class BoardModel;

/// The list with the current row's buttons on it. Knows when a person is at work in it, so that nothing moves under
/// their hand.
class BoardView : public QListView
{
    Q_OBJECT

public:
    static constexpr Milliseconds holdAfterInput{5'000};

    BoardView(Theme& theme, const Clock& clock, BoardModel& model, QWidget* parent = nullptr);

    /// True for a few seconds after a key or the mouse was used here.
    bool isInUse() const;
    /// The person said that things may move now.
    void release();
    /// The buttons shown on the current row; owned by the caller, shown in this order.
    void setRowButtons(const QList<QPushButton*>& buttons);
    QString currentIncident() const;

signals:
    void opened(const QString& incident);
    void acknowledgeAsked();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void touch();
    void placeButtons();

    Theme& m_theme;
    const Clock& m_clock;
    BoardModel& m_model;
    BoardDelegate* m_delegate;
    QWidget* m_buttons;
    Milliseconds m_lastInput;
};

}  // namespace cockpit::panels::board
