// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/meeting/MeetingPanel.h"

#include "core/base/Duration.h"
#include "ui/panels/meeting/MeetingModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/PlainList.h"
#include "ui/widgets/Selection.h"

#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace cockpit::panels::meeting {

MeetingPanel::MeetingPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new MeetingModel(context.theme, this))
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(7, 7, 7, 7);
    layout->setSpacing(7);
    m_message = new MessageBar(m_context.theme, page);
    m_list = makePlainList(m_model, tr("Agenda of the postmortem meeting"), page);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_button = new QPushButton(page);
    m_button->setAutoDefault(false);
    m_button->setProperty("role", QStringLiteral("primary"));
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_button, 0, Qt::AlignRight);
    m_empty = new EmptyState(m_context.theme, Glyph::Info, this);
    m_empty->setText(tr("No agenda"), tr("Choose an incident whose playbook has a meeting agenda."));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &MeetingPanel::goOn);
    connect(&m_context.selection, &Selection::incidentChanged, this, [this] { refresh(m_context.engine.snapshot()); });
    settle();
}

void MeetingPanel::refresh(const Snapshot& snapshot)
{
    // A meeting goes on although somebody looks at another incident meanwhile.
    if (!m_model->isRunning())
        m_incident = m_context.selection.incident();
    const Incident* incident = snapshot.incident(m_incident);
    const PlatformState* platform = incident ? snapshot.platform(incident->platform) : nullptr;
    const QList<AgendaItem> agenda = platform ? platform->playbook->postmortem.agenda : QList<AgendaItem>();
    m_model->setAgenda(agenda);
    m_model->tick(snapshot.at);
    m_stack->setCurrentIndex(agenda.isEmpty() ? 0 : 1);
    settle();
}

void MeetingPanel::settle()
{
    const bool last = m_model->current() + 1 == m_model->rowCount();
    m_button->setText(!m_model->isRunning() ? tr("Start the meeting")
                      : last                ? tr("End the meeting")
                                            : tr("Next point"));
    m_button->setAccessibleName(m_button->text());
    const QString planned = formatDuration(m_model->planned());
    if (m_model->rowCount() == 0)
        setStatus({});
    else
        setStatus(m_model->isRunning() ? tr("%1 of %2").arg(formatCountdown(m_model->spent()), planned) : planned);
}

void MeetingPanel::goOn()
{
    const QDateTime now = m_context.engine.snapshot().at;
    if (!m_model->isRunning()) {
        m_message->clear();
        m_model->start(now);
    } else {
        m_model->next(now);
        if (!m_model->isRunning())
            noteEnd();
    }
    settle();
}

void MeetingPanel::noteEnd()
{
    const QString text = tr("The postmortem meeting was held: %1, planned were %2.")
                             .arg(formatCountdown(m_model->spent()), formatDuration(m_model->planned()));
    m_context.engine
        .call([incident = m_incident, text, actor = m_context.engine.actor()](Engine& engine) {
            return engine.note(incident, text, actor);
        })
        .then(this, [this](const Status& noted) {
            if (noted)
                m_message->showMessage(MessageBar::Kind::Info, tr("The meeting is over; the timeline says so."));
            else
                m_message->showMessage(MessageBar::Kind::Error, noted.error().message);
        });
}

}  // namespace cockpit::panels::meeting
