// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/window/FirstPaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace cockpit {

void FirstPaint::watch(QWidget& window)
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The window's children are painted in the same turn of the event loop.
        QTimer::singleShot(0, this,
                           [this] { qInfo("first paint after %lld ms", static_cast<long long>(m_since.elapsed())); });
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace cockpit
