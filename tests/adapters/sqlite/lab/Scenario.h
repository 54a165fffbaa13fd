// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace cockpit::test {

/// One way of using the log and the evidence folder, run under faults.
struct Scenario {
    QString name;
    int existing = 0;  ///< events in the log before it starts
    /// Makes what is there before; returns whether it could.
    std::function<bool(const QString& folder)> prepare;
    /// Does the work, calling `acknowledge` once for each event reported durable. Returns false when something failed.
    std::function<bool(const QString& folder, const std::function<void()>& acknowledge)> run;
};

/// `sabotage` shows that the experiments can fail: "normal" weakens the log's connection to synchronous=NORMAL behind
/// its back, "early" acknowledges each event before it is appended; two scenarios are enough for that. Empty: none.
QList<Scenario> scenarios(const QString& sabotage);

/// What is wrong with the folder when `acknowledged` events were reported durable; empty when nothing is.
QString flawIn(const QString& folder, int existing, int acknowledged);

/// Empties `folder` and fills it with copies of the files in `base`.
void refill(const QString& folder, const QString& base);

}  // namespace cockpit::test
