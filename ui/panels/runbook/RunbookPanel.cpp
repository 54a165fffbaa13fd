// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/RunbookPanel.h"

#include "ui/panels/runbook/HeldBanner.h"
#include "ui/panels/runbook/ResultView.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Selection.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

constexpr int gap = 7;
constexpr int roomForWords = 420;

}  // namespace

RunbookPanel::RunbookPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_message(new MessageBar(context.theme, this))
    , m_copyNotice(new MessageBar(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_empty(new EmptyState(context.theme, Glyph::Pending, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    m_heldList = new QVBoxLayout;
    m_heldList->setSpacing(gap);
    layout->addLayout(m_heldList);
    layout->addWidget(makeTop());
    m_sweepRow = makeSweepRow();
    for (QWidget* part : {m_sweepRow, static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_copyNotice)})
        layout->addWidget(part);
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
    makeActions();
    listen();
}

QWidget* RunbookPanel::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    m_picker = new QComboBox(top);
    m_picker->setAccessibleName(tr("Runbook"));
    m_picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reads = new QPushButton(tr("Run all reads"), top);
    m_reads->setObjectName(QStringLiteral("runReads"));
    m_reads->setAutoDefault(false);
    m_reads->setAccessibleName(tr("Run all reading steps"));
    row->addWidget(m_picker, 1);
    row->addWidget(m_reads);
    m_readsKey = new KeyHint(m_context.theme, QKeySequence(Qt::Key_F5), top);
    row->addWidget(m_readsKey);
    return top;
}

QWidget* RunbookPanel::makeSweepRow()
{
    auto* made = new QWidget(this);
    auto* row = new QHBoxLayout(made);
    row->setContentsMargins(2, 0, 0, 0);
    row->setSpacing(gap);
    m_sweepText = new ElidedLabel(made);
    auto* stop = new QPushButton(tr("Stop"), made);
    stop->setAutoDefault(false);
    stop->setAccessibleName(tr("Stop running the reading steps"));
    row->addWidget(m_sweepText, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, &RunbookPanel::stopReads);
    made->hide();
    return made;
}

void RunbookPanel::listen()
{
    connect(m_picker, &QComboBox::activated, this, &RunbookPanel::pick);
    connect(m_reads, &QPushButton::clicked, this, &RunbookPanel::startReads);
    const auto again = [this] { refresh(m_context.engine.snapshot()); };
    connect(&m_context.selection, &Selection::runbookChanged, this, again);
    connect(&m_context.selection, &Selection::incidentChanged, this, again);
    connect(&m_context.theme, &Theme::changed, this, again);
    connect(&m_context.engine, &EngineClient::stepOutput, this,
            [this](const QString& run, const QString& step, const QString& text) {
                StepCard* target = card(step);
                if (target && target->view().run == run)
                    target->result().append(text);
            });
    connect(&m_context.engine, &EngineClient::eventsAppended, this, [this](const QList<Event>& events) {
        for (const Event& event : events) {
            if (event.type == EventType::StepVerdict)
                m_verdictAt = event.sequence;
        }
    });
}

void RunbookPanel::refresh(const Snapshot& snapshot)
{
    fillPicker(snapshot);
    showHeld(snapshot);
    showSweep(snapshot);
    const PlatformState* platform = snapshot.platform(m_context.selection.platform());
    const Incident* incident = shownIncident(snapshot);
    const RunState* run = openRun(snapshot);
    settleNewRun(run);
    const bool copied = run && run->copy && m_newRunOf.isEmpty();
    const Runbook* runbook = !platform ? nullptr
                             : copied  ? run->copy.get()
                                       : platform->playbook->runbook(m_context.selection.runbook());
    m_stack->setCurrentWidget(runbook ? static_cast<QWidget*>(m_scroll) : m_empty);
    settleCopyNotice(run, platform ? platform->playbook.get() : nullptr, incident && incident->isOpen());
    m_reads->setEnabled(runbook && incident && !m_sweep);
    if (!runbook) {
        setEnvironment(std::nullopt);
        setStatus({});
        return;
    }
    const Playbook& playbook = *platform->playbook;
    const QString shown = QStringList{playbook.id, copied ? run->playbookDigest : playbook.digest, runbook->id,
                                      m_context.selection.incident()}
                              .join(QLatin1Char('\n'));
    const bool changed = shown != m_shown;
    settleRecords(snapshot, changed);
    if (changed) {
        m_shown = shown;
        showRunbook(playbook, *runbook);
    }
    const QList<StepView> views = stepViews(snapshot, playbook, *runbook, incident, m_records, !m_newRunOf.isEmpty());
    for (qsizetype i = 0; i < views.size() && i < m_cards.size(); ++i)
        m_cards.at(i)->update(views.at(i));
    if (changed)
        goToNextStep();
    if (StepCard* shownCard = current())
        loadResult(shownCard);
    settleHeader(playbook, *runbook, views);
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
    m_asked.clear();
    m_loaded.clear();
    m_loadedTables.clear();
    m_current = -1;
    for (const StepView& view : stepViews(m_context.engine.snapshot(), playbook, runbook, nullptr)) {
        auto* made = new StepCard(m_context.theme, view, m_scroll->widget());
        const int index = static_cast<int>(m_cards.size());
        m_cards.append(made);
        m_list->insertWidget(index, made);
        connectCard(made, index, playbook.id);
    }
}

void RunbookPanel::connectCard(StepCard* made, int index, const QString& platform)
{
    connect(made, &StepCard::chosen, this, [this, index] { setCurrent(index); });
    connect(made, &StepCard::runAsked, this, &RunbookPanel::runCurrent);
    connect(made, &StepCard::cancelAsked, this, &RunbookPanel::cancelCurrent);
    connect(made, &StepCard::undoAsked, this, &RunbookPanel::undoCurrent);
    connect(made, &StepCard::lookFirstAsked, this, &RunbookPanel::lookFirst);
    connect(made, &StepCard::copyAsked, this, &RunbookPanel::copyCurrent);
    connect(made, &StepCard::dryRunAsked, this, &RunbookPanel::dryRunCurrent);
    connect(made, &StepCard::settleAsked, this, [this, made](bool commit) { answerHeld(&made->heldBanner(), commit); });
    connect(made, &StepCard::linkChosen, this,
            [this, platform](const QString& id) { m_context.selection.setRunbook(platform, id); });
    connect(made, &StepCard::confirmed, this, [this, made](const QString& typed, const QString& approval) {
        start(made, m_asked.take(made), typed.isEmpty() ? QStringLiteral("yes") : typed, approval);
    });
    connect(made, &StepCard::answered, this, [this, made] {
        // A refusal may have put the question back already.
        if (made->isAsking())
            return;
        m_asked.remove(made);
        setFocus();
    });
    ResultView& result = made->result();
    connect(&result, &ResultView::moreAsked, this, [this, made](qint64 rows) { run(made, rows); });
    connect(&result, &ResultView::saveAsked, this, [this, made](const ResultTable& table) { saveCsv(made, table); });
    connect(&result, &ResultView::evidenceAsked, this,
            [this, made](const ResultTable& table) { keepCsv(made, table); });
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
    loadResult(current());
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
    const auto find = [this](auto wanted) {
        const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                        [&](const StepCard* candidate) { return wanted(candidate->view()); });
        return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
    };
    int next = find([](const StepView& view) { return view.held.has_value(); });
    if (next < 0)
        next = find([](const StepView& view) { return view.fallBack; });
    if (next < 0)
        next = find([](const StepView& view) {
            return view.state != StepView::State::Succeeded && view.calledFor != Truth::No && !view.undone;
        });
    setCurrent(next < 0 ? static_cast<int>(m_cards.size()) - 1 : next);
}

void RunbookPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_reads->setText(width() < roomForWords ? tr("All reads") : tr("Run all reads"));
    m_readsKey->setVisible(width() >= roomForWords);
    if (current() && current()->isAsking())
        showCurrent();
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
            act();
        return;
    case Qt::Key_Escape:
        if (StepCard* shown = current())
            shown->withdraw();
        return;
    default: Panel::keyPressEvent(event);
    }
}

}  // namespace cockpit::panels::runbook
