// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The part of the scanner that reads what follows a series: value, timestamp, end of line.
#include "core/metrics/ExpositionScanner.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>
#include <limits>

namespace cockpit {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exposition)
};

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        if (c != lower[i])
            return false;
    }
    return true;
}

}  // namespace

bool ExpositionScanner::scanValue()
{
    skipBlanks();
    if (!scanNumber())
        return false;
    m_timestampMs.reset();
    if (m_at < m_end && *m_at == '\n') {
        ++m_at;
        return true;
    }
    skipBlanks();
    if (!atLineEnd() && !scanTimestamp())
        return false;
    return endLine();
}

bool ExpositionScanner::scanNumber()
{
    // Most values are short whole numbers: they need no general conversion.
    constexpr std::ptrdiff_t exactDigits = 15;
    const char* p = m_at;
    qint64 whole = 0;
    while (p < m_end && *p >= '0' && *p <= '9' && p - m_at < exactDigits)
        whole = whole * 10 + (*p++ - '0');
    if (p > m_at && (p == m_end || *p == '\n' || isBlank(*p))) {
        m_value = static_cast<double>(whole);
        m_at = p;
        return true;
    }
    const char* start = m_at;
    if (p < m_end && *p == '+')
        ++start;
    const char* first = start < m_end && *start == '-' && start == m_at ? start + 1 : start;
    if (first == m_end || !((*first >= '0' && *first <= '9') || *first == '.'))
        return scanWord();
    const auto [stop, error] = std::from_chars(start, m_end, m_value);
    if (error == std::errc::invalid_argument || (stop != m_end && *stop != '\n' && !isBlank(*stop)))
        return scanWord();
    if (error == std::errc::result_out_of_range || !std::isfinite(m_value)) {
        // Too small counts as nothing, too large is refused, as the format's other readers do.
        long double wide = 0;
        if (std::from_chars(start, stop, wide).ec != std::errc{} || std::abs(wide) > 1)
            return failed(m_at, Words::tr("this number is too large: %1").arg(found(m_at)));
        m_value = 0;
    }
    m_at = stop;
    return true;
}

bool ExpositionScanner::scanWord()
{
    const char* end = m_at;
    while (end < m_end && *end != '\n' && !isBlank(*end))
        ++end;
    std::string_view word(m_at, static_cast<std::size_t>(end - m_at));
    double sign = 1;
    const bool isSigned = !word.empty() && (word.front() == '+' || word.front() == '-');
    if (isSigned) {
        sign = word.front() == '-' ? -1 : 1;
        word.remove_prefix(1);
    }
    if (equalsIgnoringCase(word, "inf") || equalsIgnoringCase(word, "infinity"))
        m_value = sign * std::numeric_limits<double>::infinity();
    else if (!isSigned && equalsIgnoringCase(word, "nan"))
        m_value = std::numeric_limits<double>::quiet_NaN();
    else if (end > m_at && end[-1] == '\r')
        return failed(end - 1, Words::tr("carriage return: lines must end with a line feed alone"));
    else
        return failed(m_at, Words::tr("expected a number, found %1").arg(found(m_at)));
    m_at = end;
    return true;
}

bool ExpositionScanner::scanTimestamp()
{
    if (*m_at == '#')
        return failed(m_at, Words::tr("exemplars belong to OpenMetrics, not to the text format 0.0.4"));
    qint64 milliseconds = 0;
    const auto [stop, error] = std::from_chars(m_at, m_end, milliseconds);
    if (error != std::errc{} || (stop != m_end && *stop != '\n' && !isBlank(*stop))) {
        if (stop != m_end && *stop == '\r')
            return failed(stop, Words::tr("carriage return: lines must end with a line feed alone"));
        return failed(m_at, Words::tr("expected a timestamp in milliseconds, found %1").arg(found(m_at)));
    }
    m_timestampMs = milliseconds;
    m_at = stop;
    skipBlanks();
    return true;
}

bool ExpositionScanner::endLine()
{
    if (m_at == m_end)
        return true;
    if (*m_at != '\n')
        return failed(m_at, Words::tr("expected the end of the line, found %1").arg(found(m_at)));
    ++m_at;
    return true;
}

}  // namespace cockpit
