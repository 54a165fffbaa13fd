// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/HeldBanner.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ConfirmationBox.h"
#include "ui/widgets/CountdownBar.h"
#include "ui/widgets/GlyphIcon.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/PlainLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit::panels::runbook {

QKeySequence commitKey()
{
    return {Qt::Key_F9};
}

QKeySequence rollBackKey()
{
    return {Qt::Key_F8};
}

HeldBanner::HeldBanner(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_environment(new Badge(theme, this))
    , m_summary(makePlainLabel("title", this))
    , m_where(makePlainLabel("muted", this))
    , m_clock(makePlainLabel("title", this))
    , m_bar(new CountdownBar(theme, this))
    , m_commit(makeButton(tr("Commit"), "primary"))
    , m_rollBack(makeButton(tr("Roll back"), ""))
    , m_commitKey(new KeyHint(theme, commitKey(), this))
    , m_rollBackKey(new KeyHint(theme, rollBackKey(), this))
{
    setProperty("surface", QStringLiteral("warning"));
    m_bar->setTextVisible(false);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(new GlyphIcon(theme, Glyph::Warning, Tone::Severity2, 16, this), 0, Qt::AlignTop);
    top->addWidget(m_summary, 1);
    top->addWidget(m_environment, 0, Qt::AlignTop);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addStretch(1);
    for (QWidget* part : {static_cast<QWidget*>(m_rollBackKey), static_cast<QWidget*>(m_rollBack),
                          static_cast<QWidget*>(m_commitKey), static_cast<QWidget*>(m_commit)})
        buttons->addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    column->addLayout(top);
    column->addWidget(m_where);
    column->addWidget(m_clock);
    column->addWidget(m_bar);
    column->addLayout(buttons);
    m_arm.setSingleShot(true);
    m_arm.setInterval(ConfirmationBox::armAfterMs);
    connect(&m_arm, &QTimer::timeout, this, &HeldBanner::enable);
    connect(m_commit, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_rollBack, &QPushButton::clicked, this, [this] { answer(false); });
    hide();
}

QPushButton* HeldBanner::makeButton(const QString& text, const char* role)
{
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    button->setProperty("role", QLatin1String(role));
    return button;
}

void HeldBanner::show(const HeldChange& held, const QDateTime& now)
{
    const bool other = isHidden() || held.run != m_held.run || held.step != m_held.step || held.until != m_held.until;
    m_held = held;
    m_environment->setEnvironment(held.target.environment);
    m_summary->setText(safeBlock(held.summary, 400));
    const QString where = targetText(held.target);
    m_where->setText(safeLine(held.title, 120) + (where.isEmpty() ? QString() : QStringLiteral("\n") + where));
    m_clock->setText(tr("Rolls back by itself in %1").arg(timeLeft(now, held.until)));
    m_bar->setDeadline(held.since, held.until, tr("Rolls back by itself"));
    m_bar->advance(now);
    if (!other)
        return;
    setAccessibleName(tr("Held: %1").arg(m_summary->text()));
    setAccessibleDescription(m_where->text());
    m_commit->setAccessibleName(tr("Commit: %1").arg(m_summary->text()));
    m_rollBack->setAccessibleName(tr("Roll back: %1").arg(m_summary->text()));
    m_answered = false;
    m_arm.start();
    enable();
    QFrame::show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void HeldBanner::setKeysShown(bool shown)
{
    m_commitKey->setVisible(shown);
    m_rollBackKey->setVisible(shown);
}

void HeldBanner::setCompact()
{
    m_where->hide();
    m_environment->hide();
    setKeysShown(false);
}

void HeldBanner::enable()
{
    m_commit->setEnabled(!m_answered && !m_arm.isActive());
    m_rollBack->setEnabled(!m_answered);
}

void HeldBanner::answer(bool commit)
{
    if (m_answered)
        return;
    m_answered = true;
    enable();
    emit settleAsked(commit);
}

void HeldBanner::commit()
{
    if (m_commit->isEnabled())
        answer(true);
}

void HeldBanner::rollBack()
{
    answer(false);
}

void HeldBanner::settleFailed()
{
    m_answered = false;
    enable();
}

}  // namespace cockpit::panels::runbook
