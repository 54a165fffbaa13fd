// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ExpositionParser.h"

#include <QHash>
#include <QLocale>

#include <cmath>

namespace cockpit {

namespace {

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString helpText(std::string_view written)
{
    QString text = toText(written);
    if (!text.contains(u'\\'))
        return text;
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (text.at(i) == u'\\' && (next == u'n' || next == u'\\')) {
            out += next == u'n' ? u'\n' : u'\\';
            ++i;
        } else {
            out += text.at(i);
        }
    }
    return out;
}

/// Puts samples into families.
class Collector
{
public:
    ExpositionFamily& family(const QString& name)
    {
        const auto found = m_index.constFind(name);
        if (found != m_index.cend())
            return m_exposition.families[*found];
        m_index.insert(name, m_exposition.families.size());
        ExpositionFamily family;
        family.name = name;
        m_exposition.families.append(family);
        return m_exposition.families.last();
    }

    void add(const ExpositionScanner& scanner)
    {
        ExpositionSample sample;
        sample.name = toText(scanner.name());
        sample.value = scanner.value();
        sample.timestampMs = scanner.timestampMs();
        for (const ExpositionLabel& label : scanner.labels())
            sample.labels.append({toText(label.name), toText(label.value)});
        ++m_exposition.sampleCount;
        family(familyName(sample.name)).samples.append(std::move(sample));
    }

    Exposition take() { return std::move(m_exposition); }

private:
    QString familyName(const QString& sample) const
    {
        if (m_index.contains(sample))
            return sample;
        for (const QLatin1String suffix : {QLatin1String("_bucket"), QLatin1String("_sum"), QLatin1String("_count")}) {
            if (!sample.endsWith(suffix))
                continue;
            const QString base = sample.chopped(suffix.size());
            const auto found = m_index.constFind(base);
            if (found == m_index.cend())
                continue;
            const QString& type = m_exposition.families.at(*found).type;
            const bool bucket = suffix == QLatin1String("_bucket");
            if (type == QLatin1String("histogram") || (type == QLatin1String("summary") && !bucket))
                return base;
        }
        return sample;
    }

    Exposition m_exposition;
    QHash<QString, qsizetype> m_index;
};

}  // namespace

QString expositionNumber(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf");
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString ExpositionSample::series() const
{
    QString text = name;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QString escaped = labels.at(i).value;
        escaped.replace(u'\\', QLatin1String("\\\\"))
            .replace(u'"', QLatin1String("\\\""))
            .replace(u'\n', QLatin1String("\\n"));
        text += (i == 0 ? u'{' : u',') + labels.at(i).name + QStringLiteral("=\"") + escaped + u'"';
    }
    return labels.isEmpty() ? text : text + u'}';
}

std::optional<Exposition> parseExposition(QByteArrayView page, ExpositionProblem* problem,
                                          const ExpositionLimits& limits)
{
    ExpositionScanner scanner(page, limits);
    Collector collector;
    for (;;) {
        switch (scanner.next()) {
        case ExpositionScanner::Line::Help:
            collector.family(toText(scanner.name())).help = helpText(scanner.text());
            break;
        case ExpositionScanner::Line::Type:
            collector.family(toText(scanner.name())).type = toText(scanner.text());
            break;
        case ExpositionScanner::Line::Sample:
            if (scanner.scanSeries() && scanner.scanValue())
                collector.add(scanner);
            break;
        case ExpositionScanner::Line::End: return collector.take();
        case ExpositionScanner::Line::Failed:
            if (problem)
                *problem = scanner.problem();
            return std::nullopt;
        }
    }
}

}  // namespace cockpit
