// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Hostile metrics pages: whatever comes, the readers neither crash nor disagree with each other.
#include "core/metrics/ExpositionParser.h"
#include "core/metrics/ExpositionSelector.h"
#include "core/metrics/ExpositionStore.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

cockpit::ExpositionLimits smallLimits()
{
    cockpit::ExpositionLimits limits;
    limits.bytes = 64 * 1024;
    limits.samples = 500;
    limits.labels = 8;
    limits.labelValue = 64;
    return limits;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace cockpit;
    const QByteArrayView page(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    const ExpositionLimits limits = smallLimits();

    ExpositionProblem problem;
    const std::optional<Exposition> exposition = parseExposition(page, &problem, limits);
    require(exposition.has_value() != !problem.message.isEmpty());

    // The store takes and refuses the same pages, the first time and when it knows them.
    ExpositionStore store(limits);
    const Result<ExpositionSelector> everything = ExpositionSelector::parse(QStringLiteral("{__name__!=\"\"}"));
    require(everything.ok());
    const int all = store.addSelector(*everything);
    for (int turn = 0; turn < 2; ++turn) {
        ExpositionProblem again;
        const bool good = store.scrape(page, std::chrono::seconds(turn), &again);
        require(good == exposition.has_value());
        if (!good) {
            require(again.line == problem.line && again.column == problem.column);
            continue;
        }
        require(store.seriesCount() + store.duplicateCount() == exposition->sampleCount);
        require(store.matchCount(all) == store.seriesCount());
        const std::optional<double> grown = store.increase(all);
        require(turn == 0 || !grown || *grown == 0);
    }

    // A selector may hold anything a playbook's author types.
    const QString text = QString::fromUtf8(page.data(), std::min<qsizetype>(page.size(), 300));
    const Result<ExpositionSelector> selector = ExpositionSelector::parse(text);
    require(selector.ok() || !selector.error().message.isEmpty());
    return 0;
}
