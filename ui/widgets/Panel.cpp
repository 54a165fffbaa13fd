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

void Panel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh(m_context.engine.snapshot());
}

}  // namespace cockpit
