// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/MarkdownHtml.h"

#include "core/base/SafeText.h"
#include "core/postmortem/GeneratedBlocks.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QRegularExpression>

#include <md4c-html.h>

namespace cockpit {

namespace {

constexpr qsizetype maximumMarkdown = 8 * 1024 * 1024;
// Private-use characters that stand for the edges of a generated block while md4c works; removed from the input first.
constexpr QChar blockBegin(0xE000);
constexpr QChar blockEnd(0xE001);

struct Say {
    Q_DECLARE_TR_FUNCTIONS(MarkdownHtml)
};

void appendLine(QString& out, QStringView line, int longestLine)
{
    while (longestLine > 0 && line.size() > longestLine) {
        qsizetype cut = line.lastIndexOf(QLatin1Char(' '), longestLine - 1) + 1;
        if (cut <= 0)
            cut = line.at(longestLine - 1).isHighSurrogate() ? longestLine - 1 : longestLine;
        out += line.left(cut);
        out += QLatin1String("\n\n");
        line = line.mid(cut);
    }
    out += line;
}

/// Markers become sentinel paragraphs, hidden characters become visible, long lines are split.
QString prepared(const QString& markdown, int longestLine)
{
    QString clean;
    clean.reserve(markdown.size());
    for (const QStringView line : QStringView(markdown).split(QLatin1Char('\n'))) {
        if (const auto marker = parseBlockMarker(line)) {
            clean += QLatin1Char('\n') + (marker->begin ? blockBegin : blockEnd) + QLatin1String("\n\n");
            continue;
        }
        QString visible = withVisibleFormatting(line);
        visible.remove(blockBegin);
        visible.remove(blockEnd);
        appendLine(clean, visible, longestLine);
        clean += QLatin1Char('\n');
    }
    return clean;
}

void collect(const MD_CHAR* text, MD_SIZE size, void* target)
{
    static_cast<QByteArray*>(target)->append(text, static_cast<qsizetype>(size));
}

bool linkAllowed(QStringView address)
{
    for (const auto scheme : {QLatin1String("https://"), QLatin1String("http://"), QLatin1String("mailto:")}) {
        if (address.startsWith(scheme, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// The value of `name="…"` inside one tag, still HTML-escaped.
QStringView attribute(QStringView tag, QLatin1String name)
{
    const qsizetype at = tag.indexOf(QString(name + QLatin1String("=\"")));
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 2;
    const qsizetype end = tag.indexOf(QLatin1Char('"'), begin);
    return end < 0 ? QStringView() : tag.mid(begin, end - begin);
}

QString imageHtml(QStringView tag, const MarkdownHtmlOptions& options)
{
    static const QRegularExpression evidence(QStringLiteral("\\Aevidence:([0-9a-f]{64})\\z"));
    const QStringView description = attribute(tag, QLatin1String("alt"));
    const auto match = evidence.match(attribute(tag, QLatin1String("src")).toString());
    if (match.hasMatch()) {
        const QString source = options.imageSource ? options.imageSource(match.captured(1)) : match.captured(0);
        if (!source.isEmpty())
            return QStringLiteral("<img src=\"%1\" alt=\"%2\">").arg(source.toHtmlEscaped(), description);
    }
    return QStringLiteral("<em>[%1]</em>")
        .arg(Say::tr("image not shown: %1")
                 .toHtmlEscaped()
                 .arg(description.isEmpty() ? QStringView(u"\u2026") : description));
}

/// Rewrites the tags of md4c's output that could reach outside. With raw HTML switched off every `<` in it is md4c's
/// own, so that looking for its exact tags is enough.
class TagFilter
{
public:
    TagFilter(QString html, const MarkdownHtmlOptions& options)
        : m_html(std::move(html))
        , m_options(options)
    {
    }

    QString filtered()
    {
        qsizetype at = 0;
        while (at < m_html.size()) {
            const qsizetype open = m_html.indexOf(QLatin1Char('<'), at);
            if (open < 0)
                break;
            m_out += QStringView(m_html).mid(at, open - at);
            const qsizetype close = m_html.indexOf(QLatin1Char('>'), open);
            if (close < 0) {
                at = m_html.size();
                break;
            }
            appendTag(QStringView(m_html).mid(open, close + 1 - open));
            at = close + 1;
        }
        m_out += QStringView(m_html).mid(at);
        return m_out;
    }

private:
    void appendTag(QStringView tag)
    {
        if (tag.startsWith(QLatin1String("<a "))) {
            const QStringView address = attribute(tag, QLatin1String("href"));
            m_blockedLink = !linkAllowed(address);
            m_out += m_blockedLink ? QStringLiteral("<span>") : QStringLiteral("<a href=\"%1\">").arg(address);
        } else if (tag == QLatin1String("</a>")) {
            m_out += m_blockedLink
                         ? QStringLiteral("</span> <em>[%1]</em>").arg(Say::tr("link removed").toHtmlEscaped())
                         : QStringLiteral("</a>");
            m_blockedLink = false;
        } else if (tag.startsWith(QLatin1String("<img "))) {
            m_out += imageHtml(tag, m_options);
        } else if (tag.startsWith(QLatin1String("<input "))) {
            m_out += tag.contains(QLatin1String(" checked")) ? QStringLiteral("\u2611 ") : QStringLiteral("\u2610 ");
        } else {
            m_out += tag;
        }
    }

    QString m_html;
    const MarkdownHtmlOptions& m_options;
    QString m_out;
    bool m_blockedLink = false;
};

/// Sentinel paragraphs at the top level become a <div>; ones that ended up elsewhere vanish.
QString withBlockDivs(const QString& html)
{
    const QString begin = QStringLiteral("<p>%1</p>").arg(blockBegin);
    const QString end = QStringLiteral("<p>%1</p>").arg(blockEnd);
    QString out;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = html.indexOf(begin, at);
        const qsizetype close = open < 0 ? -1 : html.indexOf(end, open);
        if (close < 0)
            break;
        out += QStringView(html).mid(at, open - at);
        out += QLatin1String("<div class=\"generated\">");
        out += QStringView(html).mid(open + begin.size(), close - open - begin.size());
        out += QLatin1String("</div>");
        at = close + end.size();
    }
    out += QStringView(html).mid(at);
    out.remove(begin).remove(end).remove(blockBegin).remove(blockEnd);
    return out;
}

bool isWordCharacter(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

bool needsBackslash(const QString& text, qsizetype at)
{
    const QChar character = text.at(at);
    static const QString always = QStringLiteral("\\`*[]<>|~");
    if (always.contains(character))
        return true;
    if (character == QLatin1Char('_'))
        return !(isWordCharacter(text, at - 1) && isWordCharacter(text, at + 1));
    const QChar before = at > 0 ? text.at(at - 1) : QChar();
    const QChar after = at + 1 < text.size() ? text.at(at + 1) : QChar();
    if (character == QLatin1Char('{'))  // of a template, not of Markdown
        return after == character || before == character;
    if (character == QLatin1Char('@') || (character == QLatin1Char(':') && after == QLatin1Char('/')))
        return true;  // would become a link by itself
    if (character == QLatin1Char('.') && before.toLower() == QLatin1Char('w'))
        return true;
    if (character == QLatin1Char('&'))
        return at + 1 < text.size() && (isWordCharacter(text, at + 1) || text.at(at + 1) == QLatin1Char('#'));
    if (at == 0)
        return character == QLatin1Char('#') || character == QLatin1Char('-') || character == QLatin1Char('+') ||
               character == QLatin1Char('=');
    if (character != QLatin1Char('.') && character != QLatin1Char(')'))
        return false;
    for (qsizetype i = 0; i < at; ++i) {
        if (!text.at(i).isDigit())
            return false;
    }
    return true;
}

}  // namespace

Result<QString> markdownToHtml(const QString& markdown, const MarkdownHtmlOptions& options)
{
    if (markdown.size() > maximumMarkdown)
        return fail(ErrorKind::TooLarge,
                    Say::tr("The text is longer than 8 million characters; move parts of it into evidence files."));
    const QByteArray source = prepared(markdown, options.longestLine).toUtf8();
    QByteArray html;
    html.reserve(source.size() * 2);
    const unsigned parserFlags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    if (md_html(source.constData(), static_cast<MD_SIZE>(source.size()), collect, &html, parserFlags, 0) != 0)
        return fail(ErrorKind::Malformed, Say::tr("The Markdown could not be read; shorten or simplify the text."));
    return withBlockDivs(TagFilter(QString::fromUtf8(html), options).filtered());
}

QString markdownEscaped(const QString& text, int maximum)
{
    const QString line = safeLine(text, maximum).simplified();
    QString out;
    out.reserve(line.size() + 16);
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (needsBackslash(line, i))
            out += QLatin1Char('\\');
        out += line.at(i);
    }
    return out;
}

}  // namespace cockpit
