// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/document/RenderDocument.h"

#include "adapters/document/EvidenceImages.h"
#include "adapters/document/PdfDocument.h"
#include "core/base/SafeText.h"
#include "core/postmortem/MarkdownHtml.h"

#include <QCoreApplication>

namespace cockpit::adapters::document {

namespace {

// A laid-out paragraph costs more than its length; longer lines are split for paper.
constexpr int longestPrintedLine = 4'096;

QString pageStyle()
{
    return QStringLiteral(
        "body{font:15px/1.5 Inter,system-ui,sans-serif;color:#14181c;background:#fff;max-width:62rem;margin:2rem auto;"
        "padding:0 1.2rem;overflow-wrap:anywhere}"
        "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:1.8rem;border-bottom:1px solid #d5dae0}h3{font-size:1rem}"
        "table{border-collapse:collapse;font-size:.87rem;margin:.6rem 0}th,td{border:1px solid #c8ced5;padding:.25rem "
        ".5rem;"
        "text-align:left;vertical-align:top}th{background:#eef1f4}"
        "code,pre{font-family:'JetBrains Mono',ui-monospace,monospace;font-size:.85em;background:#f3f5f7}"
        "pre{padding:.6rem;overflow:auto}pre code{background:none}blockquote{margin:.6rem 0;padding:.1rem .9rem;"
        "border-left:3px solid #c8ced5;color:#414b55}"
        "img{max-width:100%}.generated{border-left:3px solid #2f7fd0;padding-left:.9rem}"
        "@media(prefers-color-scheme:dark){body{background:#0f1317;color:#e7ecf1}th{background:#1e262e}"
        "th,td,h2{border-color:#2a343e}code,pre{background:#161c22}a{color:#6fb0ff}blockquote{color:#93a1af}}"
        "@media "
        "print{body{background:#fff;color:#000;max-width:none;margin:0}th{background:#eee}code,pre{background:#f3f5f7}"
        "}");
}

QString htmlPage(const QString& body, const QString& title)
{
    // One concatenation per part: the body may hold anything, including "%1".
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                          "style-src 'unsafe-inline'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"referrer\" content=\"no-referrer\">\n<title>") +
           title.toHtmlEscaped() + QStringLiteral("</title>\n<style>") + pageStyle() +
           QStringLiteral("</style>\n</head>\n<body>\n") + body + QStringLiteral("</body>\n</html>\n");
}

Result<QByteArray> renderHtml(const QString& markdown, const QString& title, EvidenceImages& images)
{
    MarkdownHtmlOptions options;
    options.imageSource = [&images](const QString& sha256) {
        const EvidenceImage* image = images.find(sha256);
        return image ? QStringLiteral("data:%1;base64,").arg(image->type) + QString::fromLatin1(image->bytes.toBase64())
                     : QString();
    };
    const Result<QString> body = markdownToHtml(markdown, options);
    if (!body)
        return body.error();
    return htmlPage(*body, title).toUtf8();
}

Result<QByteArray> renderPrint(const QString& markdown, const QString& title, EvidenceImages& images)
{
    MarkdownHtmlOptions options;
    options.longestLine = longestPrintedLine;
    options.imageSource = [&images](const QString& sha256) {
        return images.decoded(sha256, {4'096, 4'096}).isNull() ? QString() : QStringLiteral("evidence:") + sha256;
    };
    const Result<QString> body = markdownToHtml(markdown, options);
    return body.ok() ? renderPdf(*body, title, images) : Result<QByteArray>(body.error());
}

}  // namespace

Result<QByteArray> renderDocument(const QString& format, const QString& markdown, const QString& title,
                                  const EvidenceReader& evidence)
{
    EvidenceImages images(evidence);
    const QString shownTitle = safeLine(title);
    if (format == QLatin1String("md"))
        return markdown.toUtf8();
    if (format == QLatin1String("html"))
        return renderHtml(markdown, shownTitle, images);
    if (format == QLatin1String("pdf"))
        return renderPrint(markdown, shownTitle, images);
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("RenderDocument", "\"%1\" is not an export format; use md, html or pdf.")
                    .arg(safeLine(format, 20)));
}

}  // namespace cockpit::adapters::document
