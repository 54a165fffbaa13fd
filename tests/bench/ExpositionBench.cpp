// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A metrics page of 10 MB, read again and again as a poller does, against the way one would write it in Qt: lines and
// labels split into QStrings, values by toDouble(), a hash from series to value.
#include "core/metrics/ExpositionStore.h"
#include "tests/bench/Benches.h"

#include <QHash>

#include <cstring>

namespace cockpit::bench {

namespace {

constexpr qsizetype wantedBytes = 10 * 1024 * 1024;

/// Shaped like the page of a busy host exporter: help and type lines, gauges, counters, histograms. `turn` changes
/// values without changing the order.
QByteArray page(int turn)
{
    QByteArray text;
    text.reserve(wantedBytes + 4'096);
    for (int family = 0; text.size() < wantedBytes; ++family) {
        const QByteArray name =
            "node_subsystem" + QByteArray::number(family % 97) + "_operation_" + QByteArray::number(family);
        text += "# HELP " + name + "_total Operations that were completed, by device and outcome.\n# TYPE " + name +
                "_total counter\n";
        for (int series = 0; series < 40; ++series) {
            text += name + "_total{device=\"nvme" + QByteArray::number(series) + "n1\",instance=\"10.0." +
                    QByteArray::number(family % 256) + ".17:9100\",outcome=\"completed\"} " +
                    (series % 3 == 0 ? QByteArray::number(1'700'000 + family * series + turn)
                                     : QByteArray::number(0.137 * series + turn, 'g', 12)) +
                    '\n';
        }
    }
    return text;
}

/// The plain way.
qsizetype splitIntoStrings(const QByteArray& bytes, QHash<QString, double>* values)
{
    const QString text = QString::fromUtf8(bytes);
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (line.startsWith(u'#'))
            continue;
        const qsizetype space = line.lastIndexOf(u' ');
        const QString series = line.left(space);
        const qsizetype brace = series.indexOf(u'{');
        if (brace >= 0) {
            const QStringList labels = series.mid(brace + 1, series.size() - brace - 2).split(u',');
            for (const QString& label : labels) {
                if (label.split(u'=').size() != 2)
                    return -1;
            }
        }
        values->insert(series, line.mid(space + 1).toDouble());
    }
    return values->size();
}

qsizetype countLines(const QByteArray& bytes)
{
    qsizetype lines = 0;
    const char* at = bytes.constData();
    const char* end = at + bytes.size();
    while (const void* feed = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
        ++lines;
        at = static_cast<const char*>(feed) + 1;
    }
    return lines;
}

}  // namespace

QList<Outcome> expositionBench()
{
    const std::array pages{page(1), page(2)};
    ExpositionStore store;
    const Result<ExpositionSelector> selector =
        ExpositionSelector::parse(QStringLiteral("node_subsystem3_operation_3_total{device=~\"nvme1.*\"}"));
    const int watched = store.addSelector(*selector);
    int turn = 0;
    bool good = true;
    const double ours = medianMs(15, [&] {
        ++turn;
        good = store.scrape(pages[static_cast<std::size_t>(turn % 2)], std::chrono::seconds(turn), nullptr) && good;
    });
    good = good && store.lookupCount() == 0 && store.rate(watched).has_value();

    QHash<QString, double> values;
    qsizetype found = 0;
    const double plain = medianMs(5, [&] {
        ++turn;
        found = splitIntoStrings(pages[static_cast<std::size_t>(turn % 2)], &values);
    });
    good = good && found == store.seriesCount();

    qsizetype lines = 0;
    const double walk = medianMs(15, [&] { lines = countLines(pages[0]); });
    const QString note =
        QStringLiteral("%1 series, %2 lines, %3 MB; %4")
            .arg(store.seriesCount())
            .arg(lines)
            .arg(static_cast<double>(pages[0].size()) / 1e6, 0, 'f', 1)
            .arg(good ? QStringLiteral("both read the same series") : QStringLiteral("RESULTS DIFFER"));

    ExpositionStore fresh;
    const double first = medianMs(5, [&] {
        ExpositionStore once;
        once.scrape(pages[0], std::chrono::seconds(1), nullptr);
    });
    return {{QStringLiteral("10 MB metrics page into the store"), QStringLiteral("QString split"), good ? ours : 1e9,
             plain, 20, false, note},
            {QStringLiteral("the first page, nothing known yet"),
             QStringLiteral("QString split"),
             first,
             plain,
             3,
             false,
             {}},
            {QStringLiteral("10 MB metrics page into the store"),
             QStringLiteral("memchr over its lines"),
             ours,
             walk,
             15,
             true,
             {}}};
}

}  // namespace cockpit::bench
