// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ExpositionStore.h"

#include <QHashFunctions>

#include <cmath>

namespace cockpit {

namespace {

constexpr std::size_t smallestTable = 64;
constexpr std::size_t keptVanished = 1'024;

std::size_t slotOf(std::string_view key, std::size_t tableSize)
{
    // Seeded per process: a hostile page cannot choose its collisions.
    return qHashBits(key.data(), key.size(), QHashSeed::globalSeed()) & (tableSize - 1);
}

std::optional<double> number(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace

ExpositionStore::ExpositionStore(ExpositionLimits limits)
    : m_limits(limits)
    , m_table(smallestTable, none)
{
}

int ExpositionStore::addSelector(ExpositionSelector selector)
{
    m_watches.push_back({std::move(selector), {}, 0, 0, 0});
    return static_cast<int>(m_watches.size()) - 1;
}

bool ExpositionStore::scrape(QByteArrayView page, Milliseconds at, ExpositionProblem* problem)
{
    ++m_attempt;
    m_incoming.clear();
    m_incomingDuplicates = 0;
    m_incomingLookups = 0;
    const bool good = read(page, problem);
    if (good)
        commit(at);
    if (m_series.size() > 2 * m_order.size() + keptVanished)
        forgetVanished();
    return good;
}

bool ExpositionStore::read(QByteArrayView page, ExpositionProblem* problem)
{
    ExpositionScanner scanner(page, m_limits);
    std::size_t place = 0;
    for (;;) {
        const ExpositionScanner::Line line = scanner.next();
        if (line == ExpositionScanner::Line::End)
            return true;
        if (line == ExpositionScanner::Line::Sample) {
            const std::uint32_t id = locate(scanner, &place);
            if (id != none && scanner.scanValue()) {
                Series& series = m_series[id];
                if (series.seenIn == m_attempt) {
                    ++m_incomingDuplicates;
                } else {
                    series.seenIn = m_attempt;
                    series.incoming = scanner.value();
                    m_incoming.push_back(id);
                }
            }
        } else if (line == ExpositionScanner::Line::Failed) {
            if (problem)
                *problem = scanner.problem();
            return false;
        }
    }
}

std::uint32_t ExpositionStore::locate(ExpositionScanner& scanner, std::size_t* place)
{
    if (*place < m_order.size()) {
        const std::uint32_t expected = m_order[*place];
        if (scanner.takeSeries(key(m_series[expected]))) {
            ++*place;
            return expected;
        }
    }
    if (!scanner.scanSeries())
        return none;
    ++m_incomingLookups;
    std::uint32_t id = find(scanner.series());
    if (id == none)
        id = insert(scanner);
    const std::size_t before = m_series[id].place;
    if (before < m_order.size() && m_order[before] == id)
        *place = before + 1;
    return id;
}

std::uint32_t ExpositionStore::find(std::string_view series) const
{
    for (std::size_t slot = slotOf(series, m_table.size());; slot = (slot + 1) & (m_table.size() - 1)) {
        const std::uint32_t id = m_table[slot];
        if (id == none || key(m_series[id]) == series)
            return id;
    }
}

std::uint32_t ExpositionStore::insert(const ExpositionScanner& scanner)
{
    if ((m_series.size() + 1) * 2 > m_table.size())
        growTable();
    const std::string_view text = scanner.series();
    const auto id = static_cast<std::uint32_t>(m_series.size());
    Series series;
    series.keyAt = m_keys.size();
    series.keySize = static_cast<std::uint32_t>(text.size());
    series.place = none;
    m_keys.append(text);
    m_series.push_back(series);
    std::size_t slot = slotOf(text, m_table.size());
    while (m_table[slot] != none)
        slot = (slot + 1) & (m_table.size() - 1);
    m_table[slot] = id;
    for (Watch& watch : m_watches) {
        if (watch.selector.matches(scanner.name(), scanner.labels()))
            watch.series.push_back(id);
    }
    return id;
}

void ExpositionStore::growTable()
{
    m_table.assign(m_table.size() * 2, none);
    for (std::uint32_t id = 0; id < m_series.size(); ++id) {
        std::size_t slot = slotOf(key(m_series[id]), m_table.size());
        while (m_table[slot] != none)
            slot = (slot + 1) & (m_table.size() - 1);
        m_table[slot] = id;
    }
}

void ExpositionStore::commit(Milliseconds at)
{
    for (Watch& watch : m_watches) {
        watch.matches = 0;
        watch.sum = 0;
        watch.increase = 0;
        for (const std::uint32_t id : watch.series) {
            const Series& series = m_series[id];
            if (series.seenIn != m_attempt)
                continue;
            ++watch.matches;
            watch.sum += series.incoming;
            const bool continues = series.known && !(series.incoming < series.last);
            watch.increase += continues ? series.incoming - series.last : series.incoming;
        }
    }
    for (std::size_t i = 0; i < m_incoming.size(); ++i) {
        Series& series = m_series[m_incoming[i]];
        series.last = series.incoming;
        series.known = true;
        series.place = static_cast<std::uint32_t>(i);
    }
    m_order.swap(m_incoming);
    m_duplicates = m_incomingDuplicates;
    m_lookups = m_incomingLookups;
    m_elapsed = at - m_at;
    m_at = at;
    if (m_pages < 2)
        ++m_pages;
}

void ExpositionStore::forgetVanished()
{
    std::vector<std::uint32_t> newId(m_series.size(), none);
    std::vector<Series> kept;
    std::string keys;
    kept.reserve(m_order.size());
    for (std::uint32_t& id : m_order) {
        newId[id] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(m_series[id]);
        kept.back().keyAt = keys.size();
        keys.append(key(m_series[id]));
        id = newId[id];
    }
    m_series.swap(kept);
    m_keys.swap(keys);
    for (Watch& watch : m_watches) {
        std::vector<std::uint32_t> series;
        for (const std::uint32_t id : watch.series) {
            if (newId[id] != none)
                series.push_back(newId[id]);
        }
        watch.series.swap(series);
    }
    m_table.resize(m_table.size() / 2);
    growTable();
}

qsizetype ExpositionStore::matchCount(int selector) const
{
    return m_watches.at(static_cast<std::size_t>(selector)).matches;
}

std::optional<double> ExpositionStore::sum(int selector) const
{
    const Watch& watch = m_watches.at(static_cast<std::size_t>(selector));
    return watch.matches == 0 ? std::nullopt : number(watch.sum);
}

std::optional<double> ExpositionStore::increase(int selector) const
{
    const Watch& watch = m_watches.at(static_cast<std::size_t>(selector));
    return watch.matches == 0 || !hasTwoPages() ? std::nullopt : number(watch.increase);
}

std::optional<double> ExpositionStore::rate(int selector) const
{
    const std::optional<double> grown = increase(selector);
    if (!grown || m_elapsed.count() <= 0)
        return std::nullopt;
    return *grown * 1000.0 / static_cast<double>(m_elapsed.count());
}

std::optional<double> ExpositionStore::ratio(int of, int to) const
{
    const std::optional<double> whole = increase(to);
    const std::optional<double> part = matchCount(of) == 0 && hasTwoPages() ? std::optional(0.0) : increase(of);
    if (!whole || !part)
        return std::nullopt;
    if (*whole == 0)
        return *part == 0 ? std::optional(0.0) : std::nullopt;
    return number(*part / *whole);
}

std::optional<double> ExpositionStore::value(std::string_view series) const
{
    const std::uint32_t id = find(series);
    if (id == none)
        return std::nullopt;
    const Series& found = m_series[id];
    const bool onLastPage = found.place < m_order.size() && m_order[found.place] == id;
    return onLastPage ? std::optional(found.last) : std::nullopt;
}

}  // namespace cockpit
