// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/engine/EngineTypes.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace cockpit {

class Badge;

/// What is asked before something changes the outside world.
struct ConfirmationRequest {
    ConfirmationNeed need = ConfirmationNeed::Agree;
    Environment environment = Environment::Production;
    QString headline;           ///< "This will change 137 rows"
    QString target;             ///< "just_trades on db1:5432 as ops_rw"
    QString expectedText;       ///< for TypeText
    QString confirmLabel;       ///< on the button: "Close 137 rows"
    QString approvalRequest{};  ///< what a second person has to sign; empty: nobody has to
};

/// Asks in place, beside what will happen; never a modal box. Made against sleepy fingers: it can be confirmed only
/// after half a second on screen, a held key does not count, and Enter never confirms what must be typed. Where a
/// second person has to approve it hands out the request and wants the answer pasted.
class ConfirmationBox : public QFrame
{
    Q_OBJECT

public:
    static constexpr int armAfterMs = 500;

    explicit ConfirmationBox(Theme& theme, QWidget* parent = nullptr);

    /// Shows the question and takes the focus.
    void ask(const ConfirmationRequest& request);
    /// Takes the question back without an answer.
    void withdraw();

signals:
    /// `approval` is the second person's answer, where one was asked for.
    void confirmed(const QString& typed, const QString& approval);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeApproval(Theme& theme);
    void askApproval();
    void settleButton();
    bool typedRight() const;
    /// What is wrong with the approval; empty: nothing, or none is needed. `waiting`: nothing was pasted yet.
    QString approvalProblem(bool& waiting) const;

    Badge* m_environment;
    QLabel* m_headline;
    QLabel* m_target;
    QLabel* m_hint;
    QLineEdit* m_typed;
    QPushButton* m_confirm;
    QPushButton* m_cancel;
    QWidget* m_approval = nullptr;
    QLabel* m_approvalText = nullptr;
    QLabel* m_approvalState = nullptr;
    QPlainTextEdit* m_answer = nullptr;
    QPushButton* m_copy = nullptr;
    QTimer m_arm;
    ConfirmationRequest m_request;
};

}  // namespace cockpit
