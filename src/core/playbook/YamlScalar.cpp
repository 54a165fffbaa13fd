// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/YamlScalar.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace cockpit {

namespace {

struct Surprise {
    const char* pattern;
    const char* mistakenFor;
};

constexpr std::array surprises{
    Surprise{"(?i)y|n|yes|no|on|off|true|false", QT_TRANSLATE_NOOP("Playbook", "a flag")},
    Surprise{"(?i)null", QT_TRANSLATE_NOOP("Playbook", "nothing at all")},
    Surprise{"[-+]?0[0-7]+", QT_TRANSLATE_NOOP("Playbook", "an octal number")},
    Surprise{"[-+]?0[0-9]+(\\.[0-9]*)?", QT_TRANSLATE_NOOP("Playbook", "a number with leading zeros")},
    Surprise{"(?i)[-+]?0[xob][0-9a-f_]+", QT_TRANSLATE_NOOP("Playbook", "a number in another base")},
    Surprise{"[-+]?[0-9][0-9_]*_[0-9_]*(\\.[0-9_]*)?", QT_TRANSLATE_NOOP("Playbook", "a number")},
    Surprise{"[-+]?[0-9]+(:[0-5]?[0-9])+(\\.[0-9]*)?", QT_TRANSLATE_NOOP("Playbook", "a number in base 60")},
    Surprise{"(?i)[-+]?\\.(inf|nan)", QT_TRANSLATE_NOOP("Playbook", "a number")},
    Surprise{"[-+]?(\\.[0-9]+|[0-9]+\\.[0-9]*|[0-9]+)(e[-+]?[0-9]+)?", QT_TRANSLATE_NOOP("Playbook", "a number")},
    Surprise{"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", QT_TRANSLATE_NOOP("Playbook", "a date")},
};

bool matches(const QString& text, const char* pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    return expression.match(text).hasMatch();
}

}  // namespace

YamlScalar resolveScalar(const YamlNode& node)
{
    YamlScalar scalar;
    if (node.type != YamlNode::Type::Scalar)
        return scalar;
    scalar.kind = YamlScalar::Kind::Text;
    if (node.quoted || node.text.size() > 64)
        return scalar;
    if (node.text == QLatin1String("true") || node.text == QLatin1String("false")) {
        scalar.kind = YamlScalar::Kind::Flag;
        scalar.flag = node.text == QLatin1String("true");
        return scalar;
    }
    // A long run of digits or a huge exponent would silently become another number.
    if (matches(node.text, "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
        scalar.number = node.text.toDouble();
        const bool whole = matches(node.text, "-?[0-9]+");
        const bool exact = std::isfinite(scalar.number) && (!whole || std::abs(scalar.number) <= 9007199254740992.0);
        scalar.kind = !exact  ? YamlScalar::Kind::Surprise
                      : whole ? YamlScalar::Kind::Integer
                              : YamlScalar::Kind::Number;
        if (!exact)
            scalar.mistakenFor = QCoreApplication::translate("Playbook", "a number");
        return scalar;
    }
    for (const Surprise& surprise : surprises) {
        if (matches(node.text, surprise.pattern)) {
            scalar.kind = YamlScalar::Kind::Surprise;
            scalar.mistakenFor = QCoreApplication::translate("Playbook", surprise.mistakenFor);
            return scalar;
        }
    }
    return scalar;
}

}  // namespace cockpit
