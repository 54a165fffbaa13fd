// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace cockpit::adapters::document {

/// Reads one piece of evidence, with a cap of its own. Called on the thread of renderDocument().
using EvidenceReader = std::function<Result<QByteArray>(const QString& sha256)>;

/// Turns a postmortem into a file's bytes. `format`: "md" (the text itself), "html" (one self-contained page: own
/// style, evidence images as data: addresses, a content security policy that forbids everything else) or "pdf" (A4,
/// page numbers, text that can be searched).
///
/// Nothing outside is opened: images come from `evidence` alone, PNG or JPEG, at most 16 MiB and 40 megapixels each and
/// 64 MiB together; others are shown as their description. Thread: any; blocks for the time it takes. "pdf" needs fonts
/// and therefore a QGuiApplication in the process (the offscreen platform will do); "md" and "html" need none.
/// Errors: InvalidInput (unknown format), TooLarge, Malformed, Unsupported (pdf without a QGuiApplication), Storage.
Result<QByteArray> renderDocument(const QString& format, const QString& markdown, const QString& title,
                                  const EvidenceReader& evidence);

}  // namespace cockpit::adapters::document
