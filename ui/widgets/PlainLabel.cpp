// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/PlainLabel.h"

#include <QLabel>

namespace cockpit {

QLabel* makePlainLabel(const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setProperty("role", QLatin1String(role));
    return label;
}

}  // namespace cockpit
