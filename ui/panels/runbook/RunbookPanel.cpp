// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/RunbookPanel.h"

#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

constexpr qint64 shownOutput = 512 * 1024;  ///< the whole is in the evidence
constexpr int gap = 7;

}  // namespace

RunbookPanel::RunbookPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_picker(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_list(nullptr)
    , m_empty(new EmptyState(context.theme, Glyph::Pending, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    m_picker->setAccessibleName(tr("Runbook"));
    m_picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    layout->addWidget(m_picker);
    layout->addWidget(m_stack, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(m_scroll);
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(gap);
    m_list->addStretch(1);
    m_scroll->setWidget(content);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Runbook steps"));
    m_empty->setText(tr("No runbook"), tr("Select an incident on the board, or pick a runbook above."));
    addActions();
    connect(m_picker, &QComboBox::activated, this, &RunbookPanel::pick);
    const auto again = [this] { refresh(m_context.engine.snapshot()); };
    connect(&context.selection, &Selection::runbookChanged, this, again);
    connect(&context.selection, &Selection::incidentChanged, this, again);
    connect(&context.theme, &Theme::changed, this, again);
    connect(&context.engine, &EngineClient::stepOutput, this,
            [this](const QString& run, const QString& step, const QString& text) {
                StepCard* target = card(step);
                if (target && target->view().run == run)
                    target->appendOutput(text);
            });
}

void RunbookPanel::addActions()
{
    const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        m_context.actions.add(id, action, QStringLiteral("runbook"));
    };
    add(QStringLiteral("runbook.run_next"), tr("Run the next step"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        goToNextStep();
        runCurrent();
    });
    add(QStringLiteral("runbook.run_step"), tr("Run the selected step"), QKeySequence(), [this] { runCurrent(); });
    add(QStringLiteral("runbook.stop_step"), tr("Stop the running step"), QKeySequence(Qt::CTRL | Qt::Key_Period),
        [this] { cancelCurrent(); });
}

void RunbookPanel::refresh(const Snapshot& snapshot)
{
    fillPicker(snapshot);
    const PlatformState* platform = snapshot.platform(m_context.selection.platform());
    const Runbook* runbook = platform ? platform->playbook->runbook(m_context.selection.runbook()) : nullptr;
    m_stack->setCurrentWidget(runbook ? static_cast<QWidget*>(m_scroll) : m_empty);
    if (!runbook) {
        setEnvironment(std::nullopt);
        setStatus({});
        return;
    }
    const QString shown =
        QStringList{platform->playbook->id, platform->playbook->digest, runbook->id, m_context.selection.incident()}
            .join(QLatin1Char('\n'));
    const bool changed = shown != m_shown;
    if (changed) {
        m_shown = shown;
        showRunbook(*platform->playbook, *runbook);
    }
    const Incident* incident = snapshot.incident(m_context.selection.incident());
    if (incident && incident->platform != platform->playbook->id)
        incident = nullptr;
    const QList<StepView> views = stepViews(snapshot, *platform->playbook, *runbook, incident);
    for (qsizetype i = 0; i < views.size() && i < m_cards.size(); ++i)
        m_cards.at(i)->update(views.at(i));
    if (changed)
        goToNextStep();
    if (StepCard* shownCard = current())
        loadOutput(shownCard);
    settleHeader(*platform->playbook, *runbook, views);
}

void RunbookPanel::settleHeader(const Playbook& playbook, const Runbook& runbook, const QList<StepView>& views)
{
    setHeading(tr("Runbook: %1").arg(runbook.title));
    Environment environment = playbook.environment;
    if (m_current >= 0 && m_current < views.size())
        environment = views.at(m_current).environment;
    setEnvironment(environment);
    setStatus(tr("step %1 of %2").arg(m_current + 1).arg(views.size()));
    if (const StepCard* shown = current())
        setAccessibleDescription(shown->accessibleName());
}

void RunbookPanel::showRunbook(const Playbook& playbook, const Runbook& runbook)
{
    qDeleteAll(m_cards);
    m_cards.clear();
    m_tokens.clear();
    m_loaded.clear();
    m_current = -1;
    for (const StepView& view : stepViews(m_context.engine.snapshot(), playbook, runbook, nullptr)) {
        auto* made = new StepCard(m_context.theme, view, m_scroll->widget());
        const int index = static_cast<int>(m_cards.size());
        m_cards.append(made);
        m_list->insertWidget(index, made);
        connect(made, &StepCard::chosen, this, [this, index] { setCurrent(index); });
        connect(made, &StepCard::runAsked, this, &RunbookPanel::runCurrent);
        connect(made, &StepCard::linkChosen, this,
                [this, platform = playbook.id](const QString& id) { m_context.selection.setRunbook(platform, id); });
        connect(made, &StepCard::cancelAsked, this, &RunbookPanel::cancelCurrent);
        connect(made, &StepCard::confirmed, this, [this, made](const QString& typed) {
            start(made, m_tokens.take(made), typed.isEmpty() ? QStringLiteral("yes") : typed);
        });
        connect(made, &StepCard::answered, this, [this, made] {
            m_tokens.remove(made);
            setFocus();
        });
    }
}

void RunbookPanel::fillPicker(const Snapshot& snapshot)
{
    QStringList ids;
    const auto offered = [&](const PlatformState& platform) {
        return platform.watched || platform.playbook->id == m_context.selection.platform();
    };
    for (const PlatformState& platform : snapshot.platforms) {
        if (!offered(platform))
            continue;
        for (const Runbook& runbook : platform.playbook->runbooks)
            ids.append(platform.playbook->id + QLatin1Char('/') + runbook.id);
    }
    QStringList present;
    for (int i = 0; i < m_picker->count(); ++i)
        present.append(m_picker->itemData(i).toString());
    if (present != ids) {
        m_picker->clear();
        for (const PlatformState& platform : snapshot.platforms) {
            if (!offered(platform))
                continue;
            for (const Runbook& runbook : platform.playbook->runbooks)
                m_picker->addItem(tr("%1 · %2").arg(platform.playbook->title, runbook.title),
                                  platform.playbook->id + QLatin1Char('/') + runbook.id);
        }
    }
    m_picker->setCurrentIndex(
        m_picker->findData(m_context.selection.platform() + QLatin1Char('/') + m_context.selection.runbook()));
    m_picker->setVisible(m_picker->count() > 0);
}

void RunbookPanel::pick(int index)
{
    const QString id = m_picker->itemData(index).toString();
    m_context.selection.setRunbook(id.section(QLatin1Char('/'), 0, 0), id.section(QLatin1Char('/'), 1));
}

StepCard* RunbookPanel::current() const
{
    return m_current >= 0 && m_current < m_cards.size() ? m_cards.at(m_current) : nullptr;
}

StepCard* RunbookPanel::card(const QString& step) const
{
    for (StepCard* candidate : m_cards) {
        if (candidate->view().spec.id == step)
            return candidate;
    }
    return nullptr;
}

void RunbookPanel::setCurrent(int index)
{
    if (index < 0 || index >= m_cards.size() || index == m_current)
        return;
    m_current = index;
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setCurrent(i == index);
    loadOutput(current());
    showCurrent();
}

void RunbookPanel::showCurrent()
{
    // The card has just grown: its place is known after the layout has run.
    QTimer::singleShot(0, this, [this] {
        StepCard* shown = current();
        if (!shown)
            return;
        m_scroll->ensureWidgetVisible(shown, 0, gap);
        if (shown->height() > m_scroll->viewport()->height())
            m_scroll->ensureVisible(0, shown->isAsking() ? shown->geometry().bottom() : shown->y(), 0, gap);
    });
}

void RunbookPanel::goToNextStep()
{
    for (int i = 0; i < m_cards.size(); ++i) {
        if (m_cards.at(i)->view().fallBack) {
            setCurrent(i);
            return;
        }
    }
    for (int i = 0; i < m_cards.size(); ++i) {
        if (m_cards.at(i)->view().state != StepView::State::Succeeded) {
            setCurrent(i);
            return;
        }
    }
    setCurrent(static_cast<int>(m_cards.size()) - 1);
}

void RunbookPanel::runCurrent()
{
    StepCard* target = current();
    if (!target || target->isAsking())
        return;
    if (!target->view().obstacle.isEmpty()) {
        target->showProblem(target->view().obstacle);
        return;
    }
    if (!target->validate())
        return;
    target->showProblem({});
    target->setBusy(true);
    const StepRequest request{m_context.selection.incident(), m_context.selection.platform(),
                              m_context.selection.runbook(), target->view().spec.id, target->inputs()};
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([request, actor = m_context.engine.actor()](Engine& e) { return e.prepareStep(request, actor); })
        .then(this, [this, guard](const Result<PreparedStep>& prepared) {
            if (!guard)
                return;
            guard->setBusy(false);
            if (!prepared) {
                guard->showProblem(prepared.error().message);
                return;
            }
            if (prepared->need == ConfirmationNeed::None) {
                start(guard, prepared->token, {});
                return;
            }
            if (guard != current())
                return;
            m_tokens.insert(guard, prepared->token);
            guard->ask(*prepared);
            showCurrent();
        });
}

void RunbookPanel::start(StepCard* target, const QString& token, const QString& confirmation)
{
    target->setOutput({});
    m_loaded.remove(target);
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([token, confirmation, actor = m_context.engine.actor()](Engine& e) {
            return e.startStep(token, confirmation, actor);
        })
        .then(this, [guard](const Result<QString>& run) {
            if (guard && !run)
                guard->showProblem(run.error().message);
        });
}

void RunbookPanel::cancelCurrent()
{
    StepCard* target = current();
    const auto runs = [](const StepCard* candidate) { return candidate->view().state == StepView::State::Running; };
    if (!target || !runs(target)) {
        const auto other = std::find_if(m_cards.begin(), m_cards.end(), runs);
        target = other == m_cards.end() ? nullptr : *other;
    }
    if (!target)
        return;
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([run = target->view().run, step = target->view().spec.id](Engine& e) { return e.cancelStep(run, step); })
        .then(this, [guard](const Status& cancelled) {
            if (guard && !cancelled)
                guard->showProblem(cancelled.error().message);
        });
}

void RunbookPanel::loadOutput(StepCard* target)
{
    const QString evidence = target->view().evidence;
    if (evidence.isEmpty() || m_loaded.value(target) == evidence || target->view().state == StepView::State::Running)
        return;
    m_loaded.insert(target, evidence);
    const QPointer<StepCard> guard(target);
    m_context.engine.call([evidence](Engine& e) { return e.readEvidence(evidence, shownOutput); })
        .then(this, [guard](const Result<QByteArray>& bytes) {
            if (guard)
                guard->setOutput(bytes ? QString::fromUtf8(*bytes) : bytes.error().message);
        });
}

void RunbookPanel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: setCurrent(m_current - 1); return;
    case Qt::Key_Down: setCurrent(m_current + 1); return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            runCurrent();
        return;
    case Qt::Key_Escape:
        if (StepCard* shown = current())
            shown->withdraw();
        return;
    default: Panel::keyPressEvent(event);
    }
}

}  // namespace cockpit::panels::runbook
