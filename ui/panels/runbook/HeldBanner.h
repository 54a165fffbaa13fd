// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/runbook/StepView.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace cockpit {

class Badge;
class CountdownBar;
class KeyHint;

namespace panels::runbook {

/// A change that is made but not final: what it is, where, how long it stays so, and the two ways on. Commit cannot be
/// pressed in the first half second on screen.
class HeldBanner : public QFrame
{
    Q_OBJECT

public:
    explicit HeldBanner(Theme& theme, QWidget* parent = nullptr);

    void show(const HeldChange& held, const QDateTime& now);
    const HeldChange& held() const { return m_held; }
    /// The key caps stand on the banner that the keys act on.
    void setKeysShown(bool shown);
    /// On the card of the step, which says the rest itself.
    void setCompact();
    /// What the keys do; nothing while the banner is not armed or an answer is under way.
    void commit();
    void rollBack();
    /// The answer was refused: it can be given again.
    void settleFailed();

signals:
    void settleAsked(bool commit);

private:
    QPushButton* makeButton(const QString& text, const char* role);
    void answer(bool commit);
    void enable();

    HeldChange m_held;
    Badge* m_environment;
    QLabel* m_summary;
    QLabel* m_where;
    QLabel* m_clock;
    CountdownBar* m_bar;
    QPushButton* m_commit;
    QPushButton* m_rollBack;
    KeyHint* m_commitKey;
    KeyHint* m_rollBackKey;
    QTimer m_arm;
    bool m_answered = false;
};

QKeySequence commitKey();
QKeySequence rollBackKey();

}  // namespace panels::runbook
}  // namespace cockpit
