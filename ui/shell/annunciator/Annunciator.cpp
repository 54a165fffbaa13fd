// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/annunciator/Annunciator.h"

#include "core/metrics/RuleExpression.h"
#include "ui/shell/annunciator/Clocks.h"
#include "ui/shell/annunciator/NextBox.h"
#include "ui/shell/annunciator/TileStrip.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QHBoxLayout>

namespace cockpit {

namespace {

bool names(const RuleSpec& rule, const QString& signal)
{
    const auto expression = RuleExpression::parse(rule.when, nullptr);
    return expression && expression->signalNames().contains(signal);
}

}  // namespace

Annunciator::Annunciator(const PanelContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_tiles(new TileStrip(context.theme, context.clock, this))
    , m_next(new NextBox(context.theme, this))
    , m_clocks(new Clocks(context.theme, context.clock, this))
    , m_runNext(new QAction(tr("Do what comes next"), this))
{
    setProperty("surface", QStringLiteral("strip"));
    setAccessibleName(tr("Annunciator"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 7);
    layout->setSpacing(8);
    layout->addWidget(m_tiles, 5, Qt::AlignTop);
    layout->addWidget(m_next, 2);
    layout->addWidget(m_clocks);

    m_runNext->setShortcut(QKeySequence(Qt::Key_F1));
    context.actions.add(QStringLiteral("incident.next"), m_runNext, QStringLiteral("incident"));
    connect(m_runNext, &QAction::triggered, this, &Annunciator::runNext);
    connect(m_next, &QAbstractButton::clicked, this, &Annunciator::runNext);
    connect(m_tiles, &TileStrip::activated, this, &Annunciator::chooseIncidentOf);
    connect(&context.engine, &EngineClient::snapshotChanged, this, &Annunciator::refresh);
    // Ages go on while nothing else changes.
    m_ageing.setInterval(1'000);
    connect(&m_ageing, &QTimer::timeout, this, [this] { m_tiles->show(m_context.engine.snapshot().tiles); });
    m_ageing.start();
    refresh(context.engine.snapshot());
}

void Annunciator::refresh(const Snapshot& snapshot)
{
    m_tiles->show(snapshot.tiles);
    m_next->show(snapshot.next);
    m_runNext->setEnabled(!snapshot.next.command.isEmpty());
}

void Annunciator::runNext()
{
    // What the box shows is what the person decided on, even if a newer snapshot is about to replace it.
    const NextAction next = m_next->next();
    if (!next.incident.isEmpty()) {
        m_context.selection.setIncident(next.incident);
        const Incident* incident = m_context.engine.snapshot().incident(next.incident);
        if (incident && !incident->runbook.isEmpty())
            m_context.selection.setRunbook(incident->platform, incident->runbook);
    }
    QAction* action = m_context.actions.find(next.command);
    if (action && action != m_runNext)
        action->trigger();
}

void Annunciator::chooseIncidentOf(const QString& platform, const QString& signal)
{
    const Snapshot& snapshot = m_context.engine.snapshot();
    const PlatformState* state = snapshot.platform(platform);
    const Incident* chosen = nullptr;
    for (const Incident& incident : snapshot.incidents) {
        if (incident.platform != platform || !incident.isOpen())
            continue;
        const RuleSpec* rule = state ? state->playbook->rule(incident.rule) : nullptr;
        const bool about = rule && names(*rule, signal);
        if (!chosen || about)
            chosen = &incident;
    }
    if (chosen)
        m_context.selection.setIncident(chosen->id);
}

}  // namespace cockpit
