// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/DockTitle.h"

#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QPainter>
#include <QToolButton>

namespace cockpit {

DockTitle::DockTitle(QDockWidget* dock, Panel* panel, const QString& title, Theme& theme)
    : QWidget(dock)
    , m_dock(dock)
    , m_panel(panel)
    , m_plainTitle(title)
    , m_theme(theme)
    , m_title(new ElidedLabel(title, this))
    , m_status(new ElidedLabel(this))
    , m_environment(new Badge(theme, this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 4, 1);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_environment);
    if (QWidget* header = panel->headerWidget())
        layout->addWidget(header);
    layout->addWidget(m_status, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    QToolButton* floating = makeButton(QStringLiteral("\u2197"), tr("Float or dock: %1").arg(title));
    QToolButton* closing = makeButton(QStringLiteral("\u2715"), tr("Close: %1").arg(title));
    buttons->addWidget(floating);
    buttons->addWidget(closing);
    layout->addLayout(buttons);

    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    connect(floating, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(closing, &QToolButton::clicked, dock, &QDockWidget::close);
    connect(panel, &Panel::headerChanged, this, &DockTitle::settle);
    connect(&theme, &Theme::changed, this, &DockTitle::settle);
    settle();
}

QToolButton* DockTitle::makeButton(const QString& sign, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFixedSize(22, 22);
    return button;
}

void DockTitle::settle()
{
    QFont bold = m_theme.textFont(0.95);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_status->setFont(m_theme.textFont(0.92));
    QPalette muted = palette();
    muted.setColor(QPalette::PlaceholderText, m_theme.color(Tone::Muted));
    m_status->setPalette(muted);
    m_title->setText(m_panel->heading().isEmpty() ? m_plainTitle : m_panel->heading());
    settleTitle();
    m_status->setText(m_panel->status());
    m_environment->setVisible(m_panel->environment().has_value());
    if (m_panel->environment())
        m_environment->setEnvironment(*m_panel->environment());
}

void DockTitle::settleTitle()
{
    // A tab above says the same word already; a heading with its subject says more.
    const auto* window = qobject_cast<const QMainWindow*>(m_dock->parentWidget());
    const bool tabbed = window && !m_dock->isFloating() && !window->tabifiedDockWidgets(m_dock).isEmpty();
    m_title->setVisible(!tabbed || !m_panel->heading().isEmpty());
}

void DockTitle::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    settleTitle();
}

void DockTitle::moveEvent(QMoveEvent* event)
{
    QWidget::moveEvent(event);
    settleTitle();
}

QSize DockTitle::sizeHint() const
{
    return {QWidget::sizeHint().width(), height};
}

QSize DockTitle::minimumSizeHint() const
{
    return {120, height};
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Tone::Dock));
    painter.fillRect(QRect(0, QWidget::height() - 1, width(), 1), m_theme.color(Tone::Line));
}

}  // namespace cockpit
