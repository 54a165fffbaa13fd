// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace cockpit {

/// Notes in the program's log when a window was first painted and how long that took since this object was made; the
/// benchmark of the start reads that line, and so can whoever looks into a slow workstation. Thread: GUI.
class FirstPaint : public QObject
{
public:
    FirstPaint() { m_since.start(); }

    void watch(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QElapsedTimer m_since;
};

}  // namespace cockpit
