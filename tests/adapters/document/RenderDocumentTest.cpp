// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/document/RenderDocument.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QPromise>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>

#include <sys/stat.h>

namespace cockpit::test {

namespace {

using adapters::document::EvidenceReader;
using adapters::document::renderDocument;

const EvidenceReader none = [](const QString&) {
    return Result<QByteArray>(fail(ErrorKind::NotFound, QStringLiteral("no such evidence")));
};

QByteArray png(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray rendered(const QString& format, const QString& markdown,
                    const QString& title = QStringLiteral("Broker workers dead"), const EvidenceReader& evidence = none)
{
    const Result<QByteArray> result = renderDocument(format, markdown, title, evidence);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : qPrintable(result.error().message));
    return result.ok() ? *result : QByteArray();
}

/// The text of a PDF as pdftotext reads it, and what pdfinfo says.
QString readPdf(const QByteArray& pdf, const QString& tool, const QStringList& before, const QStringList& after)
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("x.pdf")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess process;
    QStringList arguments = before;
    arguments << file.fileName() << after;
    process.start(tool, arguments);
    EXPECT_TRUE(waitUntil([&] { return process.state() == QProcess::NotRunning; }, 20'000));
    EXPECT_EQ(process.exitCode(), 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString pdfText(const QByteArray& pdf)
{
    return readPdf(pdf, QStringLiteral("pdftotext"), {QStringLiteral("-layout")}, {QStringLiteral("-")});
}

/// First tag outside the allow-list of exported pages, or empty.
QString firstForbidden(const QString& page)
{
    const qsizetype body = page.indexOf(QLatin1String("<body>"));
    EXPECT_GT(body, 0);
    static const QRegularExpression allowed(
        QStringLiteral("\\A</"
                       "?(?:html|body|p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|em|strong|del|blockquote|pre|code|"
                       "span|div|hr|br|a)(?: /)?>\\z"
                       "|\\A<(?:ol start=\"[0-9]+\"|li class=\"task-list-item\"|div class=\"generated\"|t[hd] "
                       "align=\"(?:left|right|center)\"|code class=\"language-[^\"<>]*\")>\\z"
                       "|\\A<a href=\"(?:https?://|mailto:)[^\"<>]*\">\\z|\\A<img "
                       "src=\"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+\" alt=\"[^\"<>]*\">\\z"));
    static const QRegularExpression tag(QStringLiteral("<[^>]*>?"));
    auto tags = tag.globalMatch(page, body);
    while (tags.hasNext()) {
        const QString found = tags.next().captured();
        if (!allowed.match(found).hasMatch())
            return found;
    }
    return {};
}

const QString hostile =
    QStringLiteral("<img src=/dev/zero> <b>bold</b> <script>alert(1)</script>\n\n"
                   "![file](file:///etc/passwd) ![zero](/dev/zero) [js](javascript:alert(1))\n\n"
                   "<link rel=stylesheet href=file:///etc/passwd> <style>@import url(file:///etc/passwd)</style>\n");

TEST(RenderDocument, MarkdownIsTheTextItself)
{
    EXPECT_EQ(rendered(QStringLiteral("md"), QStringLiteral("# a\n<b>\n")), QByteArray("# a\n<b>\n"));
}

TEST(RenderDocument, RefusesOtherFormats)
{
    const auto result = renderDocument(QStringLiteral("docx"), {}, {}, none);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::InvalidInput);
}

TEST(RenderDocument, HtmlIsSelfContained)
{
    const QString sha(64, QLatin1Char('a'));
    const QString page = QString::fromUtf8(rendered(
        QStringLiteral("html"), QStringLiteral("# T\n![chart](evidence:%1) [w](https://example.org)\n").arg(sha),
        QStringLiteral("</title><script>x</script>"), [](const QString&) { return Result<QByteArray>(png(4, 4)); }));
    EXPECT_TRUE(page.startsWith(QLatin1String("<!DOCTYPE html>")));
    EXPECT_TRUE(
        page.contains(QLatin1String("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"")));
    EXPECT_TRUE(page.contains(QLatin1String("<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>")));
    EXPECT_TRUE(page.contains(QLatin1String("<img src=\"data:image/png;base64,iVBOR")));
    EXPECT_FALSE(page.contains(QLatin1String("url(")));
    EXPECT_EQ(page.count(QLatin1String("<script")), 0);
    EXPECT_EQ(firstForbidden(page), QString());
}

TEST(RenderDocument, HtmlShowsHostileTextLiterally)
{
    const QString page = QString::fromUtf8(rendered(QStringLiteral("html"), hostile));
    EXPECT_EQ(firstForbidden(page), QString());
    EXPECT_TRUE(page.contains(QLatin1String("&lt;img src=/dev/zero&gt;")));
    EXPECT_FALSE(page.contains(QLatin1String("<img")));
    EXPECT_FALSE(page.contains(QLatin1String("javascript:")));
}

TEST(RenderDocument, RandomTextStaysInsideTheAllowList)
{
    const QString alphabet = QStringLiteral("<>&\"'[]()!`*_~|\\#-+1. \nabimgscript=/:%;\u202E");
    QRandomGenerator random(7);
    for (int round = 0; round < 5'000; ++round) {
        QString text;
        for (int i = 0; i < 60; ++i)
            text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
        ASSERT_EQ(firstForbidden(QString::fromUtf8(rendered(QStringLiteral("html"), text))), QString())
            << qPrintable(text);
    }
}

TEST(RenderDocument, OnlyPngAndJpegWithinLimitsAreEmbedded)
{
    const QString text = QStringLiteral("![picture](evidence:%1)").arg(QString(64, QLatin1Char('c')));
    const auto embeds = [&](const QByteArray& bytes) {
        return rendered(QStringLiteral("html"), text, {}, [&](const QString&) { return Result<QByteArray>(bytes); })
            .contains("<img ");
    };
    EXPECT_TRUE(embeds(png(2, 2)));
    EXPECT_FALSE(embeds("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"));
    EXPECT_FALSE(embeds("GIF89a"));
    EXPECT_FALSE(embeds(QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(17 * 1024 * 1024, 'x')));
    const QByteArray pdf = rendered(QStringLiteral("pdf"), text, {}, [&](const QString&) {
        return Result<QByteArray>(QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(100, 'x'));
    });
    EXPECT_TRUE(pdfText(pdf).contains(QLatin1String("image not shown: picture"))) << "a damaged image is named instead";
}

TEST(RenderDocument, EvidenceIsReadOncePerImage)
{
    int reads = 0;
    const QString image = QStringLiteral("![a](evidence:%1)\n\n").arg(QString(64, QLatin1Char('c')));
    rendered(QStringLiteral("pdf"), image + image + image, {}, [&](const QString&) {
        ++reads;
        return Result<QByteArray>(png(30, 30));
    });
    EXPECT_EQ(reads, 1);
}

TEST(RenderDocument, PdfHasTextPagesNumbersAndTitle)
{
    QString markdown = QStringLiteral("# Broker workers dead\n\n| UTC | What |\n|---|---|\n");
    for (int i = 0; i < 120; ++i)
        markdown += QStringLiteral("| 03:%1 | entry number %1 of the timeline |\n").arg(i);
    markdown += QStringLiteral("\n- [x] done\n- [ ] open\n\n![chart](evidence:%1)\n\n```sql\nselect 1;\n```\n")
                    .arg(QString(64, QLatin1Char('b')));
    const QByteArray pdf = rendered(QStringLiteral("pdf"), markdown, QStringLiteral("Broker workers dead"),
                                    [](const QString&) { return Result<QByteArray>(png(3'000, 800)); });
    ASSERT_TRUE(pdf.startsWith("%PDF-"));
    const QString text = pdfText(pdf);
    for (int i = 0; i < 120; ++i)
        EXPECT_TRUE(text.contains(QStringLiteral("entry number %1 of the timeline").arg(i))) << i;
    EXPECT_GT(text.split(QLatin1Char('\n'), Qt::SkipEmptyParts).size(), 120);
    EXPECT_TRUE(text.contains(QLatin1String("select 1;")));
    EXPECT_TRUE(text.contains(QLatin1String("done")) && text.contains(QLatin1String("open")));
    const QString info = readPdf(pdf, QStringLiteral("pdfinfo"), {}, {});
    EXPECT_TRUE(info.contains(QRegularExpression(QStringLiteral("Title:\\s+Broker workers dead")))) << qPrintable(info);
    EXPECT_TRUE(info.contains(QLatin1String("A4"))) << qPrintable(info);
    const auto pages = QRegularExpression(QStringLiteral("Pages:\\s+([0-9]+)")).match(info).captured(1).toInt();
    EXPECT_GE(pages, 3);
    for (int page = 1; page <= pages; ++page)
        EXPECT_TRUE(text.contains(QStringLiteral("Page %1 of %2").arg(page).arg(pages))) << page;
    EXPECT_GT(readPdf(pdf, QStringLiteral("pdfimages"), {QStringLiteral("-list")}, {}).count(QLatin1Char('\n')), 2)
        << "the chart is in it";
}

TEST(RenderDocument, PdfShowsHostileTextLiterally)
{
    const QString text = pdfText(rendered(QStringLiteral("pdf"), hostile));
    EXPECT_TRUE(text.contains(QLatin1String("<img src=/dev/zero> <b>bold</b> <script>alert(1)</script>")))
        << qPrintable(text);
    EXPECT_TRUE(text.contains(QLatin1String("image not shown: file")));
    EXPECT_FALSE(text.contains(QLatin1String("root:")));
}

/// A named pipe would hang whoever opens it and a server would see whoever fetches from it: neither must happen.
TEST(RenderDocument, OpensNoFileAndNoConnection)
{
    QTemporaryDir directory;
    const QString pipe = directory.filePath(QStringLiteral("pipe.png"));
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    int connections = 0;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] { ++connections; });
    const QString remote = QStringLiteral("http://127.0.0.1:%1/x").arg(server.serverPort());
    const QString markdown =
        QStringLiteral("![a](%1) ![b](file://%1) <img src=\"%1\"> <img src=%2> ![c](%2.png) [l](%2)\n\n"
                       "<link rel=stylesheet href=\"%2.css\"> <body background=\"%1\">\n")
            .arg(pipe, remote);
    QElapsedTimer timer;
    timer.start();
    for (const char* format : {"html", "pdf"})
        rendered(QLatin1String(format), markdown);
    EXPECT_LT(timer.elapsed(), 20'000);
    EXPECT_FALSE(waitUntil([&] { return connections > 0; }, 200));
}

TEST(RenderDocument, WorksOnAWorkerThread)
{
    QPromise<QByteArray> promise;
    QFuture<QByteArray> future = promise.future();
    promise.start();
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const auto pdf =
            renderDocument(QStringLiteral("pdf"),
                           QStringLiteral("# On a worker\n\n![a](evidence:%1)\n").arg(QString(64, QLatin1Char('d'))),
                           QStringLiteral("t"), [](const QString&) { return Result<QByteArray>(png(200, 100)); });
        promise.addResult(pdf.ok() ? *pdf : QByteArray());
        promise.finish();
    }));
    thread->start();
    const QByteArray pdf = waitFor(future, 30'000);
    EXPECT_TRUE(waitUntil([&] { return thread->isFinished(); }));
    EXPECT_TRUE(pdfText(pdf).contains(QLatin1String("On a worker")));
}

TEST(RenderDocument, AMillionCharacterLineIsPrintedWholeInBearableTime)
{
    QString line;
    for (int i = 0; i < 125'000; ++i)
        line += QStringLiteral("w%1 ").arg(i, 6, 10, QLatin1Char('0'));
    QElapsedTimer timer;
    timer.start();
    const QByteArray pdf = rendered(QStringLiteral("pdf"), line);
    EXPECT_LT(timer.elapsed(), 60'000);
    const QStringList words = pdfText(pdf).split(QRegularExpression(QStringLiteral("\\s+")));
    const QSet<QString> printed(words.begin(), words.end());
    for (const QString& word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        ASSERT_TRUE(printed.contains(word)) << qPrintable(word);
}

}  // namespace

}  // namespace cockpit::test
