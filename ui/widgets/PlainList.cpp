// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/PlainList.h"

#include <QListView>

namespace cockpit {

QListView* makePlainList(QAbstractItemModel* model, const QString& accessibleName, QWidget* parent)
{
    auto* list = new QListView(parent);
    list->setModel(model);
    list->setWordWrap(true);
    list->setResizeMode(QListView::Adjust);
    list->setSpacing(2);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setAccessibleName(accessibleName);
    return list;
}

}  // namespace cockpit
