// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/YamlFile.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace cockpit {

namespace {

/// Walks over lines just closely enough to know where quotes and block texts begin.
class LineScanner
{
    Q_DECLARE_TR_FUNCTIONS(Playbook)

public:
    LineScanner(const QString& name, PlaybookProblems& problems)
        : m_name(name)
        , m_problems(problems)
    {
    }

    bool scan(const QString& line, int number)
    {
        m_line = &line;
        m_number = number;
        m_at = 0;
        while (m_at < line.size() && (line.at(m_at) == QLatin1Char(' ') || line.at(m_at) == QLatin1Char('\t'))) {
            if (line.at(m_at) == QLatin1Char('\t'))
                return fault(tr("a tab in the indentation; indent with spaces"));
            ++m_at;
        }
        if (m_at == line.size())
            return true;
        if (m_blockParent >= 0) {
            if (m_at > m_blockParent)
                return true;
            m_blockParent = -1;
        }
        m_parent = m_at;
        while (m_at < line.size()) {
            if (!token())
                return false;
        }
        return true;
    }

private:
    QChar at(qsizetype index) const { return index < m_line->size() ? m_line->at(index) : QChar(u' '); }

    bool fault(const QString& message)
    {
        m_problems.append({m_name, m_number, static_cast<int>(m_at) + 1, message});
        return false;
    }

    bool token()
    {
        const QChar here = at(m_at);
        const bool spaceFollows = at(m_at + 1).isSpace();
        switch (here.unicode()) {
        case u'#': return toEnd();
        case u'"':
        case u'\'': return quoted(here);
        case u'[':
        case u'{': ++m_flow; return step();
        case u']':
        case u'}': m_flow = std::max(0, m_flow - 1); return step();
        case u' ':
        case u'\t':
        case u',': return step();
        case u'|':
        case u'>':
            if (m_flow > 0)
                return plain();
            m_blockParent = m_parent;
            return toEnd();
        case u'-':
            if (!spaceFollows)
                return plain();
            m_parent = m_at;
            step();
            if (const qsizetype next = firstNonSpace(); at(next) != QLatin1Char('|') && at(next) != QLatin1Char('>'))
                m_parent = next;
            return true;
        case u':':
        case u'?': return spaceFollows ? step() : plain();
        default: return plain();
        }
    }

    qsizetype firstNonSpace() const
    {
        qsizetype index = m_at;
        while (index < m_line->size() && m_line->at(index) == QLatin1Char(' '))
            ++index;
        return index;
    }

    bool step()
    {
        ++m_at;
        return true;
    }

    bool toEnd()
    {
        m_at = m_line->size();
        return true;
    }

    bool quoted(QChar quote)
    {
        for (qsizetype index = m_at + 1; index < m_line->size(); ++index) {
            if (quote == QLatin1Char('"') && m_line->at(index) == QLatin1Char('\\')) {
                ++index;
            } else if (m_line->at(index) == quote) {
                if (quote == QLatin1Char('\'') && at(index + 1) == quote) {
                    ++index;
                    continue;
                }
                m_at = index + 1;
                return true;
            }
        }
        return fault(
            tr("this %1 is not closed on its line; close it, or begin a text of several lines with | or >").arg(quote));
    }

    bool plain()
    {
        ++m_at;
        for (; m_at < m_line->size(); ++m_at) {
            const QChar here = at(m_at);
            if (here == QLatin1Char(':') && at(m_at + 1).isSpace())
                return true;
            if (here == QLatin1Char('#') && at(m_at - 1).isSpace())
                return true;
            if (m_flow > 0 && QStringLiteral(",[]{}").contains(here))
                return true;
        }
        return true;
    }

    const QString& m_name;
    PlaybookProblems& m_problems;
    const QString* m_line = nullptr;
    int m_number = 0;
    qsizetype m_at = 0;
    qsizetype m_parent = 0;        ///< indentation of the entry being read
    qsizetype m_blockParent = -1;  ///< inside a block text: the indentation it must exceed
    int m_flow = 0;                ///< open brackets and braces
};

qsizetype firstControl(const QString& text)
{
    for (qsizetype index = 0; index < text.size(); ++index) {
        const ushort code = text.at(index).unicode();
        if ((code < 0x20 && code != '\n' && code != '\r' && code != '\t') || (code >= 0x7f && code < 0xa0))
            return index;
    }
    return -1;
}

void addAtEnd(const QString& name, const QString& before, const QString& message, PlaybookProblems& problems)
{
    const auto line = static_cast<int>(before.count(QLatin1Char('\n'))) + 1;
    const auto column = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1)) + 1;
    problems.append({name, line, column, message});
}

/// Where decoding first replaced bytes that are not UTF-8 (a replacement character may also stand in the file itself).
qsizetype firstReplaced(const QByteArray& bytes, const QString& decoded)
{
    qsizetype byte = 0;
    qsizetype from = 0;
    for (;;) {
        const qsizetype at = decoded.indexOf(QChar(QChar::ReplacementCharacter), from);
        if (at < 0)
            return decoded.size();
        byte += decoded.mid(from, at - from).toUtf8().size();
        if (bytes.mid(byte, 3) != QByteArrayLiteral("\xEF\xBF\xBD"))
            return at;
        byte += 3;
        from = at + 1;
    }
}

}  // namespace

bool checkText(const QString& name, const QByteArray& bytes, PlaybookProblems& problems)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError()) {
        addAtEnd(name, text.left(firstReplaced(bytes, text)),
                 QCoreApplication::translate("Playbook", "this is not UTF-8; save the file as UTF-8"), problems);
        return false;
    }
    const qsizetype control = firstControl(text);
    if (control < 0)
        return true;
    const QString code = QStringLiteral("U+%1").arg(text.at(control).unicode(), 4, 16, QLatin1Char('0'));
    addAtEnd(
        name, text.left(control),
        QCoreApplication::translate("Playbook", "the control character %1 does not belong here; remove it").arg(code),
        problems);
    return false;
}

bool checkYamlLines(const QString& name, const QStringList& lines, PlaybookProblems& problems)
{
    LineScanner scanner(name, problems);
    int number = 0;
    for (const QString& line : lines) {
        if (!scanner.scan(line, ++number))
            return false;
    }
    return true;
}

}  // namespace cockpit
