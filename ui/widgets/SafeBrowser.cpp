// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/SafeBrowser.h"

#include "core/base/SafeText.h"
#include "ui/widgets/SafeOpen.h"

#include <QBuffer>
#include <QImageReader>

namespace cockpit {

namespace {

/// Qt opens the name as a file itself when it is given no image at all, so a refusal is an image: one clear pixel.
QVariant refusedImage()
{
    QImage image(1, 1, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    return image;
}

}  // namespace

SafeBrowser::SafeBrowser(QWidget* parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (url.scheme().isEmpty() && url.hasFragment())
            scrollToAnchor(url.fragment());
        else
            safeOpen(url, this);
    });
}

void SafeBrowser::setEvidenceResolver(EvidenceResolver resolver)
{
    m_resolver = std::move(resolver);
}

void SafeBrowser::showHtml(const QString& html)
{
    if (html.size() > maximumHtml)
        setPlainText(tr("This text is too long to be shown here (%1 MiB). Export it to read it.")
                         .arg(static_cast<double>(html.size()) / (1024 * 1024), 0, 'f', 1));
    else
        setHtml(html);
}

void SafeBrowser::showPlain(const QString& text)
{
    setPlainText(safeBlock(text));
}

QVariant SafeBrowser::loadResource(int type, const QUrl& name)
{
    if (type == QTextDocument::ImageResource)
        return name.scheme() == QLatin1String("evidence") ? evidenceImage(name.path()) : refusedImage();
    return QByteArray("");
}

void SafeBrowser::doSetSource(const QUrl&, QTextDocument::ResourceType) {}

QVariant SafeBrowser::evidenceImage(const QString& sha256) const
{
    QByteArray bytes = m_resolver ? m_resolver(sha256) : QByteArray();
    if (bytes.isEmpty())
        return refusedImage();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    // SVG can name files of its own; evidence images are pixels.
    const QByteArray format = reader.format();
    if (format.startsWith("svg") || !size.isValid() || size.width() > maximumImageSide ||
        size.height() > maximumImageSide)
        return refusedImage();
    const QImage image = reader.read();
    return image.isNull() ? refusedImage() : QVariant(image);
}

}  // namespace cockpit
