// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QJsonArray>
#include <QList>

namespace cockpit {

/// Each entry as `convert` writes it.
template <typename T, typename Convert>
QJsonArray arrayOf(const QList<T>& list, Convert convert)
{
    QJsonArray array;
    for (const T& entry : list)
        array.append(convert(entry));
    return array;
}

}  // namespace cockpit
