// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/document/EvidenceImages.h"

namespace cockpit::adapters::document {

/// Lays safe HTML (from markdownToHtml, images as `evidence:<sha256>`) out on A4 pages. Thread: any; needs a
/// QGuiApplication. Errors: Unsupported, Storage.
Result<QByteArray> renderPdf(const QString& html, const QString& title, EvidenceImages& images);

}  // namespace cockpit::adapters::document
