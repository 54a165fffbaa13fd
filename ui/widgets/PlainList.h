// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QString>

class QAbstractItemModel;
class QListView;
class QWidget;

namespace cockpit {

/// A list of lines of text that wrap to the width there is and never scroll sideways.
QListView* makePlainList(QAbstractItemModel* model, const QString& accessibleName, QWidget* parent);

}  // namespace cockpit
