// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QString>

namespace cockpit::test {

/// How much shorter a playbook's times are in a scenario run.
struct Compression {
    int factor = 60;  ///< "for: 5m" becomes 5 s
    int shortestPollMs = 1'000;
    int shortestRangeMs = 6'000;   ///< of a PromQL range: some scrapes of one second must fit in
    int shortestProofMs = 20'000;  ///< `within` of an expectation: real servers need real seconds
};

/// One YAML text with shorter times: `for`, `clear_for`, `hold`, `every`, `stale_after`, `within` and the ranges of
/// PromQL. What is measured (thresholds, ages, deadlines of steps) stays.
QByteArray compressed(const QByteArray& yaml, const Compression& compression);

/// Copies a shipped playbook below `folder`, its times compressed. Returns the new folder; throws when it cannot.
QString writeCompressedPlaybook(const QString& platform, const QString& folder, const Compression& compression);

}  // namespace cockpit::test
