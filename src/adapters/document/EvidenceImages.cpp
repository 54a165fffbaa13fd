// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/document/EvidenceImages.h"

#include <QBuffer>
#include <QImageReader>

namespace cockpit::adapters::document {

namespace {

constexpr qint64 maximumImage = 16 * 1024 * 1024;
constexpr qint64 maximumTotal = 64 * 1024 * 1024;
constexpr qint64 maximumPixels = 40'000'000;

QString imageType(const QByteArray& bytes)
{
    if (bytes.startsWith(QByteArrayLiteral("\x89PNG\r\n\x1a\n")))
        return QStringLiteral("image/png");
    if (bytes.startsWith(QByteArrayLiteral("\xff\xd8\xff")))
        return QStringLiteral("image/jpeg");
    return {};
}

}  // namespace

const EvidenceImage* EvidenceImages::find(const QString& sha256)
{
    auto known = m_images.find(sha256);
    if (known == m_images.end()) {
        EvidenceImage image;
        const qint64 left = qMin(maximumImage, maximumTotal - m_total);
        if (left > 0 && m_reader) {
            if (const Result<QByteArray> bytes = m_reader(sha256); bytes.ok() && bytes->size() <= left) {
                image.type = imageType(*bytes);
                if (!image.type.isEmpty())
                    image.bytes = *bytes;
            }
        }
        m_total += image.bytes.size();
        known = m_images.insert(sha256, image);
    }
    return known->bytes.isEmpty() ? nullptr : &*known;
}

QImage EvidenceImages::decoded(const QString& sha256, QSize largest)
{
    const EvidenceImage* found = find(sha256);
    if (!found)
        return {};
    QByteArray bytes = found->bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, found->type == QLatin1String("image/png") ? "png" : "jpeg");
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || static_cast<qint64>(size.width()) * size.height() > maximumPixels)
        return {};
    const QImage image = reader.read();
    if (image.isNull() || (image.width() <= largest.width() && image.height() <= largest.height()))
        return image;
    return image.scaled(size.scaled(largest, Qt::KeepAspectRatio).expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                        Qt::SmoothTransformation);
}

}  // namespace cockpit::adapters::document
