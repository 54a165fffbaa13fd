// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/ProofBar.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "ui/widgets/CountdownBar.h"
#include "ui/widgets/GlyphIcon.h"
#include "ui/widgets/PlainLabel.h"
#include "ui/widgets/TimeText.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

constexpr int signSide = 16;

}  // namespace

ProofBar::ProofBar(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_sign(new GlyphIcon(theme, Glyph::Pending, Tone::Focus, signSide, this))
    , m_line(makePlainLabel("title", this))
    , m_hold(makePlainLabel("muted", this))
    , m_clock(new CountdownBar(theme, this))
{
    setProperty("surface", QStringLiteral("code"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_line, 0, 1);
    grid->addWidget(m_hold, 1, 1);
    grid->addWidget(m_clock, 2, 1);
    hide();
}

void ProofBar::show(const StepView& view)
{
    const bool waits = view.waitsUntil.isValid();
    setVisible(waits || view.proof);
    if (waits) {
        m_sign->set(Glyph::Pending, Tone::Focus);
        m_line->setText(tr("Waiting. Stop ends it early."));
        m_hold->hide();
        m_clock->show();
        m_clock->setDeadline(view.waitsSince, view.waitsUntil, tr("Time to wait"));
        m_clock->advance(view.now);
    } else if (view.proof && view.proof->live) {
        showLive(*view.proof, view.now);
    } else if (view.proof) {
        showVerdict(*view.proof);
    }
    setAccessibleName(m_line->text());
}

void ProofBar::showLive(const Proof& proof, const QDateTime& now)
{
    const bool good = proof.holdingSince.isValid();
    m_sign->set(good ? Glyph::Check : Glyph::Pending, good ? Tone::Good : Tone::Focus);
    m_line->setText(safeBlock(proof.signal.isEmpty()
                                  ? tr("%1 \u2013 wanted: %2").arg(proof.now, proof.wanted)
                                  : tr("%1 now %2 \u2013 wanted: %3").arg(proof.signal, proof.now, proof.wanted),
                              400));
    QString hold;
    if (good && proof.hold.count() > 0) {
        const Milliseconds held{std::clamp<qint64>(proof.holdingSince.msecsTo(now), 0, proof.hold.count())};
        hold = tr("As wanted for %1 of %2").arg(formatCountdown(held), formatCountdown(proof.hold));
    } else if (proof.old) {
        hold = tr("Measured before the step ended: waiting for a new value.");
    } else if (proof.hold.count() > 0) {
        hold = tr("Has to hold for %1").arg(formatDuration(proof.hold));
    }
    m_hold->setText(hold);
    m_hold->setVisible(!hold.isEmpty());
    m_clock->show();
    m_clock->setDeadline(proof.startedAt, proof.deadline, tr("Time for the proof"));
    m_clock->advance(now);
}

void ProofBar::showVerdict(const Proof& proof)
{
    m_clock->hide();
    m_hold->show();
    const QString after = ageText(proof.after);
    const QString wanted = proof.signal.isEmpty() ? proof.wanted : tr("%1: %2").arg(proof.signal, proof.wanted);
    if (proof.verdict == QLatin1String("worked")) {
        m_sign->set(Glyph::Check, Tone::Good);
        m_line->setText(tr("Worked, after %1").arg(after));
    } else if (proof.verdict == QLatin1String("already_good")) {
        m_sign->set(Glyph::Info, Tone::Focus);
        m_line->setText(tr("Was good before: this proves nothing about the step"));
    } else if (proof.verdict == QLatin1String("worse")) {
        m_sign->set(Glyph::Cross, Tone::Severity1);
        m_line->setText(tr("Made it worse"));
    } else {
        m_sign->set(Glyph::Warning, Tone::Severity2);
        m_line->setText(tr("No effect within %1").arg(after));
    }
    m_hold->setText(safeBlock(tr("Wanted: %1").arg(wanted), 400));
}

}  // namespace cockpit::panels::runbook
