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
/// Drops plain text onto a widget that takes drops, as a drag from elsewhere ends.
bool dropText(QWidget* widget, const QString& text);

}  // namespace cockpit::tour
