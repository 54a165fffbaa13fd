// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/prometheus/PageSource.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit::adapters::prometheus {

namespace {

const QString valueKey = QStringLiteral("value");
const QString rateKey = QStringLiteral("rate");
const QString ratioKey = QStringLiteral("ratio");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

/// Adds a selector to the store; -1, and `problem` says why, when it is none.
int addSelector(ExpositionStore& store, const QString& text, QString* problem)
{
    auto selector = ExpositionSelector::parse(text);
    if (selector)
        return store.addSelector(*selector);
    *problem = Say::tr("\"%1\" is no selector: %2").arg(text.left(60), selector.error().message);
    return -1;
}

}  // namespace

PageSource::PageSource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections)
    : m_clock(clock)
    , m_http(http)
    , m_connections(connections)
{
}

QString PageSource::groupKey(const SignalSpec& signal) const
{
    return signal.parameters.value(QStringLiteral("path")).toString(QStringLiteral("/metrics"));
}

QFuture<QList<Reading>> PageSource::read(const PollRequest& request)
{
    if (request.signalSpecs.isEmpty())
        return QtFuture::makeReadyFuture(QList<Reading>());
    HttpCall call;
    call.connectionId = request.connectionId;
    call.pathAndQuery = groupKey(request.signalSpecs.first());
    call.headers = {{"Accept", "text/plain;version=0.0.4"}};
    call.deadline = request.deadline;
    call.maximumBytes = ExpositionLimits().bytes;
    const auto exchange = callHttp(m_http, m_connections, call);
    auto readings =
        QFuture(exchange).then([request, &clock = m_clock, page = pageFor(request)](const Result<HttpReply>& reply) {
            return judge(request, reply, clock, *page);
        });
    cancelTogether(readings, exchange);
    return readings;
}

PageSource::PagePointer PageSource::pageFor(const PollRequest& request)
{
    QStringList parts;
    for (const SignalSpec& signal : request.signalSpecs)
        parts.append(signal.id + QString::fromUtf8(QJsonDocument(signal.parameters).toJson(QJsonDocument::Compact)) +
                     signal.unit);
    const QString signature = parts.join(QLatin1Char('\n'));
    // Keyed by everything that makes a poll, so that two intervals that look at one page do not mix their rates.
    PagePointer& page = m_pages[request.connectionId + QLatin1Char('\n') + groupKey(request.signalSpecs.first()) +
                                QLatin1Char('\n') + request.signalSpecs.first().id];
    if (page && page->signature == signature)
        return page;
    page = std::make_shared<Page>();
    page->signature = signature;
    for (const SignalSpec& signal : request.signalSpecs)
        page->watches.append(makeWatch(signal, page->store));
    return page;
}

PageSource::Watch PageSource::makeWatch(const SignalSpec& signal, ExpositionStore& store)
{
    Watch watch;
    const QJsonObject& parameters = signal.parameters;
    if (parameters.contains(ratioKey)) {
        const QJsonObject ratio = parameters.value(ratioKey).toObject();
        watch.form = Watch::Form::Ratio;
        watch.scale = signal.unit == QLatin1String("percent") ? 100 : 1;
        watch.of = addSelector(store, ratio.value(QStringLiteral("of")).toString(), &watch.problem);
        watch.to = addSelector(store, ratio.value(QStringLiteral("to")).toString(), &watch.problem);
        return watch;
    }
    watch.form = parameters.contains(rateKey) ? Watch::Form::Rate : Watch::Form::Sum;
    watch.of = addSelector(store, parameters.value(watch.form == Watch::Form::Rate ? rateKey : valueKey).toString(),
                           &watch.problem);
    return watch;
}

QList<Reading> PageSource::judge(const PollRequest& request, const Result<HttpReply>& reply, const Clock& clock,
                                 Page& page)
{
    const QDateTime now = clock.utcNow();
    if (const auto failure = failureOf(reply))
        return readingsOf(request, failure->state, failure->sentence, now);
    ExpositionProblem problem;
    if (!page.store.scrape(reply->body, clock.monotonicNow(), &problem))
        return readingsOf(request, ReadingState::Unreachable,
                          Say::tr("the page is not in the Prometheus text format: %1").arg(problem.text()), now);
    QList<Reading> readings = readingsOf(request, ReadingState::MissingField, {}, now);
    for (qsizetype i = 0; i < readings.size(); ++i) {
        readings[i].elapsed = reply->elapsed;
        compute(page, page.watches.at(i), readings[i]);
    }
    return readings;
}

void PageSource::compute(const Page& page, const Watch& watch, Reading& reading)
{
    if (!watch.problem.isEmpty()) {
        reading.detail = safeLine(watch.problem, 300);
        return;
    }
    std::optional<double> value;
    switch (watch.form) {
    case Watch::Form::Sum: value = page.store.sum(watch.of); break;
    case Watch::Form::Rate: value = page.store.rate(watch.of); break;
    case Watch::Form::Ratio: value = page.store.ratio(watch.of, watch.to); break;
    }
    if (value) {
        reading.state = ReadingState::Value;
        reading.value = *value * watch.scale;
    } else if (page.store.matchCount(watch.form == Watch::Form::Ratio ? watch.to : watch.of) == 0) {
        reading.detail = Say::tr("no series on the page matches the selector");
    } else if (watch.form != Watch::Form::Sum && !page.store.hasTwoPages()) {
        reading.detail = Say::tr("needs a second poll");
    } else {
        reading.detail = watch.form == Watch::Form::Ratio ? Say::tr("the divisor did not grow since the last poll")
                                                          : Say::tr("the matching values are not numbers");
    }
}

}  // namespace cockpit::adapters::prometheus
