// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/document/PdfDocument.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

namespace cockpit::adapters::document {

namespace {

constexpr int resolution = 96;
constexpr int footerHeight = 28;
// Kept clear at both ends of a page: Qt also draws a line that only touches the clip. (Of a paragraph that began on the
// page before it still writes one clipped line: invisible, but twice in the text that a search finds.)
constexpr int edge = 1;
constexpr int maximumPages = 2'000;

/// A document that knows evidence images and nothing else: no file, no network, whatever the text names.
class SealedDocument final : public QTextDocument
{
public:
    SealedDocument(EvidenceImages& images, QSize page)
        : m_images(images)
        , m_page(page)
    {
    }

protected:
    QVariant loadResource(int type, const QUrl& name) override
    {
        if (type != QTextDocument::ImageResource)
            return QByteArray();
        QImage image;
        if (name.scheme() == QLatin1String("evidence"))
            image = m_images.decoded(name.path(), m_page);
        // A valid image always: for an invalid one Qt would try the name as a file.
        if (image.isNull()) {
            image = QImage(1, 1, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
        }
        return image;
    }

private:
    EvidenceImages& m_images;
    QSize m_page;
};

QString printStyle()
{
    return QStringLiteral("body { color: #14181c; }"
                          "h1 { font-size: x-large; } h2 { font-size: large; } h3 { font-size: medium; }"
                          "table { border-collapse: collapse; }"
                          "th { border: 1px solid #b8c0c8; padding: 3px; background-color: #eef1f4; text-align: left; }"
                          "td { border: 1px solid #b8c0c8; padding: 3px; }"
                          "pre { background-color: #f3f5f7; }"
                          "a { color: #1d5fa8; }");
}

void paintFooter(QPainter& painter, const QRectF& page, const QString& title, int number, int count)
{
    painter.setPen(QColor(0x5a, 0x66, 0x72));
    QFont font = painter.font();
    font.setPointSizeF(8);
    painter.setFont(font);
    const QRectF area(0, page.height() + 8, page.width(), footerHeight - 8);
    const QString pages = QCoreApplication::translate("PdfDocument", "Page %1 of %2").arg(number).arg(count);
    const double pagesWidth = painter.fontMetrics().horizontalAdvance(pages) + 16;
    const QString shown =
        painter.fontMetrics().elidedText(title, Qt::ElideRight, static_cast<int>(page.width() - pagesWidth));
    painter.drawText(area, Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter.drawText(area, Qt::AlignRight | Qt::TextSingleLine, pages);
}

}  // namespace

Result<QByteArray> renderPdf(const QString& html, const QString& title, EvidenceImages& images)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("PdfDocument",
                                                "PDF needs fonts, which this process has not loaded; export "
                                                "HTML or Markdown instead."));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Storage, QCoreApplication::translate("PdfDocument", "The PDF could not be written."));
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Incident Cockpit"));
    writer.setResolution(resolution);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(18, 18, 18, 14),
                                     QPageLayout::Millimeter));

    const QRect paint = writer.pageLayout().paintRectPixels(resolution);
    const QRectF page(0, 0, paint.width(), paint.height() - footerHeight);
    SealedDocument document(images, page.size().toSize());
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(9.5);
    document.setDefaultFont(font);
    document.setDefaultStyleSheet(printStyle());
    document.setPageSize(page.size());
    document.setHtml(html);

    const int count = document.pageCount();
    if (count > maximumPages)
        return fail(ErrorKind::TooLarge,
                    QCoreApplication::translate("PdfDocument",
                                                "The PDF would have more than %1 pages; move parts of the text "
                                                "into evidence files.")
                        .arg(maximumPages));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorKind::Storage, QCoreApplication::translate("PdfDocument", "The PDF could not be written."));
    for (int number = 1; number <= count; ++number) {
        if (number > 1)
            writer.newPage();
        painter.save();
        painter.translate(0, -(number - 1) * page.height());
        const double top = (number - 1) * page.height();
        document.drawContents(&painter, QRectF(0, top + edge, page.width(), page.height() - 2 * edge));
        painter.restore();
        painter.save();
        paintFooter(painter, page, title, number, count);
        painter.restore();
    }
    painter.end();
    return bytes;
}

}  // namespace cockpit::adapters::document
