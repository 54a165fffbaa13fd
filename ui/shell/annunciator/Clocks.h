// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "ui/widgets/Theme.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

namespace cockpit {

/// UTC large; the workstation's time and New York's below.
class Clocks : public QWidget
{
    Q_OBJECT

public:
    Clocks(Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    /// What is shown, for tests and screen readers.
    QString utcText() const;
    QString zonesText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QFont largeFont() const;
    void tick();

    Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_local;
    QTimeZone m_newYork;
    QTimer m_timer;
};

}  // namespace cockpit
