// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "core/base/SafeText.h"
#include "core/metrics/ExpositionParser.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstdio>

namespace cockpit {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MetricsCommand)
};

QJsonObject toJson(const ExpositionSample& sample)
{
    QJsonObject labels;
    for (const ExpositionSample::Label& label : sample.labels)
        labels.insert(label.name, label.value);
    QJsonObject object{{QStringLiteral("name"), sample.name}, {QStringLiteral("labels"), labels}};
    // JSON has no NaN and no infinities: those are given as the format's words.
    object.insert(QStringLiteral("value"),
                  std::isfinite(sample.value) ? QJsonValue(sample.value) : QJsonValue(expositionNumber(sample.value)));
    if (sample.timestampMs)
        object.insert(QStringLiteral("timestamp_ms"), *sample.timestampMs);
    return object;
}

QJsonObject toJson(const Exposition& exposition)
{
    QJsonArray families;
    for (const ExpositionFamily& family : exposition.families) {
        QJsonArray series;
        for (const ExpositionSample& sample : family.samples)
            series.append(toJson(sample));
        families.append(QJsonObject{{QStringLiteral("name"), family.name},
                                    {QStringLiteral("type"), family.type},
                                    {QStringLiteral("help"), family.help},
                                    {QStringLiteral("series"), series}});
    }
    return {{QStringLiteral("families"), families}, {QStringLiteral("series"), exposition.sampleCount}};
}

void print(CommandContext& context, const Exposition& exposition)
{
    for (const ExpositionFamily& family : exposition.families) {
        context.out << Words::tr("%1 (%2, %n series)", nullptr, static_cast<int>(family.samples.size()))
                           .arg(family.name, family.type);
        if (!family.help.isEmpty())
            context.out << ": " << safeLine(family.help, 120);
        context.out << '\n';
        for (const ExpositionSample& sample : family.samples)
            context.out << "  " << safeLine(sample.series(), 4'096) << ' ' << expositionNumber(sample.value) << '\n';
    }
    context.out << Words::tr("%1 families, %2 series").arg(exposition.families.size()).arg(exposition.sampleCount)
                << Qt::endl;
}

int refuse(CommandContext& context, const QString& name, const ExpositionProblem& problem)
{
    if (context.json) {
        const QJsonObject answer{{QStringLiteral("error"), errorKindName(ErrorKind::Malformed)},
                                 {QStringLiteral("file"), name},
                                 {QStringLiteral("line"), problem.line},
                                 {QStringLiteral("column"), problem.column},
                                 {QStringLiteral("message"), problem.message}};
        context.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << Qt::endl;
    }
    context.err << name;
    if (problem.line > 0)
        context.err << ':' << problem.line << ':' << problem.column;
    context.err << ": " << problem.message << Qt::endl;
    return ExitRefused;
}

int parse(CommandContext& context, const QString& name)
{
    const ExpositionLimits limits;
    QFile file(name);
    const bool standardInput = name == QLatin1String("-");
    const bool open = standardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        context.err << Words::tr("%1 cannot be read: %2").arg(name, file.errorString()) << Qt::endl;
        return ExitUnreachable;
    }
    // One byte more than is allowed shows that there is too much, without reading all of it.
    QByteArray page;
    while (page.size() <= limits.bytes) {
        const QByteArray part = file.read(limits.bytes + 1 - page.size());
        if (part.isEmpty())
            break;
        page += part;
    }
    if (file.error() != QFileDevice::NoError) {
        context.err << Words::tr("%1 cannot be read: %2").arg(name, file.errorString()) << Qt::endl;
        return ExitUnreachable;
    }
    ExpositionProblem problem;
    if (page.size() > limits.bytes) {
        problem.message =
            Words::tr("the page has more than %1 bytes; that is the most the cockpit reads").arg(limits.bytes);
        return refuse(context, name, problem);
    }
    const std::optional<Exposition> exposition = parseExposition(page, &problem, limits);
    if (!exposition)
        return refuse(context, name, problem);
    if (context.json)
        context.out << QJsonDocument(toJson(*exposition)).toJson(QJsonDocument::Compact) << Qt::endl;
    else
        print(context, *exposition);
    return ExitDone;
}

}  // namespace

int metricsCommand(CommandContext& context)
{
    if (context.arguments.size() == 2 && context.arguments.first() == QLatin1String("parse"))
        return parse(context, context.arguments.at(1));
    context.err << Words::tr("usage: incident-cockpit metrics parse FILE|- [--json]") << Qt::endl
                << Words::tr(
                       "Reads a Prometheus metrics page (text format 0.0.4) and prints it as the cockpit sees it.")
                << Qt::endl;
    return ExitUsage;
}

}  // namespace cockpit
