// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/MarkdownHtml.h"

#include "core/base/SafeText.h"
#include "tests/core/postmortem/SampleFacts.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>
#include <QRegularExpression>

namespace cockpit::test {

namespace {

QString html(const QString& markdown, const MarkdownHtmlOptions& options = {})
{
    const Result<QString> result = markdownToHtml(markdown, options);
    EXPECT_TRUE(result.ok());
    return result.ok() ? *result : QString();
}

/// The text a reader sees.
QString visible(QString page)
{
    page.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    return page.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&amp;"), QLatin1String("&"))
        .trimmed();
}

/// What is left of a text after the one-line gate: that is what must be read back.
QString escapedAsShown(const QString& text)
{
    return safeLine(text, 300).simplified();
}

/// First thing in a page that is not on the list of harmless tags; empty when there is none.
QString firstForbidden(const QString& page)
{
    static const QRegularExpression allowed(
        QStringLiteral(
            "\\A</?(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|em|strong|del|blockquote|pre|span|div|hr|br)(?: /)?>\\z"
            "|\\A<(?:ol start=\"[0-9]+\"|li class=\"task-list-item\"|div class=\"generated\")>\\z"
            "|\\A<t[hd](?: align=\"(?:left|right|center)\")?>\\z|\\A</(?:t[hd]|a|code)>\\z"
            "|\\A<code(?: class=\"language-[^\"<>]*\")?>\\z"
            "|\\A<a href=\"(?:https?://|mailto:)[^\"<>]*\">\\z"
            "|\\A<img src=\"(?:evidence:[0-9a-f]{64}|data:image/png;base64,[A-Za-z0-9+/=]*)\" alt=\"[^\"<>]*\">\\z"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>?"));
    auto tags = tag.globalMatch(page);
    while (tags.hasNext()) {
        const QString found = tags.next().captured();
        if (!allowed.match(found).hasMatch())
            return found;
    }
    return {};
}

TEST(MarkdownHtml, ShowsRawHtmlLiterally)
{
    const QString page = html(QStringLiteral("<img src=/dev/zero> and <b>x</b>"));
    EXPECT_EQ(firstForbidden(page), QString());
    EXPECT_EQ(visible(page), QStringLiteral("<img src=/dev/zero> and <b>x</b>"));
}

TEST(MarkdownHtml, KeepsOnlyWebAndMailLinks)
{
    EXPECT_TRUE(html(QStringLiteral("[a](https://example.org/x?y=1&z=2)"))
                    .contains(QLatin1String("<a href=\"https://example.org/x?y=1&amp;z=2\">a</a>")));
    EXPECT_TRUE(html(QStringLiteral("<mailto:ops@example.org>"))
                    .contains(QLatin1String("<a href=\"mailto:ops@example.org\">")));
    for (const char* target :
         {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x",
          "//example.org/x", "notes.md", "smb://host/x", "ftp://host/x", "&#106;avascript:alert(1)"}) {
        const QString page = html(QStringLiteral("before [text](%1) after").arg(QLatin1String(target)));
        EXPECT_FALSE(page.contains(QLatin1String("<a "))) << target << qPrintable(page);
        EXPECT_TRUE(page.contains(QLatin1String("text"))) << target;
        EXPECT_TRUE(page.contains(QLatin1String("after"))) << target;
    }
}

TEST(MarkdownHtml, KeepsOnlyEvidenceImages)
{
    const QString sha(64, QLatin1Char('b'));
    EXPECT_TRUE(html(QStringLiteral("![chart](evidence:%1)").arg(sha))
                    .contains(QStringLiteral("<img src=\"evidence:%1\" alt=\"chart\">").arg(sha)));
    for (const char* target : {"file:///etc/passwd", "http://127.0.0.1/x.png", "/dev/zero", "evidence:zz",
                               "data:image/svg+xml,x", "x.png"}) {
        const QString page = html(QStringLiteral("![the chart](%1)").arg(QLatin1String(target)));
        EXPECT_FALSE(page.contains(QLatin1String("<img"))) << target;
        EXPECT_TRUE(visible(page).contains(QLatin1String("image not shown: the chart"))) << target;
    }
    MarkdownHtmlOptions options;
    options.imageSource = [](const QString& hash) {
        return hash.startsWith(QLatin1Char('b')) ? QStringLiteral("data:image/png;base64,AAAA") : QString();
    };
    EXPECT_TRUE(html(QStringLiteral("![x](evidence:%1)").arg(sha), options)
                    .contains(QLatin1String("<img src=\"data:image/png;base64,AAAA\"")));
    EXPECT_FALSE(html(QStringLiteral("![x](evidence:%1)").arg(QString(64, QLatin1Char('a'))), options)
                     .contains(QLatin1String("<img")));
}

TEST(MarkdownHtml, TaskListsAndCodeLanguages)
{
    const QString page = html(QStringLiteral("- [x] done\n- [ ] open\n\n```sql\nselect 1 < 2;\n```\n"));
    EXPECT_TRUE(page.contains(QStringLiteral("\u2611 done"))) << qPrintable(page);
    EXPECT_TRUE(page.contains(QStringLiteral("\u2610 open")));
    EXPECT_TRUE(page.contains(QLatin1String("<code class=\"language-sql\">select 1 &lt; 2;")));
    EXPECT_FALSE(page.contains(QLatin1String("<input")));
}

TEST(MarkdownHtml, MarkersBecomeBlocksAndAreNeverShown)
{
    const QString page = html(QStringLiteral(
        "# A\n<!-- cockpit:begin timeline 0123456789ab -->\n| a |\n|---|\n| 1 |\n<!-- cockpit:end timeline -->\ntail"));
    EXPECT_TRUE(page.contains(QLatin1String("<div class=\"generated\">"))) << qPrintable(page);
    EXPECT_EQ(page.count(QLatin1String("<div")), page.count(QLatin1String("</div>")));
    EXPECT_FALSE(page.contains(QLatin1String("cockpit:")));
    EXPECT_TRUE(page.contains(QLatin1String("<table>")));
    const QString torn = html(QStringLiteral(
        "<!-- cockpit:end timeline -->\n<!-- cockpit:begin x 0123456789ab -->\n```\n<!-- cockpit:end x -->\n"));
    EXPECT_EQ(torn.count(QLatin1String("<div")), torn.count(QLatin1String("</div>")));
}

TEST(MarkdownHtml, HiddenCharactersBecomeVisible)
{
    const QString page = html(QStringLiteral("gnp\u202Eexe \u200B x"));
    EXPECT_FALSE(page.contains(QChar(0x202E)));
    EXPECT_FALSE(page.contains(QChar(0x200B)));
    EXPECT_TRUE(page.contains(QLatin1String("U+202E")));
    EXPECT_TRUE(html(QStringLiteral("```\na\tb\n```")).contains(QStringLiteral("a\tb")));
}

TEST(MarkdownHtml, LongLinesAreSplitOnlyWhenAsked)
{
    const QString text(10'000, QLatin1Char('x'));
    MarkdownHtmlOptions options;
    options.longestLine = 4'096;
    EXPECT_EQ(html(text, options).count(QLatin1String("<p>")), 3);
    EXPECT_EQ(html(text).count(QLatin1String("<p>")), 1);
    EXPECT_EQ(visible(html(text, options)).count(QLatin1Char('x')), 10'000);
    EXPECT_FALSE(markdownToHtml(QString(9 * 1024 * 1024, QLatin1Char('a'))).ok());
}

TEST(MarkdownHtml, EscapedTextReadsBackUnchanged)
{
    for (const QString& text : hostileTexts()) {
        const QString escaped = markdownEscaped(text);
        for (const QString& frame :
             {QStringLiteral("%1"), QStringLiteral("- %1"), QStringLiteral("| h |\n|---|\n| %1 |")}) {
            QString markdown = frame;
            const QString page = html(markdown.replace(QLatin1String("%1"), escaped));
            EXPECT_EQ(firstForbidden(page), QString()) << qPrintable(text);
            EXPECT_TRUE(visible(page).contains(escapedAsShown(text))) << qPrintable(text) << " -> " << qPrintable(page);
            EXPECT_FALSE(page.contains(QLatin1String("<em>"))) << qPrintable(page);
            EXPECT_FALSE(page.contains(QLatin1String("<a "))) << qPrintable(page);
        }
    }
}

/// Random texts built from the characters that matter: the escaped form always reads back, and raw Markdown never gets
/// an element past the allow-list.
TEST(MarkdownHtml, RandomTextNeverLeavesTheAllowList)
{
    const QStringList pieces{QStringLiteral("<"),           QStringLiteral(">"),
                             QStringLiteral("&"),           QStringLiteral("\""),
                             QStringLiteral("'"),           QStringLiteral("["),
                             QStringLiteral("]"),           QStringLiteral("("),
                             QStringLiteral(")"),           QStringLiteral("!"),
                             QStringLiteral("`"),           QStringLiteral("*"),
                             QStringLiteral("_"),           QStringLiteral("~"),
                             QStringLiteral("|"),           QStringLiteral("\\"),
                             QStringLiteral("#"),           QStringLiteral("-"),
                             QStringLiteral("+"),           QStringLiteral("1."),
                             QStringLiteral(" "),           QStringLiteral("\n"),
                             QStringLiteral("\n\n"),        QStringLiteral("a"),
                             QStringLiteral("img"),         QStringLiteral("script"),
                             QStringLiteral("javascript:"), QStringLiteral("http://x"),
                             QStringLiteral("="),           QStringLiteral("src="),
                             QStringLiteral("onerror="),    QStringLiteral("&#x3c;"),
                             QStringLiteral("&quot;"),      QStringLiteral("\u202E"),
                             QStringLiteral("\t"),          QStringLiteral("www.x.y"),
                             QStringLiteral("evidence:"),   QStringLiteral("<!-- cockpit:begin x abcd -->\n")};
    QRandomGenerator random(20261121);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        const int length = 1 + random.bounded(24);
        for (int i = 0; i < length; ++i)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        ASSERT_EQ(firstForbidden(html(text)), QString()) << qPrintable(text);
        const QString shown = visible(html(QStringLiteral("x ") + markdownEscaped(text) + QStringLiteral(" x")));
        const QString wanted = (QStringLiteral("x ") + escapedAsShown(text) + QStringLiteral(" x")).simplified();
        ASSERT_EQ(shown.simplified().toStdString(), wanted.toStdString()) << qPrintable(text);
    }
}

}  // namespace

}  // namespace cockpit::test
