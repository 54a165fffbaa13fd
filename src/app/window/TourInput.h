// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

class QWidget;

namespace cockpit::tour {

// Input as a person gives it: mouse and key events sent to the widgets that would get them.

/// Clicks the middle of a visible, enabled widget. False when it is neither.
bool click(QWidget* widget);
/// Presses and releases one key on a widget.
bool press(QWidget* widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Types a text into a widget.
bool type(QWidget* widget, const QString& text);
/// Drops plain text onto an area, as a drag from elsewhere ends: on the area itself or the first part of it that takes
/// drops.
bool dropText(QWidget* area, const QString& text);

}  // namespace cockpit::tour
