// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/MessageBar.h"

#include "core/base/SafeText.h"
#include "ui/widgets/GlyphIcon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace cockpit {

MessageBar::MessageBar(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_icon(new GlyphIcon(theme, Glyph::Info, Tone::Focus, 16, this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("\u2715"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        clear();
        if (run)
            run();
    });
    m_action->hide();
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& actionText, std::function<void()> action)
{
    m_run = std::move(action);
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    put(kind, text, true);
}

void MessageBar::showLasting(Kind kind, const QString& text)
{
    m_run = nullptr;
    m_action->hide();
    put(kind, text, false);
}

void MessageBar::put(Kind kind, const QString& text, bool closable)
{
    const QString shown = safeBlock(text, 2000);
    m_close->setVisible(closable);
    if (isVisibleTo(parentWidget()) && shown == m_text->text())
        return;
    m_text->setText(shown);
    const char* const surface = kind == Kind::Error ? "danger" : kind == Kind::Warning ? "warning" : "info";
    setProperty("surface", QLatin1String(surface));
    style()->unpolish(this);
    style()->polish(this);
    m_icon->set(kind == Kind::Info ? Glyph::Info : Glyph::Warning, kind == Kind::Error     ? Tone::Severity1
                                                                   : kind == Kind::Warning ? Tone::Severity2
                                                                                           : Tone::Focus);
    setAccessibleName(kind == Kind::Error     ? tr("Error: %1").arg(m_text->text())
                      : kind == Kind::Warning ? tr("Warning: %1").arg(m_text->text())
                                              : m_text->text());
    show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::clear()
{
    hide();
    m_text->clear();
    m_run = nullptr;
}

QString MessageBar::text() const
{
    return m_text->text();
}

}  // namespace cockpit
