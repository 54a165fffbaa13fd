// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QDialog>

namespace cockpit {

/// Name, version, licence. Deletes itself.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    AboutDialog(const QString& version, QWidget* parent);
};

}  // namespace cockpit
