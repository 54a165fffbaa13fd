// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlText.h"

#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit::adapters::postgres {

namespace {

constexpr unsigned int4Type = 23;
constexpr unsigned int8Type = 20;
constexpr unsigned numericType = 1700;
constexpr unsigned textType = 25;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

bool isWordStart(QChar character)
{
    return character.isLetter() || character == QLatin1Char('_') || character.unicode() > 127;
}

bool isWordPart(QChar character)
{
    return isWordStart(character) || character.isDigit() || character == QLatin1Char('$');
}

class Scanner
{
public:
    explicit Scanner(const QString& sql)
        : m_sql(sql)
    {
    }

    SqlScan scan()
    {
        while (m_at < m_sql.size()) {
            const QChar character = m_sql.at(m_at);
            if (character == QLatin1Char('\''))
                skipString(false);
            else if (character == QLatin1Char('"'))
                quotedIdentifier();
            else if (sees("--"))
                skipTo(m_sql.indexOf(QLatin1Char('\n'), m_at), 1, true);
            else if (sees("/*"))
                skipBlockComment();
            else if (character == QLatin1Char('$') && skipDollarQuote())
                continue;
            else if (isWordStart(character))
                word();
            else
                sign(character);
        }
        if (m_scan.end < 0)
            m_scan.end = m_sql.size();
        return m_scan;
    }

private:
    bool sees(const char* text) const { return QStringView(m_sql).mid(m_at).startsWith(QLatin1String(text)); }

    void sign(QChar character)
    {
        if (character == QLatin1Char('(') || character == QLatin1Char('['))
            ++m_depth;
        else if (character == QLatin1Char(')') || character == QLatin1Char(']'))
            --m_depth;
        else if (character == QLatin1Char(';') && m_depth == 0 && m_scan.end < 0)
            m_scan.end = m_at;
        else if (character == QLatin1Char('$'))
            parameter();
        m_scan.bare += character;
        ++m_at;
    }

    void parameter()
    {
        qsizetype end = m_at + 1;
        while (end < m_sql.size() && m_sql.at(end) >= QLatin1Char('0') && m_sql.at(end) <= QLatin1Char('9'))
            ++end;
        if (end > m_at + 1)
            m_scan.parameters.append({m_at, end - m_at, m_sql.mid(m_at + 1, end - m_at - 1).toInt()});
    }

    void skipTo(qsizetype end, qsizetype length, bool endOfTextIsFine)
    {
        if (end < 0 && !endOfTextIsFine)
            m_scan.complete = false;
        m_at = end < 0 ? m_sql.size() : end + length;
        m_scan.bare += QLatin1Char(' ');
    }

    void skipString(bool escapes)
    {
        qsizetype at = m_at + 1;
        while (at < m_sql.size() && m_sql.at(at) != QLatin1Char('\''))
            at += escapes && m_sql.at(at) == QLatin1Char('\\') ? 2 : 1;
        skipTo(at < m_sql.size() ? at : -1, 1, false);
    }

    void quotedIdentifier()
    {
        const qsizetype end = m_sql.indexOf(QLatin1Char('"'), m_at + 1);
        m_scan.words.append(m_sql.mid(m_at + 1, end < 0 ? -1 : end - m_at - 1).toLower());
        skipTo(end, 1, false);
    }

    void skipBlockComment()
    {
        int depth = 0;
        do {
            if (sees("/*")) {
                ++depth;
                m_at += 2;
            } else if (sees("*/")) {
                --depth;
                m_at += 2;
            } else {
                ++m_at;
            }
        } while (depth > 0 && m_at < m_sql.size());
        m_scan.complete = m_scan.complete && depth == 0;
        m_scan.bare += QLatin1Char(' ');
    }

    bool skipDollarQuote()
    {
        static const QRegularExpression tag(
            QStringLiteral("\\G\\$([A-Za-z_\\x{80}-\\x{FFFF}][A-Za-z0-9_\\x{80}-\\x{FFFF}]*)?\\$"));
        const auto match = tag.match(m_sql, m_at);
        if (!match.hasMatch())
            return false;
        const QString quote = match.captured();
        skipTo(m_sql.indexOf(quote, m_at + quote.size()), quote.size(), false);
        return true;
    }

    void word()
    {
        const qsizetype from = m_at;
        while (m_at < m_sql.size() && isWordPart(m_sql.at(m_at)))
            ++m_at;
        const QString text = m_sql.mid(from, m_at - from).toLower();
        if (text == QLatin1String("e") && m_at < m_sql.size() && m_sql.at(m_at) == QLatin1Char('\'')) {
            skipString(true);
            return;
        }
        m_scan.words.append(text);
        if (m_depth == 0)
            m_scan.top.append({text, from});
        m_scan.bare += m_sql.mid(from, m_at - from);
    }

    const QString& m_sql;
    qsizetype m_at = 0;
    int m_depth = 0;
    SqlScan m_scan;
};

Parameter parameterFor(const InputSpec& input, const QString& value)
{
    if (value.isEmpty())
        return {textType, std::nullopt};
    unsigned type = textType;
    if (input.type == InputSpec::Type::Integer) {
        bool fits = false;
        value.toInt(&fits);
        type = fits ? int4Type : int8Type;
    } else if (input.type == InputSpec::Type::Number) {
        type = numericType;
    }
    return {type, value.toUtf8()};
}

}  // namespace

SqlScan scanSql(const QString& sql)
{
    return Scanner(sql).scan();
}

Result<Statement> bindSql(const QString& sql, const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    const QString bare = scanSql(sql).bare;
    const QStringList names = placeholderNames(sql);
    if (placeholderNames(bare).size() != names.size())
        return fail(ErrorKind::InvalidInput, Say::tr("A placeholder stands inside quotes or a comment; write {{name}} "
                                                     "without quotes, it is sent as a value"));
    static const QRegularExpression numbered(QStringLiteral("\\$\\d"));
    if (numbered.match(bare).hasMatch())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("Write {{name}} instead of $1, so that the step's inputs can be checked"));
    Statement statement;
    QStringList order;
    for (const QString& name : names) {
        if (order.contains(name))
            continue;
        const auto input =
            std::find_if(spec.inputs.begin(), spec.inputs.end(), [&](const auto& one) { return one.id == name; });
        if (input == spec.inputs.end())
            return fail(ErrorKind::InvalidInput,
                        Say::tr("The SQL uses {{%1}}, but the step declares no such input").arg(name));
        order.append(name);
        statement.parameters.append(parameterFor(*input, inputs.value(name)));
    }
    const QString text =
        fillPlaceholders(sql, [&](const QString& name) { return QStringLiteral("$%1").arg(order.indexOf(name) + 1); });
    if (scanSql(text).bare.contains(QLatin1String("{{")))
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The SQL holds {{ that is not a placeholder; names are lower-case letters and digits"));
    statement.sql = text.toUtf8();
    return statement;
}

}  // namespace cockpit::adapters::postgres
