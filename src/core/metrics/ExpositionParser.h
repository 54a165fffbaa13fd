// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/metrics/ExpositionScanner.h"

#include <QList>
#include <QString>

#include <optional>

namespace cockpit {

/// One sample of a page.
struct ExpositionSample {
    struct Label {
        QString name;
        QString value;
    };
    QString name;         ///< with the suffix: "http_seconds_bucket"
    QList<Label> labels;  ///< in the page's order, escapes undone
    double value = 0;     ///< may be NaN or infinite
    std::optional<qint64> timestampMs;

    /// The series as the format writes it: `name{label="value"}`.
    QString series() const;
};

/// Samples that belong to one metric; the parts of a histogram or summary are in their metric's family.
struct ExpositionFamily {
    QString name;
    QString type = QStringLiteral("untyped");  ///< "counter", "gauge", "histogram", "summary", "untyped"
    QString help;
    QList<ExpositionSample> samples;
};

struct Exposition {
    QList<ExpositionFamily> families;  ///< in order of first mention
    qsizetype sampleCount = 0;
};

/// Reads a whole page of the Prometheus text format 0.0.4 (see ExpositionScanner for what is refused).
/// Nothing on failure; `problem` then says where. Thread: any.
std::optional<Exposition> parseExposition(QByteArrayView page, ExpositionProblem* problem,
                                          const ExpositionLimits& limits = {});

/// A number as the format writes it: "NaN", "+Inf", "-Inf", else the shortest text that reads back the same.
QString expositionNumber(double value);

}  // namespace cockpit
