// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace cockpit {

/// What the dialogs that ask something have in common: shown with open(), Ctrl+Enter answers once, Escape leaves.
/// Deletes itself.
class QuestionDialog : public QDialog
{
    Q_OBJECT

public:
    QuestionDialog(const QString& title, const QString& acceptLabel, QWidget* parent);

protected:
    /// Hint, cancel and accept, as the last row of the dialog.
    QHBoxLayout* makeButtons(QLabel* hint);
    QPushButton* acceptButton() const { return m_accept; }
    /// Says what was answered; false when it cannot be the answer yet.
    virtual bool deliver() = 0;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer();

    QPushButton* m_accept;
};

}  // namespace cockpit
