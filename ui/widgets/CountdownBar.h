// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Countdown.h"

#include <QWidget>

namespace cockpit {

/// A thin bar that fills until a deadline, with the time left beside it unless switched off. The owner calls advance()
/// from its own refresh; the bar has no timer.
class CountdownBar : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownBar(Theme& theme, QWidget* parent = nullptr);

    void setDeadline(const QDateTime& started, const QDateTime& due, const QString& what);
    void setTextVisible(bool visible);
    void advance(const QDateTime& now);
    const Countdown& countdown() const { return m_countdown; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QDateTime m_started;
    QDateTime m_due;
    QString m_what;
    Countdown m_countdown;
    bool m_textVisible = true;
};

/// The bar alone, for delegates: 3 px high, rounded, at the bottom of `where`.
void paintCountdownBar(QPainter& painter, const QRectF& where, const Countdown& countdown, const Theme& theme);

}  // namespace cockpit
