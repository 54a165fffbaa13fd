// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardView.h"

#include "ui/panels/board/BoardDelegate.h"
#include "ui/panels/board/BoardModel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace cockpit::panels::board {

BoardView::BoardView(Theme& theme, const Clock& clock, BoardModel& model, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_model(model)
    , m_delegate(new BoardDelegate(theme, clock, this))
    , m_buttons(new QWidget(viewport()))
    , m_lastInput(clock.monotonicNow() - holdAfterInput)
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Incidents"));
    auto* layout = new QHBoxLayout(m_buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_buttons->hide();
    connect(&theme, &Theme::changed, this, [this] {
        m_delegate->measure();
        scheduleDelayedItemsLayout();
    });
    connect(this, &QListView::activated, this, [this] { emit opened(currentIncident()); });
}

void BoardView::setRowButtons(const QList<QPushButton*>& buttons)
{
    for (QPushButton* button : buttons)
        m_buttons->layout()->addWidget(button);
    static_cast<QHBoxLayout*>(m_buttons->layout())->addStretch(1);
}

bool BoardView::isInUse() const
{
    return m_clock.monotonicNow() - m_lastInput < holdAfterInput;
}

void BoardView::release()
{
    m_lastInput = m_clock.monotonicNow() - holdAfterInput;
}

void BoardView::touch()
{
    m_lastInput = m_clock.monotonicNow();
}

QString BoardView::currentIncident() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model.row(index.row()).id : QString();
}

void BoardView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    m_delegate->setExpanded(current.isValid() && m_model.row(current.row()).isOpen() ? current : QModelIndex());
    if (previous.isValid())
        emit m_delegate->sizeHintChanged(previous);
    if (current.isValid())
        emit m_delegate->sizeHintChanged(current);
    QListView::currentChanged(current, previous);
    placeButtons();
}

void BoardView::keyPressEvent(QKeyEvent* event)
{
    touch();
    if (event->key() == Qt::Key_A && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat())
            emit acknowledgeAsked();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (currentIndex().isValid())
            emit opened(currentIncident());
        return;
    }
    QListView::keyPressEvent(event);
}

bool BoardView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::Wheel: touch(); break;
    default: break;
    }
    return QListView::viewportEvent(event);
}

void BoardView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    // Qt would move on to a neighbour, and the next key would hit an incident nobody chose.
    if (currentIndex().row() >= start && currentIndex().row() <= end)
        setCurrentIndex({});
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void BoardView::updateGeometries()
{
    QListView::updateGeometries();
    placeButtons();
}

void BoardView::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeButtons();
}

void BoardView::placeButtons()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !m_model.row(index.row()).isOpen()) {
        m_buttons->hide();
        return;
    }
    const QRect row = visualRect(index);
    const int height = BoardDelegate::actionsHeight - 8;
    m_buttons->setGeometry(row.left() + 12, row.top() + m_delegate->textHeight() - 1, row.width() - 22, height);
    m_buttons->show();
}

}  // namespace cockpit::panels::board
