// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace cockpit {

/// A message or postmortem with its fields filled in.
struct RenderedTemplate {
    QString text;          ///< plain text or Markdown; nothing is escaped
    QStringList unfilled;  ///< names left standing as "{{name}}", once each, in order of appearance
};

/// Where and why a template is not well formed.
struct TemplateProblem {
    qsizetype offset = 0;  ///< 0-based character
    QString message;
};

/// Looks a Mustache template over: variables {{a}}, {{{a}}}, {{&a}}, sections {{#a}}…{{/a}}, inverted {{^a}}…{{/a}} and
/// comments {{! }}. Partials and other delimiters are not used. Nothing when it is well formed.
QList<TemplateProblem> checkTemplate(const QString& text);

/// The names a template uses, once each, in order of appearance.
QStringList templateFields(const QString& text);

/// Fills a template. A name that is unknown or empty stays as "{{name}}" and is reported; as a section it is false.
/// What a value contains is never expanded again. Errors: InvalidInput (not well formed; says where).
Result<RenderedTemplate> renderTemplate(const QString& text, const QJsonObject& values);

/// Name of the first field that a filled text still leaves open ("{{findings}}"), or empty. Such a text is not sent.
QString firstUnfilledField(const QString& text);

}  // namespace cockpit
