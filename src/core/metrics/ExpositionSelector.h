// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/metrics/ExpositionScanner.h"

#include <QRegularExpression>
#include <QString>

#include <string>
#include <vector>

namespace cockpit {

/// Which series of a page are meant, in PromQL's words: `name{label="x",status=~"5..",other!="y",z!~"a|b"}`.
/// Regular expressions match the whole value; a label that is absent counts as empty.
class ExpositionSelector
{
public:
    /// InvalidInput names the character where the text is wrong. At most 4 KiB and 64 matchers.
    static Result<ExpositionSelector> parse(const QString& text);

    bool matches(std::string_view name, const std::vector<ExpositionLabel>& labels) const;
    const QString& text() const { return m_text; }  ///< as it was written

private:
    enum class Operator { Equal, NotEqual, Matches, MatchesNot };
    struct Matcher {
        std::string label;
        Operator comparison = Operator::Equal;
        std::string value;
        QRegularExpression pattern;
    };
    class Reader;

    static bool holds(const Matcher& matcher, std::string_view value);

    QString m_text;
    std::string m_name;  ///< empty: any
    std::vector<Matcher> m_matchers;
};

}  // namespace cockpit
