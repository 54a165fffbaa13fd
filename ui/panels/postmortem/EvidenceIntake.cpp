// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/EvidenceIntake.h"

#include "core/postmortem/MarkdownHtml.h"

#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace cockpit::panels::postmortem {

namespace {

constexpr int maximumOffers = 50;
constexpr qsizetype maximumText = 16 * 1024 * 1024;

constexpr QLatin1String timelineType("application/x-incident-cockpit-timeline");
constexpr QLatin1String stepType("application/x-incident-cockpit-step");
constexpr QLatin1String chartType("application/x-incident-cockpit-chart");

/// The readable form beside one of our own formats, or the format itself when there is none.
EvidenceOffer ownFormat(const QMimeData& mime, const QString& type, const QString& stem, const QString& source)
{
    EvidenceOffer offer;
    offer.source = source;
    if (mime.hasText() && !mime.text().isEmpty()) {
        offer.bytes = mime.text().left(maximumText).toUtf8();
        offer.type = QStringLiteral("text/plain");
        offer.name = stem + QStringLiteral(".txt");
    } else {
        offer.bytes = mime.data(type).left(maximumText);
        offer.type = QStringLiteral("application/json");
        offer.name = stem + QStringLiteral(".json");
    }
    return offer;
}

QList<EvidenceOffer> fromUrls(const QList<QUrl>& urls)
{
    QList<EvidenceOffer> offers;
    for (const QUrl& url : urls.mid(0, maximumOffers)) {
        EvidenceOffer offer;
        if (url.isLocalFile()) {
            offer.file = url.toLocalFile();
            offer.name = QFileInfo(offer.file).fileName();
            offer.source = QStringLiteral("file");
        } else if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")) {
            offer.bytes = url.toEncoded(QUrl::RemoveUserInfo);
            offer.name = url.host() + QStringLiteral(".url.txt");
            offer.type = QStringLiteral("text/plain");
            offer.source = QStringLiteral("url");
        } else {
            continue;
        }
        offers.append(offer);
    }
    return offers;
}

QList<EvidenceOffer> fromChart(const QMimeData& mime)
{
    QList<EvidenceOffer> offers;
    EvidenceOffer data;
    data.bytes = mime.data(chartType).left(maximumText);
    data.name = QStringLiteral("chart.json");
    data.type = QStringLiteral("application/json");
    data.source = QStringLiteral("chart");
    EvidenceOffer picture;
    picture.name = QStringLiteral("chart.png");
    picture.type = QStringLiteral("image/png");
    picture.source = QStringLiteral("chart");
    if (mime.hasFormat(QStringLiteral("image/png")))
        picture.bytes = mime.data(QStringLiteral("image/png"));
    else if (mime.hasImage())
        picture.image = qvariant_cast<QImage>(mime.imageData());
    if (!picture.bytes.isEmpty() || !picture.image.isNull())
        offers.append(picture);
    offers.append(data);
    return offers;
}

}  // namespace

bool isEvidence(const QMimeData& mime)
{
    return mime.hasFormat(timelineType) || mime.hasFormat(stepType) || mime.hasFormat(chartType) || mime.hasUrls() ||
           mime.hasImage();
}

QList<EvidenceOffer> evidenceFrom(const QMimeData& mime, bool takeText)
{
    if (mime.hasFormat(chartType))
        return fromChart(mime);
    if (mime.hasFormat(timelineType))
        return {ownFormat(mime, timelineType, QStringLiteral("timeline"), QStringLiteral("timeline"))};
    if (mime.hasFormat(stepType))
        return {ownFormat(mime, stepType, QStringLiteral("step-output"), QStringLiteral("step"))};
    if (mime.hasUrls())
        return fromUrls(mime.urls());
    EvidenceOffer offer;
    if (mime.hasImage()) {
        offer.image = qvariant_cast<QImage>(mime.imageData());
        offer.name = QStringLiteral("image.png");
        offer.type = QStringLiteral("image/png");
        offer.source = QStringLiteral("image");
        return offer.image.isNull() ? QList<EvidenceOffer>() : QList<EvidenceOffer>{offer};
    }
    if (takeText && mime.hasText() && !mime.text().isEmpty()) {
        offer.bytes = mime.text().left(maximumText).toUtf8();
        offer.name = QStringLiteral("text.txt");
        offer.type = QStringLiteral("text/plain");
        offer.source = QStringLiteral("text");
        return {offer};
    }
    return {};
}

QString evidenceReference(const EvidenceItem& item)
{
    const QString name = markdownEscaped(item.name, 120);
    if (item.type == QLatin1String("image/png") || item.type == QLatin1String("image/jpeg"))
        return QStringLiteral("![%1](evidence:%2)").arg(name, item.sha256);
    return QStringLiteral("- **%1** (%2, %3), SHA-256 `%4`")
        .arg(name, markdownEscaped(item.type, 80), QLocale::c().formattedDataSize(item.size), item.sha256);
}

}  // namespace cockpit::panels::postmortem
