// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <functional>

namespace cockpit {

struct MarkdownHtmlOptions {
    /// Turns the SHA-256 of an evidence image into the `src` to use; empty: shown as its description instead.
    /// Without a function images keep the address `evidence:<sha256>`, for a viewer that looks them up itself.
    std::function<QString(const QString& sha256)> imageSource;
    /// Lines longer than this are split into paragraphs of their own (a laid-out line costs the square of its length);
    /// 0: never.
    int longestLine = 0;
};

/// GitHub-flavoured Markdown to an HTML fragment that is safe to show: raw HTML appears literally, links go to http,
/// https and mailto only, images come from the evidence store only, task boxes are ☐ and ☑, invisible and bidirectional
/// formatting characters are made visible. Generated blocks become <div class="generated">.
/// Thread: any. Errors: TooLarge above 8 Mi characters, Malformed when the parser gives up.
Result<QString> markdownToHtml(const QString& markdown, const MarkdownHtmlOptions& options = {});

/// Text made fit to stand in one line of Markdown (a table cell, a list item) and be shown literally:
/// safeLine() plus backslashes before everything Markdown would act on.
QString markdownEscaped(const QString& text, int maximum = 300);

}  // namespace cockpit
