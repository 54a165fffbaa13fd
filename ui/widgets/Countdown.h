// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QDateTime>
#include <QString>

namespace cockpit {

/// How far a clock has run: shared by the board, the matrix and the bars.
struct Countdown {
    double share = 0;        ///< 0 at the start, 1 when due, never more
    QString text;            ///< "4:02", "4:02 late", "Mon 09:00" when more than a day away
    Tone tone = Tone::Text;  ///< amber from 80 %, red when due
    bool overdue = false;

    static Countdown at(const QDateTime& started, const QDateTime& due, const QDateTime& now);
};

}  // namespace cockpit
