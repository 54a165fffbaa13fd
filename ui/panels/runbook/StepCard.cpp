// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/StepCard.h"

#include "core/base/SafeText.h"
#include "ui/panels/runbook/HeldBanner.h"
#include "ui/panels/runbook/PreviewBox.h"
#include "ui/panels/runbook/ProofBar.h"
#include "ui/panels/runbook/ResultView.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ConfirmationBox.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/KeyHint.h"

#include <QAction>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

constexpr int margin = 8;
constexpr qreal radius = 5;
constexpr int widestLook = 260;
constexpr int leastLook = 90;
constexpr int takenBesideLook = 240;  ///< px: environment, menu, key and margins
constexpr int roomForKey = 400;

void setRole(QWidget* widget, const char* role)
{
    if (widget->property("role").toString() == QLatin1String(role))
        return;
    widget->setProperty("role", QLatin1String(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace

StepCard::StepCard(Theme& theme, const StepView& view, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_view(view)
{
    setObjectName(QStringLiteral("step.") + view.spec.id);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin - 2, margin, margin - 2);
    layout->setSpacing(6);
    layout->addWidget(makeHeader());
    m_body = makeBody();
    layout->addWidget(m_body);
    m_body->hide();
    connectParts();
}

void StepCard::update(const StepView& view)
{
    m_view = view;
    for (auto offered = view.offered.cbegin(); offered != view.offered.cend(); ++offered)
        m_inputs->offer(offered.key(), offered->value, offered->from);
    settle();
}

void StepCard::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    if (!current)
        withdraw();
    m_body->setVisible(current);
    settle();
}

void StepCard::settle()
{
    const bool dim = m_view.state == StepView::State::Open && m_view.calledFor == Truth::No;
    m_sign->setText(signOf(m_view));
    m_sign->setColor(m_theme.color(toneOf(m_view)));
    m_sign->setAccessibleName(stateWord(m_view));
    m_sign->setToolTip(safeToolTip(stateWord(m_view)));
    m_title->setColor(m_theme.color(dim ? Tone::Dim : Tone::Text));
    const bool alarmed = m_view.state == StepView::State::Held || m_view.state == StepView::State::Unknown;
    m_summary->setColor(m_theme.color(alarmed ? toneOf(m_view) : Tone::Muted));
    m_summary->setText(m_view.summary);
    m_danger->setDanger(isAsking() ? m_askedDanger : m_view.spec.danger);
    setAccessibleName(tr("Step %1: %2, %3, %4")
                          .arg(m_view.number)
                          .arg(m_view.spec.title, dangerTitle(m_view.spec.danger), stateWord(m_view)));
    if (m_current)
        settleBody();
    QWidget::update();
}

void StepCard::settleBody()
{
    const bool asking = isAsking() || isDryRun();
    // What was resolved for the question stays on screen until it is answered.
    const QString text = safeBlock(asking ? m_asked : m_view.text);
    m_text->setText(text);
    m_text->setAccessibleName(tr("What this step sends: %1").arg(text));
    m_text->setVisible(!text.isEmpty());
    m_stage->setText(safeBlock(m_view.stage));
    m_stage->setVisible(!m_view.stage.isEmpty());
    if (m_view.held)
        m_held->show(*m_view.held, m_view.now);
    else
        m_held->hide();
    m_proof->show(m_view);
    if (asking) {
        m_proof->hide();
        m_result->hide();
    } else {
        m_result->settle();
    }
    const bool busy = m_view.state == StepView::State::Running || m_view.state == StepView::State::Held;
    m_obstacle->setText(m_view.obstacle);
    m_obstacle->setVisible(!busy && !asking && !m_view.obstacle.isEmpty());
    m_facts->setText(facts());
    m_factsRow->setVisible(!asking && (!m_facts->text().isEmpty() || m_view.mayUndo));
    settleButtons();
}

void StepCard::settleButtons()
{
    const bool running = m_view.state == StepView::State::Running || (m_view.undoing && !m_view.held);
    const bool held = m_view.held.has_value();
    const bool unknown = m_view.state == StepView::State::Unknown;
    const bool look = !m_view.lookFirst.first.isEmpty();
    // What may have happened already is not run again by a careless key.
    const bool byKey = look || !unknown || m_view.spec.danger == Danger::Read;
    m_environment->setEnvironment(m_view.environment);
    m_environment->setVisible(m_view.spec.danger != Danger::Read);
    m_run->setText(runWord());
    setRole(m_run, !byKey ? "" : m_view.spec.danger == Danger::Destructive ? "danger" : "primary");
    m_run->setVisible(!running && !held && !look);
    m_run->setEnabled(m_view.obstacle.isEmpty() && !m_busy);
    m_key->setVisible(!running && !held && byKey && m_view.obstacle.isEmpty() && (!look || width() > roomForKey));
    m_look->setVisible(look && !running && !held);
    if (look) {
        const QString word = tr("Look first: %1").arg(m_view.lookFirst.second);
        const int room = std::clamp(width() - takenBesideLook, leastLook, widestLook);
        m_look->setText(m_look->fontMetrics().elidedText(safeLine(word), Qt::ElideRight, room));
        m_look->setAccessibleName(safeLine(word));
        m_look->setToolTip(safeToolTip(word));
    }
    m_cancel->setVisible(running);
    m_undo->setVisible(m_view.mayUndo);
    m_undo->setEnabled(!m_busy);
    m_undoAction->setVisible(m_view.mayUndo);
    m_runAnyway->setVisible(look);
    m_runAnyway->setEnabled(m_view.obstacle.isEmpty());
    m_buttons->setVisible(!isAsking() && !isDryRun());
}

QString StepCard::runWord() const
{
    if (m_view.spec.kind == QLatin1String("manual"))
        return tr("Mark as done");
    switch (m_view.state) {
    case StepView::State::Open: return tr("Run");
    case StepView::State::Unknown: return tr("Check, then run again");
    default: return tr("Run again");
    }
}

QString StepCard::facts() const
{
    QStringList lines;
    if (!m_view.undo.isEmpty())
        lines.append(safeLine(m_view.undo));
    if (!m_view.approver.isEmpty())
        lines.append(tr("Approved by %1").arg(safeLine(m_view.approver, 60)));
    if (!m_view.record.isEmpty())
        lines.append(m_view.record);
    return lines.join(QLatin1Char('\n'));
}

QMap<QString, QString> StepCard::inputs() const
{
    return m_inputs->inputs();
}

bool StepCard::validate()
{
    return m_view.spec.inputs.isEmpty() || m_inputs->validate();
}

void StepCard::ask(const PreparedStep& prepared)
{
    const bool own = prepared.step.spec.id == m_view.spec.id;
    m_problem->hide();
    m_asked = prepared.step.text;
    m_askedDanger = prepared.step.spec.danger;
    m_preview->show(prepared, own ? m_view.spec.danger : m_askedDanger);
    ConfirmationRequest request;
    request.need = prepared.need;
    request.environment = std::min(m_view.environment, prepared.preview.target.environment);  // the more serious
    request.headline = own ? prepared.question : prepared.step.spec.title + QStringLiteral(". ") + prepared.question;
    request.target = targetText(prepared.preview.target);
    request.expectedText = prepared.expectedText;
    request.confirmLabel = !own                                          ? tr("Undo it")
                           : prepared.need == ConfirmationNeed::TypeText ? tr("Run it")
                                                                         : tr("Yes, run it");
    if (prepared.needsSecondPerson)
        request.approvalRequest = prepared.approvalRequest;
    m_question->setVisible(true);
    m_question->ask(request);
    settle();
}

void StepCard::showDryRun(const PreparedStep& prepared)
{
    m_problem->hide();
    m_asked = prepared.step.text;
    m_preview->showDryRun(prepared, m_view.spec.danger);
    settle();
}

void StepCard::withdraw()
{
    if (!isAsking() && !isDryRun())
        return;
    m_question->withdraw();
    m_preview->clear();
    settle();
    emit answered();
}

void StepCard::confirm(const QString& typed, const QString& approval)
{
    m_preview->clear();
    settle();
    emit confirmed(typed, approval);
    emit answered();
}

bool StepCard::isAsking() const
{
    return !m_question->isHidden();
}

bool StepCard::isDryRun() const
{
    return m_preview->isDryRun();
}

void StepCard::showProblem(const QString& sentence)
{
    m_problem->setText(safeBlock(sentence));
    m_problem->setVisible(!sentence.isEmpty());
}

void StepCard::setBusy(bool busy)
{
    m_busy = busy;
    settle();
}

void StepCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (m_current && event->size().width() != event->oldSize().width())
        settleButtons();
}

void StepCard::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    emit chosen();
}

void StepCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A question and a held change have a frame of their own.
    const bool framed = isAsking() || m_view.held.has_value();
    const bool dangerous =
        m_current && !framed && m_view.spec.danger == Danger::Destructive && m_view.obstacle.isEmpty();
    const QColor edge = dangerous              ? m_theme.dangerColor(Danger::Destructive)
                        : m_current && !framed ? m_theme.color(Tone::Focus)
                                               : m_theme.color(Tone::Line);
    painter.setPen(edge);
    painter.setBrush(m_theme.color(Tone::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(toneOf(m_view)), 1.2));
    const QRect sign(m_sign->mapTo(this, QPoint(0, 0)), m_sign->size());
    painter.drawEllipse(QRectF(sign).adjusted(1, 1, -1, -1));
}

}  // namespace cockpit::panels::runbook
