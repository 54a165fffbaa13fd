// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// How a step's state reads: words, signs and tones.
#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "ui/panels/runbook/StepView.h"
#include "ui/widgets/TimeText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RunbookPanel)
};

constexpr qsizetype wholeServerId = 14;
constexpr qsizetype shortServerId = 8;

QString joined(const QJsonValue& list)
{
    QStringList words;
    for (const QJsonValue& word : list.toArray())
        words.append(word.isString() ? word.toString() : word.toVariant().toString());
    return words.join(QLatin1Char(' '));
}

QString requestText(const QJsonObject& given)
{
    QString text = given.value(QLatin1String("method")).toString(QStringLiteral("GET")) + QLatin1Char(' ') +
                   given.value(QLatin1String("path")).toString();
    const QJsonObject query = given.value(QLatin1String("query")).toObject();
    QStringList pairs;
    for (auto pair = query.begin(); pair != query.end(); ++pair)
        pairs.append(pair.key() + QLatin1Char('=') + pair.value().toVariant().toString());
    return pairs.isEmpty() ? text : text + QLatin1Char('?') + pairs.join(QLatin1Char('&'));
}

QString shortTime(Milliseconds time)
{
    const qint64 seconds = (time.count() + 500) / 1'000;
    return seconds < 120 ? Say::tr("%1 s").arg(seconds) : ageText(time);
}

bool helpedNothing(const StepView& view)
{
    return view.verdict == QLatin1String("no_effect") || view.verdict == QLatin1String("worse");
}

}  // namespace

QString stepText(const StepSpec& spec)
{
    const QJsonObject& given = spec.parameters;
    if (spec.kind == QLatin1String("http"))
        return requestText(given);
    if (spec.kind == QLatin1String("redis"))
        return joined(given.value(QLatin1String("run")));
    if (spec.kind == QLatin1String("shell"))
        return given.contains(QLatin1String("stdin"))
                   ? joined(given.value(QLatin1String("argv"))) + QStringLiteral(" <<< ") +
                         given.value(QLatin1String("stdin")).toString()
                   : joined(given.value(QLatin1String("argv")));
    if (spec.kind == QLatin1String("manual"))
        return given.value(QLatin1String("text")).toString();
    if (spec.kind == QLatin1String("wait"))
        return Say::tr("wait %1").arg(given.value(QLatin1String("for")).toString());
    return given.value(QLatin1String("run")).toString().trimmed();
}

Tone toneOf(const StepView& view)
{
    switch (view.state) {
    case StepView::State::Open:
        return view.lost ? Tone::Severity1 : view.calledFor == Truth::No ? Tone::Dim : Tone::Muted;
    case StepView::State::Running: return Tone::Focus;
    case StepView::State::Held: return Tone::Severity2;
    case StepView::State::Succeeded: return view.fallBack || helpedNothing(view) ? Tone::Severity2 : Tone::Good;
    case StepView::State::Failed: return Tone::Severity1;
    case StepView::State::Unknown: return Tone::Unknown;
    }
    return Tone::Muted;
}

QString signOf(const StepView& view)
{
    switch (view.state) {
    case StepView::State::Open:
        return view.lost                     ? QStringLiteral("!")
               : view.undone                 ? QStringLiteral("\u21B6")
               : view.calledFor == Truth::No ? QStringLiteral("\u2013")
                                             : QString::number(view.number);
    case StepView::State::Running: return QStringLiteral("\u2026");
    case StepView::State::Succeeded: return toneOf(view) == Tone::Good ? QStringLiteral("\u2713") : QStringLiteral("!");
    case StepView::State::Held:
    case StepView::State::Failed: return QStringLiteral("!");
    case StepView::State::Unknown: return QStringLiteral("?");
    }
    return QString::number(view.number);
}

QString stateWord(const StepView& view)
{
    switch (view.state) {
    case StepView::State::Open:
        return view.lost                     ? Say::tr("lost")
               : view.undone                 ? Say::tr("undone")
               : view.calledFor == Truth::No ? Say::tr("not called for")
                                             : Say::tr("not run");
    case StepView::State::Running: return Say::tr("running");
    case StepView::State::Held: return Say::tr("held, not committed");
    case StepView::State::Succeeded: return view.fallBack ? Say::tr("run it again to fall back") : Say::tr("done");
    case StepView::State::Failed:
        return view.ended == StepState::Cancelled  ? Say::tr("stopped")
               : view.ended == StepState::TimedOut ? Say::tr("timed out")
                                                   : Say::tr("failed");
    case StepView::State::Unknown: return Say::tr("outcome unknown");
    }
    return {};
}

QString verdictWord(const QString& verdict)
{
    if (verdict == QLatin1String("worked"))
        return Say::tr("worked");
    if (verdict == QLatin1String("already_good"))
        return Say::tr("was good before");
    if (verdict == QLatin1String("no_effect"))
        return Say::tr("no effect");
    return verdict == QLatin1String("worse") ? Say::tr("made it worse") : QString();
}

QString recordText(const StepRecord& record, const QDateTime& now)
{
    if (record.judged() == 0)
        return record.alreadyGood > 0 ? Say::tr("good before each time") : QString();
    QString text = Say::tr("worked %1 of %2").arg(record.worked).arg(record.judged());
    if (record.median)
        text += Say::tr(", median %1").arg(shortTime(*record.median));
    if (record.lastFailed.isValid()) {
        const QDate day = record.lastFailed.toUTC().date();
        const QString pattern =
            day.year() == now.toUTC().date().year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
        text += Say::tr(" \u00B7 last failed %1").arg(QLocale().toString(day, pattern));
    }
    return text;
}

QString targetText(const TargetIdentity& target)
{
    QStringList where;
    for (const QString& part : {target.name, target.address, target.role}) {
        if (!part.isEmpty())
            where.append(safeLine(part, 80));
    }
    if (!target.serverId.isEmpty()) {
        const bool cut = target.serverId.size() > wholeServerId;
        where.append(Say::tr("server %1")
                         .arg(safeLine(target.serverId.left(cut ? shortServerId : wholeServerId)) +
                              (cut ? QStringLiteral("\u2026") : QString())));
    }
    return where.join(QStringLiteral(" \u00B7 "));
}

QString timeLeft(const QDateTime& now, const QDateTime& until)
{
    // The second that has begun counts: 0:00 is shown only when the time is over.
    return formatCountdown(Milliseconds{std::max<qint64>(now.msecsTo(until) + 999, 0)});
}

}  // namespace cockpit::panels::runbook
