// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/metrics/ExpositionScanner.h"
#include "core/metrics/ExpositionSelector.h"

#include <QByteArrayView>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cockpit {

/// The latest page of one exporter, with what is needed to turn counters into rates. A page lists its series in the
/// same order each time, so each line is first compared with the series that followed last time; only a line that
/// differs is taken apart and looked up. A page of 10 MB takes a few milliseconds. Thread: one at a time.
class ExpositionStore
{
public:
    explicit ExpositionStore(ExpositionLimits limits = {});

    /// Names series of interest; the answer is the handle for the questions below. Add before the first scrape.
    int addSelector(ExpositionSelector selector);

    /// Takes one page, read at `at` (monotonic). On failure everything stays as the last good page left it.
    bool scrape(QByteArrayView page, Milliseconds at, ExpositionProblem* problem);

    /// Series of the last good page that match.
    qsizetype matchCount(int selector) const;
    /// Sum over them; nothing when none matches or the sum is not a number.
    std::optional<double> sum(int selector) const;
    /// How much the matching counters grew since the good page before; a fall is a reset and counts from 0, as does a
    /// series that is new on the page. Nothing before the second page, when none matches, or for values that are no
    /// numbers.
    std::optional<double> increase(int selector) const;
    /// The increase per second.
    std::optional<double> rate(int selector) const;
    /// Increase of one per increase of the other. Nothing grew in either: 0. No series of `of`: 0 (a counter of errors
    /// appears with the first error). No series of `to`, or growth in `of` alone: nothing.
    std::optional<double> ratio(int of, int to) const;

    bool hasTwoPages() const { return m_pages >= 2; }
    qsizetype seriesCount() const { return static_cast<qsizetype>(m_order.size()); }
    /// Lines of the last good page that repeated a series; the first one counts.
    qsizetype duplicateCount() const { return m_duplicates; }
    /// Lines of the last good page that were not where the page before had them.
    qsizetype lookupCount() const { return m_lookups; }
    /// Value of one series, named as the page writes it.
    std::optional<double> value(std::string_view series) const;

private:
    struct Series {
        std::size_t keyAt = 0;
        std::uint32_t keySize = 0;
        std::uint32_t place = 0;   ///< in m_order
        std::uint32_t seenIn = 0;  ///< number of the attempt that read it last
        bool known = false;        ///< `last` holds a value of a good page
        double last = 0;           ///< value on the latest good page that had it
        double incoming = 0;
    };
    struct Watch {
        ExpositionSelector selector;
        std::vector<std::uint32_t> series;
        qsizetype matches = 0;
        double sum = 0;
        double increase = 0;
    };

    std::string_view key(const Series& series) const
    {
        return std::string_view(m_keys).substr(series.keyAt, series.keySize);
    }
    bool read(QByteArrayView page, ExpositionProblem* problem);
    std::uint32_t locate(ExpositionScanner& scanner, std::size_t* place);
    std::uint32_t find(std::string_view series) const;
    std::uint32_t insert(const ExpositionScanner& scanner);
    void growTable();
    void commit(Milliseconds at);
    void forgetVanished();

    static constexpr std::uint32_t none = 0xffffffffU;

    const ExpositionLimits m_limits;
    std::vector<Watch> m_watches;
    std::string m_keys;  ///< the texts of all series, one behind the other
    std::vector<Series> m_series;
    std::vector<std::uint32_t> m_table;     ///< open addressing over m_series; a power of two long
    std::vector<std::uint32_t> m_order;     ///< series of the last good page, as they came
    std::vector<std::uint32_t> m_incoming;  ///< the same, while a page is read
    std::uint32_t m_attempt = 0;
    qsizetype m_incomingDuplicates = 0;
    qsizetype m_incomingLookups = 0;
    qsizetype m_duplicates = 0;
    qsizetype m_lookups = 0;
    int m_pages = 0;
    Milliseconds m_at{0};
    Milliseconds m_elapsed{0};
};

}  // namespace cockpit
