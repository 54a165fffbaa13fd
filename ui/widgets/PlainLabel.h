// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

class QLabel;
class QWidget;

namespace cockpit {

/// A label that shows any text as it is, wraps it, and never pushes its surroundings apart with one long word.
/// `role` is the style sheet's ("title", "muted", "dim", "danger", "good" or empty).
QLabel* makePlainLabel(const char* role, QWidget* parent);

}  // namespace cockpit
