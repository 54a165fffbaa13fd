// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/StepRecord.h"

#include <algorithm>

namespace cockpit {

namespace {

Milliseconds medianOf(QList<qint64> times)
{
    std::sort(times.begin(), times.end());
    const qsizetype middle = times.size() / 2;
    return Milliseconds{times.size() % 2 == 1 ? times.at(middle) : (times.at(middle - 1) + times.at(middle)) / 2};
}

void count(StepRecord& record, QList<qint64>& times, const StepRunState& state)
{
    if (state.verdict == QLatin1String("already_good")) {
        ++record.alreadyGood;
    } else if (state.verdict == QLatin1String("worked")) {
        ++record.worked;
        times.append(state.verdictAfterMs);
    } else if (state.verdict == QLatin1String("no_effect") || state.verdict == QLatin1String("worse")) {
        ++(state.verdict == QLatin1String("worse") ? record.worse : record.noEffect);
        const QDateTime judged = state.finishedAt.addMSecs(state.verdictAfterMs);
        if (!record.lastFailed.isValid() || judged > record.lastFailed)
            record.lastFailed = judged;
    }
}

}  // namespace

QHash<QString, StepRecord> stepRecords(const QList<Incident>& incidents, const QString& platform,
                                       const QString& runbook)
{
    QHash<QString, StepRecord> records;
    QHash<QString, QList<qint64>> times;
    for (const Incident& incident : incidents) {
        for (const RunState& run : incident.runs) {
            if (run.platform != platform || run.runbook != runbook)
                continue;
            for (const StepRunState& state : run.steps) {
                if (!state.verdict.isEmpty())
                    count(records[state.step], times[state.step], state);
            }
        }
    }
    for (auto list = times.cbegin(); list != times.cend(); ++list) {
        if (!list->isEmpty())
            records[list.key()].median = medianOf(*list);
    }
    return records;
}

}  // namespace cockpit
