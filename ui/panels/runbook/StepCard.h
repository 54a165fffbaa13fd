// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "ui/panels/runbook/StepView.h"

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace cockpit {

class Badge;
class ConfirmationBox;
class ElidedLabel;
class FieldForm;
class KeyHint;

namespace panels::runbook {

class HeldBanner;
class PreviewBox;
class ProofBar;
class ResultView;

/// One step: its sign, title and danger always; what it sends, its inputs, question, proof, result and buttons when
/// current.
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
    /// Shows the same without a way to run it from there.
    void showDryRun(const PreparedStep& prepared);
    /// Takes the question or the dry run away.
    void withdraw();
    bool isAsking() const;
    bool isDryRun() const;
    void showProblem(const QString& sentence);
    ResultView& result() { return *m_result; }
    HeldBanner& heldBanner() { return *m_held; }
    /// While a preparation is under way nothing can be started twice.
    void setBusy(bool busy);

signals:
    void chosen();
    void runAsked();
    void cancelAsked();
    void undoAsked();
    void lookFirstAsked();
    void copyAsked();
    void dryRunAsked();
    void settleAsked(bool commit);
    void linkChosen(const QString& runbook);
    void confirmed(const QString& typed, const QString& approval);
    /// The question is gone, whatever the answer: the keys belong to the steps again.
    void answered();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // StepCardParts.cpp
    QWidget* makeHeader();
    QWidget* makeBody();
    void makeParts(QWidget* body);
    QWidget* makeFacts(QWidget* parent);
    QWidget* makeButtons(QWidget* parent);
    QToolButton* makeMenu(QWidget* parent);
    QPushButton* makeButton(const QString& text, const QString& name, QWidget* parent);
    QWidget* makeLinks(QWidget* parent);
    void connectParts();

    void confirm(const QString& typed, const QString& approval);
    void settle();
    void settleBody();
    void settleButtons();
    QString runWord() const;
    QString facts() const;

    Theme& m_theme;
    StepView m_view;
    QString m_asked;  ///< what the open question is about, inputs filled in
    Danger m_askedDanger = Danger::Read;
    bool m_current = false;
    bool m_busy = false;
    QWidget* m_body = nullptr;
    ElidedLabel* m_sign = nullptr;
    ElidedLabel* m_title = nullptr;
    Badge* m_danger = nullptr;
    ElidedLabel* m_summary = nullptr;
    QLabel* m_stage = nullptr;
    QLabel* m_why = nullptr;
    QWidget* m_links = nullptr;
    QLabel* m_text = nullptr;
    FieldForm* m_inputs = nullptr;
    QLabel* m_problem = nullptr;
    HeldBanner* m_held = nullptr;
    ProofBar* m_proof = nullptr;
    ResultView* m_result = nullptr;
    PreviewBox* m_preview = nullptr;
    ConfirmationBox* m_question = nullptr;
    QLabel* m_obstacle = nullptr;
    QWidget* m_factsRow = nullptr;
    QLabel* m_facts = nullptr;
    QWidget* m_buttons = nullptr;
    Badge* m_environment = nullptr;
    QAction* m_runAnyway = nullptr;
    QAction* m_undoAction = nullptr;
    KeyHint* m_key = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_cancel = nullptr;
};

QKeySequence copyCommandKey();
QKeySequence dryRunKey();
QKeySequence undoKey();

}  // namespace panels::runbook
}  // namespace cockpit
