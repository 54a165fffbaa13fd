// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QStringView>

namespace cockpit {

/// How well what was typed fits a text: every word of it must be a subsequence, regardless of case. Higher is better;
/// -1: does not fit. Starts of words and runs of letters count most.
int fuzzyScore(QStringView typed, QStringView text);

}  // namespace cockpit
