// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/runbook/StepView.h"

#include <QFrame>

class QLabel;

namespace cockpit {

class CountdownBar;
class GlyphIcon;

namespace panels::runbook {

/// The proof beside its step: what is measured now, what is wanted, how long there is; afterwards the verdict with its
/// sign and word. A wait that runs is shown with the same clock.
class ProofBar : public QFrame
{
    Q_OBJECT

public:
    explicit ProofBar(Theme& theme, QWidget* parent = nullptr);

    /// Hides itself when the step has neither proof nor wait to show.
    void show(const StepView& view);

private:
    void showLive(const Proof& proof, const QDateTime& now);
    void showVerdict(const Proof& proof);

    GlyphIcon* m_sign;
    QLabel* m_line;
    QLabel* m_hold;
    CountdownBar* m_clock;
};

}  // namespace panels::runbook
}  // namespace cockpit
