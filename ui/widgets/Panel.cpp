// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Panel.h"

#include <QShowEvent>

namespace cockpit {

Panel::Panel(PanelContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    connect(&context.engine, &EngineClient::snapshotChanged, this, [this](const Snapshot& snapshot) {
        if (isVisible())
            refresh(snapshot);
    });
}

void Panel::setStatus(const QString& status)
{
    if (m_status == status)
        return;
    m_status = status;
    emit headerChanged();
}

void Panel::setEnvironment(std::optional<Environment> environment)
{
    if (m_environment == environment)
        return;
    m_environment = environment;
    emit headerChanged();
}

void Panel::setHeading(const QString& heading)
{
    if (m_heading == heading)
        return;
    m_heading = heading;
    emit headerChanged();
}

void Panel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh(m_context.engine.snapshot());
}

}  // namespace cockpit
