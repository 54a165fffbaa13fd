// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "ui/panels/runbook/StepView.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace cockpit {

class Badge;
class ConfirmationBox;
class ElidedLabel;
class FieldForm;
class KeyHint;

namespace panels::runbook {

class OutputView;

/// One step: its sign, title and danger always; what it sends, its inputs, question, output and buttons when current.
class StepCard : public QFrame
{
    Q_OBJECT

public:
    StepCard(Theme& theme, const StepView& view, QWidget* parent = nullptr);

    void update(const StepView& view);
    const StepView& view() const { return m_view; }
    void setCurrent(bool current);
    bool isCurrent() const { return m_current; }

    QMap<QString, QString> inputs() const;
    /// Marks wrong inputs; false when the step cannot run with them.
    bool validate();

    /// Shows what would be hit and asks in place.
    void ask(const PreparedStep& prepared);
    void withdraw();
    bool isAsking() const;
    void showProblem(const QString& sentence);
    void setOutput(const QString& text);
    void appendOutput(const QString& text);
    /// While a preparation is under way nothing can be started twice.
    void setBusy(bool busy);

signals:
    void chosen();
    void runAsked();
    void cancelAsked();
    void linkChosen(const QString& runbook);
    void confirmed(const QString& typed);
    /// The question is gone, whatever the answer: the keys belong to the steps again.
    void answered();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeBody();
    QWidget* makeButtons(QWidget* parent);
    QWidget* makeLinks(QWidget* parent);
    OutputView* makeOutput(const QString& name, QWidget* parent) const;
    void confirm(const QString& typed);
    void settle();
    void settleBody();
    QString runWord() const;

    Theme& m_theme;
    StepView m_view;
    QString m_asked;  ///< what the open question is about, inputs filled in
    bool m_current = false;
    bool m_busy = false;
    QWidget* m_body = nullptr;
    QLabel* m_sign = nullptr;
    ElidedLabel* m_title = nullptr;
    Badge* m_danger = nullptr;
    ElidedLabel* m_summary = nullptr;
    QLabel* m_stage = nullptr;
    QLabel* m_why = nullptr;
    QWidget* m_links = nullptr;
    QLabel* m_text = nullptr;
    FieldForm* m_inputs = nullptr;
    QLabel* m_problem = nullptr;
    ConfirmationBox* m_question = nullptr;
    OutputView* m_output = nullptr;
    OutputView* m_samples = nullptr;  ///< rows the question is about
    QLabel* m_obstacle = nullptr;
    QWidget* m_buttons = nullptr;
    Badge* m_environment = nullptr;
    ElidedLabel* m_record = nullptr;
    KeyHint* m_key = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_cancel = nullptr;
};

}  // namespace panels::runbook
}  // namespace cockpit
