// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a step card is made of.
#include "core/base/SafeText.h"
#include "ui/panels/runbook/HeldBanner.h"
#include "ui/panels/runbook/PreviewBox.h"
#include "ui/panels/runbook/ProofBar.h"
#include "ui/panels/runbook/ResultView.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ConfirmationBox.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/PlainLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace cockpit::panels::runbook {

namespace {

constexpr int signSize = 20;
constexpr int gap = 8;
constexpr int codeMargin = 7;
constexpr int leastLook = 90;

}  // namespace

QKeySequence copyCommandKey()
{
    return {Qt::CTRL | Qt::SHIFT | Qt::Key_C};
}

QKeySequence dryRunKey()
{
    return {Qt::CTRL | Qt::Key_E};
}

QKeySequence undoKey()
{
    return {Qt::CTRL | Qt::SHIFT | Qt::Key_U};
}

QWidget* StepCard::makeHeader()
{
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_sign = new ElidedLabel(header);
    m_sign->setFixedSize(signSize, signSize);
    m_sign->setAlignment(Qt::AlignCenter);
    m_sign->setFont(m_theme.textFont(0.85));
    m_title = new ElidedLabel(m_view.spec.title, header);
    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_danger = new Badge(m_theme, header);
    m_summary = new ElidedLabel(header);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_sign);
    row->addWidget(m_title);
    row->addWidget(m_danger);
    row->addWidget(m_summary, 1);
    return header;
}

QWidget* StepCard::makeBody()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    makeParts(body);
    m_buttons = makeButtons(body);
    for (QWidget* part :
         {static_cast<QWidget*>(m_held), static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_why),
          static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_links), static_cast<QWidget*>(m_inputs),
          static_cast<QWidget*>(m_problem), static_cast<QWidget*>(m_proof), static_cast<QWidget*>(m_result),
          static_cast<QWidget*>(m_preview), static_cast<QWidget*>(m_question), static_cast<QWidget*>(m_obstacle),
          m_factsRow, m_buttons})
        column->addWidget(part);
    return body;
}

void StepCard::makeParts(QWidget* body)
{
    m_why = makePlainLabel("muted", body);
    m_why->setText(safeBlock(m_view.spec.why.trimmed()));
    m_why->setVisible(!m_view.spec.why.isEmpty());
    m_text = makePlainLabel("", body);
    m_text->setProperty("surface", QStringLiteral("code"));
    m_text->setFont(m_theme.monospaceFont());
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMargin(codeMargin);
    m_inputs = new FieldForm(body);
    m_inputs->setInputs(m_view.spec.inputs);
    m_inputs->setVisible(!m_view.spec.inputs.isEmpty());
    m_stage = makePlainLabel("title", body);
    m_stage->hide();
    m_links = makeLinks(body);
    m_problem = makePlainLabel("danger", body);
    m_problem->hide();
    m_held = new HeldBanner(m_theme, body);
    m_held->setCompact();
    m_proof = new ProofBar(m_theme, body);
    m_result = new ResultView(m_theme, m_view.spec.id, m_view.spec.title, body);
    m_preview = new PreviewBox(m_theme, m_view.spec.title, body);
    m_question = new ConfirmationBox(m_theme, body);
    m_question->hide();
    m_obstacle = makePlainLabel("muted", body);
    m_factsRow = makeFacts(body);
}

QWidget* StepCard::makeFacts(QWidget* parent)
{
    auto* facts = new QWidget(parent);
    auto* row = new QHBoxLayout(facts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_facts = makePlainLabel("muted", facts);
    m_undo = makeButton(tr("Undo\u2026"), tr("Undo step %1").arg(m_view.spec.title), facts);
    row->addWidget(m_facts, 1);
    row->addWidget(m_undo, 0, Qt::AlignTop);
    return facts;
}

QWidget* StepCard::makeLinks(QWidget* parent)
{
    auto* links = new QWidget(parent);
    auto* column = new QVBoxLayout(links);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    links->setVisible(!m_view.links.isEmpty());
    for (const auto& [id, title] : std::as_const(m_view.links)) {
        QPushButton* link = makeButton(tr("Open runbook: %1").arg(title), tr("Open the runbook %1").arg(title), links);
        connect(link, &QPushButton::clicked, this, [this, runbook = id] { emit linkChosen(runbook); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    return links;
}

QPushButton* StepCard::makeButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    button->setAccessibleName(name);
    return button;
}

QToolButton* StepCard::makeMenu(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(QStringLiteral("\u22EF"));
    button->setAccessibleName(tr("More about step %1").arg(m_view.spec.title));
    button->setToolTip(tr("More"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    const auto entry = [&](const QString& text, const QKeySequence& key, auto signal) {
        return menu->addAction(text + QLatin1Char('\t') + key.toString(QKeySequence::NativeText), this, signal);
    };
    entry(tr("Copy as command line"), copyCommandKey(), &StepCard::copyAsked);
    entry(tr("Dry run"), dryRunKey(), &StepCard::dryRunAsked);
    m_undoAction = entry(tr("Undo\u2026"), undoKey(), &StepCard::undoAsked);
    m_runAnyway = menu->addAction(tr("Run again without looking"), this, &StepCard::runAsked);
    button->setMenu(menu);
    return button;
}

QWidget* StepCard::makeButtons(QWidget* parent)
{
    const QString& title = m_view.spec.title;
    auto* row = new QWidget(parent);
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(gap);
    m_environment = new Badge(m_theme, row);
    m_key = new KeyHint(m_theme, QKeySequence(Qt::Key_Space), row);
    m_cancel = makeButton(tr("Stop"), tr("Stop step %1").arg(title), row);
    m_look = makeButton({}, {}, row);
    m_look->setProperty("role", QStringLiteral("primary"));
    m_look->setMinimumWidth(leastLook);  // its text follows the width, not the other way round
    m_run = makeButton({}, tr("Run step %1").arg(title), row);
    buttons->addWidget(m_environment);
    buttons->addStretch(1);
    buttons->addWidget(makeMenu(row));
    for (QWidget* part : {static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_cancel), static_cast<QWidget*>(m_look),
                          static_cast<QWidget*>(m_run)})
        buttons->addWidget(part);
    return row;
}

void StepCard::connectParts()
{
    connect(m_run, &QPushButton::clicked, this, &StepCard::runAsked);
    connect(m_cancel, &QPushButton::clicked, this, &StepCard::cancelAsked);
    connect(m_undo, &QPushButton::clicked, this, &StepCard::undoAsked);
    connect(m_look, &QPushButton::clicked, this, &StepCard::lookFirstAsked);
    connect(m_held, &HeldBanner::settleAsked, this, &StepCard::settleAsked);
    connect(m_question, &ConfirmationBox::confirmed, this, &StepCard::confirm);
    const auto gone = [this] {
        m_preview->clear();
        settle();
        emit answered();
    };
    connect(m_question, &ConfirmationBox::cancelled, this, gone);
    connect(m_preview, &PreviewBox::closed, this, gone);
}

}  // namespace cockpit::panels::runbook
