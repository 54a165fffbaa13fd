// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cockpit {

/// What a page may cost. Beyond it the page is refused, never read in part.
struct ExpositionLimits {
    qsizetype bytes = 16 * 1024 * 1024;
    qsizetype samples = 200'000;
    qsizetype labels = 64;         ///< per series
    qsizetype labelValue = 1'024;  ///< bytes, as written on the page
};

/// Where and why a page was refused.
struct ExpositionProblem {
    int line = 0;    ///< 1-based; 0: about the page as a whole
    int column = 0;  ///< 1-based, in characters
    QString message;

    /// "line 3, column 14: expected a number, found "abc""
    QString text() const;
};

/// A label with its escapes undone. The views live as long as the scanner stays on the series.
struct ExpositionLabel {
    std::string_view name;
    std::string_view value;
};

/// Walks over a page of the Prometheus text format 0.0.4, one line after the other, without copying.
/// It takes what Prometheus' own scraper takes and refuses what that refuses (a carriage return before the line feed,
/// an exemplar, an unknown type, invalid UTF-8 in a label), and beyond that a missing comma between labels, a line feed
/// in a label value, and a repeated label name.
class ExpositionScanner
{
public:
    enum class Line { End, Failed, Help, Type, Sample };

    ExpositionScanner(QByteArrayView page, const ExpositionLimits& limits);

    /// Moves on to the next line that says something. For Sample, the series is next: scanSeries() or takeSeries(), and
    /// then scanValue().
    Line next();

    /// Reads the name and the labels.
    bool scanSeries();
    /// Steps over the series if it is, byte for byte, `key`. Reads nothing else.
    bool takeSeries(std::string_view key)
    {
        const auto size = static_cast<std::ptrdiff_t>(key.size());
        if (m_end - m_at <= size || std::char_traits<char>::compare(m_at, key.data(), key.size()) != 0)
            return false;
        const char* after = m_at + size;
        if (key.back() != '}') {
            if (*after != ' ' && *after != '\t')
                return false;
            while (after < m_end && (*after == ' ' || *after == '\t'))
                ++after;
            if (after == m_end || *after == '{')
                return false;
        }
        m_at = after;
        return true;
    }
    /// Reads the value, the timestamp if there is one, and the end of the line.
    bool scanValue();

    std::string_view name() const { return m_name; }  ///< of the series, or of the metric that Help and Type speak of
    std::string_view series() const { return m_series; }  ///< name and labels as written
    const std::vector<ExpositionLabel>& labels() const { return m_labels; }
    double value() const { return m_value; }
    std::optional<qint64> timestampMs() const { return m_timestampMs; }
    std::string_view text() const { return m_text; }  ///< help with its escapes as written, or the type's name

    const ExpositionProblem& problem() const { return m_problem; }

private:
    bool scanComment(Line* line);
    bool scanName();
    bool scanLabel();
    bool scanQuoted();
    bool checkLabel(std::string_view name);
    bool scanNumber();
    bool scanWord();
    bool scanTimestamp();
    bool endLine();
    bool failed(const char* at, const QString& message);
    QString found(const char* at) const;
    void skipBlanks();
    void skipRest();
    static bool isBlank(char c) { return c == ' ' || c == '\t'; }
    bool atLineEnd() const { return m_at == m_end || *m_at == '\n'; }

    const ExpositionLimits m_limits;
    const char* m_at;
    const char* m_end;
    const char* m_lineStart;
    int m_line = 0;
    qsizetype m_samples = 0;

    std::string_view m_name;
    std::string_view m_series;
    std::string_view m_text;
    std::vector<ExpositionLabel> m_labels;
    std::vector<std::string> m_decoded;
    std::size_t m_decodedUsed = 0;
    double m_value = 0;
    std::optional<qint64> m_timestampMs;
    ExpositionProblem m_problem;
};

}  // namespace cockpit
