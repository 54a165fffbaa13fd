// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QTextBrowser>

#include <functional>

namespace cockpit {

/// The only rich-text surface of the program. Shows HTML made by ourselves from Markdown or templates, which may still
/// hold names of files and addresses written by others: nothing is ever loaded except evidence images by hash
/// ("evidence:<sha256>") through the resolver. Links go through safeOpen(). Thread: GUI.
class SafeBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    static constexpr qsizetype maximumHtml = 2 * 1024 * 1024;
    static constexpr int maximumImageSide = 4096;  ///< px; larger images are not decoded

    /// Bytes of a piece of evidence, or empty. Called while painting: must not block.
    using EvidenceResolver = std::function<QByteArray(const QString& sha256)>;

    explicit SafeBrowser(QWidget* parent = nullptr);

    void setEvidenceResolver(EvidenceResolver resolver);
    /// More than maximumHtml is shown as a sentence instead.
    void showHtml(const QString& html);
    void showPlain(const QString& text);

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;

private:
    QVariant evidenceImage(const QString& sha256) const;

    EvidenceResolver m_resolver;
};

}  // namespace cockpit
