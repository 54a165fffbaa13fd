// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/window/TourInput.h"

#include <QApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QWidget>

namespace cockpit::tour {

namespace {

bool canBeUsed(const QWidget* widget)
{
    return widget && widget->isVisible() && widget->isEnabled();
}

}  // namespace

bool click(QWidget* widget)
{
    if (!canBeUsed(widget))
        return false;
    const QPointF at = QRectF(widget->rect()).center();
    const QPointF global = widget->mapToGlobal(at);
    QMouseEvent down(QEvent::MouseButtonPress, at, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QMouseEvent up(QEvent::MouseButtonRelease, at, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &down);
    QApplication::sendEvent(widget, &up);
    return true;
}

bool press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers)
{
    if (!canBeUsed(widget))
        return false;
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QApplication::sendEvent(widget, &down);
    QApplication::sendEvent(widget, &up);
    return true;
}

bool type(QWidget* widget, const QString& text)
{
    if (!canBeUsed(widget))
        return false;
    for (const QChar character : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, character);
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, character);
        QApplication::sendEvent(widget, &down);
        QApplication::sendEvent(widget, &up);
    }
    return true;
}

bool dropText(QWidget* widget, const QString& text)
{
    if (!canBeUsed(widget) || !widget->acceptDrops())
        return false;
    QMimeData data;
    data.setText(text);
    const QPoint at = widget->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &drop);
    return drop.isAccepted();
}

}  // namespace cockpit::tour
