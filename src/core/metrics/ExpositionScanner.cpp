// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ExpositionScanner.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <cstring>

namespace cockpit {

namespace {

enum CharacterClass : unsigned char { NameStart = 1, NameRest = 2, LabelStart = 4, LabelRest = 8 };

constexpr std::array<unsigned char, 256> characterClasses()
{
    std::array<unsigned char, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool digit = c >= '0' && c <= '9';
        unsigned mask = 0;
        if (letter)
            mask |= NameStart | NameRest | LabelStart | LabelRest;
        if (c == ':')
            mask |= NameStart | NameRest;
        if (digit)
            mask |= NameRest | LabelRest;
        classes[c] = static_cast<unsigned char>(mask);
    }
    return classes;
}

constexpr auto classes = characterClasses();

bool is(char c, CharacterClass wanted)
{
    return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

std::string_view between(const char* from, const char* to)
{
    return {from, static_cast<std::size_t>(to - from)};
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exposition)
};

bool isUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoded.isNull() && !decoder.hasError();
}

std::string unescaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char next = text[++i];
        if (next == 'n')
            out += '\n';
        else if (next == '\\' || next == '"')
            out += next;
        else
            out.append({'\\', next});  // as Prometheus: an escape it does not know stays as it is
    }
    return out;
}

}  // namespace

QString ExpositionProblem::text() const
{
    if (line == 0)
        return message;
    return QCoreApplication::translate("Exposition", "line %1, column %2: %3").arg(line).arg(column).arg(message);
}

ExpositionScanner::ExpositionScanner(QByteArrayView page, const ExpositionLimits& limits)
    : m_limits(limits)
    , m_at(page.data())
    , m_end(page.data() + page.size())
    , m_lineStart(page.data())
{
    m_decoded.resize(static_cast<std::size_t>(limits.labels));
    if (page.size() > limits.bytes) {
        m_problem.message = Words::tr("the page has %1 bytes; at most %2 are read").arg(page.size()).arg(limits.bytes);
        m_at = m_end;
    }
}

ExpositionScanner::Line ExpositionScanner::next()
{
    if (!m_problem.message.isEmpty())
        return Line::Failed;
    while (m_at < m_end) {
        m_lineStart = m_at;
        ++m_line;
        skipBlanks();
        if (m_at == m_end)
            break;
        if (*m_at == '\n') {
            ++m_at;
        } else if (*m_at == '#') {
            Line line = Line::End;
            if (!scanComment(&line))
                return Line::Failed;
            if (line != Line::End)
                return line;
        } else {
            if (++m_samples > m_limits.samples) {
                failed(m_at, Words::tr("more than %1 samples").arg(m_limits.samples));
                return Line::Failed;
            }
            return Line::Sample;
        }
    }
    return Line::End;
}

bool ExpositionScanner::scanComment(Line* line)
{
    ++m_at;
    const bool spaced = m_at < m_end && isBlank(*m_at);
    skipBlanks();
    const bool keyword = spaced && m_end - m_at > 4 && isBlank(m_at[4]);
    const bool help = keyword && std::memcmp(m_at, "HELP", 4) == 0;
    const bool type = keyword && std::memcmp(m_at, "TYPE", 4) == 0;
    if (!help && !type) {
        skipRest();
        return true;
    }
    m_at += 4;
    skipBlanks();
    if (!scanName())
        return false;
    if (!atLineEnd() && !isBlank(*m_at))
        return failed(m_at, Words::tr("expected a space after the metric's name, found %1").arg(found(m_at)));
    skipBlanks();
    const char* start = m_at;
    skipRest();
    m_text = between(start, m_at > start && m_at[-1] == '\n' ? m_at - 1 : m_at);
    *line = help ? Line::Help : Line::Type;
    if (help)
        return true;
    while (!m_text.empty() && isBlank(m_text.back()))
        m_text.remove_suffix(1);
    for (const std::string_view known : {"counter", "gauge", "histogram", "summary", "untyped"}) {
        if (m_text == known)
            return true;
    }
    return failed(start,
                  Words::tr("expected counter, gauge, histogram, summary or untyped, found %1").arg(found(start)));
}

bool ExpositionScanner::scanName()
{
    const char* start = m_at;
    if (m_at == m_end || !is(*m_at, NameStart))
        return failed(m_at, Words::tr("expected the name of a metric, found %1").arg(found(m_at)));
    while (m_at < m_end && is(*m_at, NameRest))
        ++m_at;
    m_name = between(start, m_at);
    return true;
}

bool ExpositionScanner::scanSeries()
{
    m_labels.clear();
    m_decodedUsed = 0;
    const char* start = m_at;
    if (!scanName())
        return false;
    const char* end = m_at;
    skipBlanks();
    if (m_at < m_end && *m_at == '{') {
        ++m_at;
        skipBlanks();
        while (m_at < m_end && *m_at != '}') {
            if (!scanLabel())
                return false;
        }
        if (m_at == m_end)
            return failed(m_at, Words::tr("expected \"}\", found the end of the page"));
        end = ++m_at;
    } else if (end == m_at && !atLineEnd()) {
        return failed(m_at, Words::tr("expected a space, \"{\" or a value, found %1").arg(found(m_at)));
    }
    m_series = between(start, end);
    return true;
}

bool ExpositionScanner::scanLabel()
{
    const char* start = m_at;
    if (!is(*m_at, LabelStart))
        return failed(m_at, Words::tr("expected the name of a label or \"}\", found %1").arg(found(m_at)));
    while (m_at < m_end && is(*m_at, LabelRest))
        ++m_at;
    const std::string_view label = between(start, m_at);
    if (!checkLabel(label))
        return false;
    skipBlanks();
    if (m_at == m_end || *m_at != '=')
        return failed(m_at, Words::tr("expected \"=\", found %1").arg(found(m_at)));
    ++m_at;
    skipBlanks();
    if (m_at == m_end || *m_at != '"')
        return failed(m_at, Words::tr("expected a value in double quotes, found %1").arg(found(m_at)));
    m_labels.push_back({label, {}});
    if (!scanQuoted())
        return false;
    skipBlanks();
    if (m_at < m_end && *m_at == ',') {
        ++m_at;
        skipBlanks();
        return true;
    }
    if (m_at < m_end && *m_at == '}')
        return true;
    return failed(m_at, Words::tr("expected \",\" or \"}\", found %1").arg(found(m_at)));
}

bool ExpositionScanner::checkLabel(std::string_view name)
{
    if (static_cast<qsizetype>(m_labels.size()) >= m_limits.labels)
        return failed(name.data(), Words::tr("more than %1 labels on one series").arg(m_limits.labels));
    for (const ExpositionLabel& other : m_labels) {
        if (other.name == name)
            return failed(name.data(), Words::tr("the label %1 appears twice").arg(found(name.data())));
    }
    return true;
}

bool ExpositionScanner::scanQuoted()
{
    const char* start = ++m_at;
    bool escapes = false;
    bool wide = false;
    for (;; ++m_at) {
        if (atLineEnd())
            return failed(m_at, Words::tr("the label's value is not closed by a double quote"));
        if (*m_at == '"')
            break;
        if (*m_at == '\\') {
            escapes = true;
            ++m_at;
            if (atLineEnd())
                return failed(m_at, Words::tr("the label's value is not closed by a double quote"));
        }
        wide = wide || (static_cast<unsigned char>(*m_at) & 0x80U) != 0;
    }
    const std::string_view text = between(start, m_at);
    if (static_cast<qsizetype>(text.size()) > m_limits.labelValue)
        return failed(start, Words::tr("a label's value is longer than %1 bytes").arg(m_limits.labelValue));
    if (wide && !isUtf8(text))
        return failed(start, Words::tr("the label's value is not UTF-8"));
    if (escapes) {
        m_decoded[m_decodedUsed] = unescaped(text);
        m_labels.back().value = m_decoded[m_decodedUsed++];
    } else {
        m_labels.back().value = text;
    }
    ++m_at;
    return true;
}

bool ExpositionScanner::failed(const char* at, const QString& message)
{
    m_problem.line = m_line;
    m_problem.column = 1 + static_cast<int>(QString::fromUtf8(m_lineStart, at - m_lineStart).size());
    m_problem.message = message;
    m_at = m_end;
    return false;
}

QString ExpositionScanner::found(const char* at) const
{
    constexpr std::ptrdiff_t shown = 40;
    const char* end = at;
    while (end < m_end && *end != '\n' && !isBlank(*end) && end - at < shown)
        ++end;
    if (end == at)
        return at == m_end   ? Words::tr("the end of the page")
               : *at == '\n' ? Words::tr("the end of the line")
                             : Words::tr("a space");
    return QLatin1Char('"') + safeLine(QString::fromUtf8(at, end - at)) + QLatin1Char('"');
}

void ExpositionScanner::skipBlanks()
{
    while (m_at < m_end && isBlank(*m_at))
        ++m_at;
}

void ExpositionScanner::skipRest()
{
    const void* feed = std::memchr(m_at, '\n', static_cast<std::size_t>(m_end - m_at));
    m_at = feed ? static_cast<const char*>(feed) + 1 : m_end;
}

}  // namespace cockpit
