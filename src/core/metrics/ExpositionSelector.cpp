// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ExpositionSelector.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

constexpr qsizetype maximumLength = 4096;
constexpr std::size_t maximumMatchers = 64;
constexpr std::string_view nameLabel = "__name__";

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExpositionSelector)
};

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

}  // namespace

/// Reads the text of a selector. One use per object.
class ExpositionSelector::Reader
{
public:
    explicit Reader(const QString& text)
        : m_text(text)
    {
        m_selector.m_text = text.trimmed();
    }

    Result<ExpositionSelector> read()
    {
        if (m_text.size() > maximumLength)
            return fail(ErrorKind::InvalidInput, Words::tr("the selector is longer than 4096 characters"));
        skipSpace();
        m_selector.m_name = word(true).toStdString();
        skipSpace();
        if (take(u'{'))
            readMatchers();
        skipSpace();
        if (m_message.isEmpty() && m_at < m_text.size())
            wrong(Words::tr("expected the end, found %1").arg(found()));
        if (m_message.isEmpty() && m_selector.m_name.empty() && m_selector.m_matchers.empty())
            wrong(Words::tr("expected the name of a metric, found %1").arg(found()));
        if (!m_message.isEmpty()) {
            return fail(ErrorKind::InvalidInput,
                        Words::tr("the selector is wrong at character %1: %2").arg(m_problemAt + 1).arg(m_message));
        }
        return std::move(m_selector);
    }

private:
    void readMatchers()
    {
        for (skipSpace(); m_message.isEmpty() && !take(u'}'); skipSpace()) {
            if (m_selector.m_matchers.size() == maximumMatchers)
                return wrong(Words::tr("more than 64 conditions"));
            readMatcher();
            skipSpace();
            if (m_message.isEmpty() && !take(u',') && peek() != u'}')
                return wrong(Words::tr("expected \",\" or \"}\", found %1").arg(found()));
        }
    }

    void readMatcher()
    {
        Matcher matcher;
        matcher.label = word(false).toStdString();
        if (matcher.label.empty())
            return wrong(Words::tr("expected the name of a label or \"}\", found %1").arg(found()));
        skipSpace();
        if (!readOperator(&matcher.comparison))
            return wrong(Words::tr("expected =, !=, =~ or !~, found %1").arg(found()));
        skipSpace();
        const qsizetype valueAt = m_at;
        QString value;
        if (!readQuoted(&value))
            return;
        matcher.value = value.toStdString();
        if (matcher.comparison == Operator::Matches || matcher.comparison == Operator::MatchesNot) {
            // Checked before it is anchored, so that "a)(b" cannot become valid by the group added around it.
            const QRegularExpression bare(value);
            matcher.pattern = QRegularExpression(QRegularExpression::anchoredPattern(value),
                                                 QRegularExpression::DotMatchesEverythingOption);
            if (!bare.isValid() || !matcher.pattern.isValid()) {
                m_at = valueAt;
                return wrong(Words::tr("this is not a regular expression: %1")
                                 .arg(bare.isValid() ? matcher.pattern.errorString() : bare.errorString()));
            }
        }
        m_selector.m_matchers.push_back(std::move(matcher));
    }

    bool readOperator(Operator* comparison)
    {
        if (take(u'='))
            *comparison = take(u'~') ? Operator::Matches : Operator::Equal;
        else if (m_text.mid(m_at, 2) == QLatin1String("!="))
            *comparison = Operator::NotEqual, m_at += 2;
        else if (m_text.mid(m_at, 2) == QLatin1String("!~"))
            *comparison = Operator::MatchesNot, m_at += 2;
        else
            return false;
        return true;
    }

    bool readQuoted(QString* value)
    {
        const QChar quote = peek();
        if (quote != u'"' && quote != u'\'' && quote != u'`') {
            wrong(Words::tr("expected a value in quotes, found %1").arg(found()));
            return false;
        }
        const qsizetype start = m_at++;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (c == quote)
                return true;
            if (c != u'\\' || quote == u'`')
                value->append(c);
            else if (!readEscape(value))
                return false;
        }
        m_at = start;
        wrong(Words::tr("this quote is not closed"));
        return false;
    }

    bool readEscape(QString* value)
    {
        const QChar c = peek();
        if (c == u'n')
            value->append(u'\n');
        else if (c == u't')
            value->append(u'\t');
        else if (c == u'\\' || c == u'"' || c == u'\'')
            value->append(c);
        else {
            wrong(Words::tr("a backslash is written twice inside quotes, as in \"\\\\d+\""));
            return false;
        }
        ++m_at;
        return true;
    }

    QString word(bool metric)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (!isLetter(c) && !(metric && c == u':') && !(m_at > start && isDigit(c)))
                break;
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool take(QChar wanted)
    {
        if (peek() != wanted || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }
    QString found() const { return m_at < m_text.size() ? u'"' + m_text.mid(m_at, 1) + u'"' : Words::tr("the end"); }
    void wrong(const QString& message)
    {
        if (!m_message.isEmpty())
            return;
        m_message = message;
        m_problemAt = m_at;
    }

    const QString m_text;
    qsizetype m_at = 0;
    qsizetype m_problemAt = 0;
    QString m_message;
    ExpositionSelector m_selector;
};

Result<ExpositionSelector> ExpositionSelector::parse(const QString& text)
{
    return Reader(text).read();
}

bool ExpositionSelector::matches(std::string_view name, const std::vector<ExpositionLabel>& labels) const
{
    if (!m_name.empty() && name != m_name)
        return false;
    for (const Matcher& matcher : m_matchers) {
        std::string_view value = matcher.label == nameLabel ? name : std::string_view{};
        for (const ExpositionLabel& label : labels) {
            if (label.name == matcher.label)
                value = label.value;
        }
        if (!holds(matcher, value))
            return false;
    }
    return true;
}

bool ExpositionSelector::holds(const Matcher& matcher, std::string_view value)
{
    switch (matcher.comparison) {
    case Operator::Equal: return value == matcher.value;
    case Operator::NotEqual: return value != matcher.value;
    case Operator::Matches:
    case Operator::MatchesNot: break;
    }
    const QString text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    return matcher.pattern.match(text).hasMatch() == (matcher.comparison == Operator::Matches);
}

}  // namespace cockpit
