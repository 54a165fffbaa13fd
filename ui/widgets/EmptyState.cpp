// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/EmptyState.h"

#include "core/base/SafeText.h"
#include "ui/widgets/GlyphIcon.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

namespace {

QLabel* centredLabel(const QString& role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setProperty("role", role);
    return label;
}

}  // namespace

EmptyState::EmptyState(Theme& theme, Glyph glyph, QWidget* parent)
    : QWidget(parent)
    , m_icon(new GlyphIcon(theme, glyph, Tone::Dim, 28, this))
    , m_line(centredLabel(QStringLiteral("title"), this))
    , m_hint(centredLabel(QStringLiteral("muted"), this))
    , m_button(new QPushButton(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_line);
    layout->addWidget(m_hint);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setText(const QString& line, const QString& hint)
{
    m_line->setText(safeLine(line, 400));
    m_hint->setText(safeBlock(hint, 2000));
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(m_line->text());
    setAccessibleDescription(m_hint->text());
}

void EmptyState::setGlyph(Glyph glyph, Tone tone)
{
    m_icon->set(glyph, tone);
}

void EmptyState::setAction(const QString& text)
{
    m_button->setText(text);
    m_button->setAccessibleName(text);
    m_button->setVisible(!text.isEmpty());
}

}  // namespace cockpit
