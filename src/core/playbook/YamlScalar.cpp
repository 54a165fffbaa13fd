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

QRegularExpression whole(const char* pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
}

/// A playbook has thousands of scalars: each pattern is compiled once.
const QList<QRegularExpression>& surprisePatterns()
{
    static const QList<QRegularExpression> compiled = [] {
        QList<QRegularExpression> all;
        for (const Surprise& surprise : surprises)
            all.append(whole(surprise.pattern));
        return all;
    }();
    return compiled;
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
    static const QRegularExpression number = whole("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    static const QRegularExpression integer = whole("-?[0-9]+");
    if (number.match(node.text).hasMatch()) {
        scalar.number = node.text.toDouble();
        const bool isWhole = integer.match(node.text).hasMatch();
        const bool exact = std::isfinite(scalar.number) && (!isWhole || std::abs(scalar.number) <= 9007199254740992.0);
        scalar.kind = !exact    ? YamlScalar::Kind::Surprise
                      : isWhole ? YamlScalar::Kind::Integer
                                : YamlScalar::Kind::Number;
        if (!exact)
            scalar.mistakenFor = QCoreApplication::translate("Playbook", "a number");
        return scalar;
    }
    for (qsizetype i = 0; i < surprisePatterns().size(); ++i) {
        if (!surprisePatterns().at(i).match(node.text).hasMatch())
            continue;
        scalar.kind = YamlScalar::Kind::Surprise;
        scalar.mistakenFor =
            QCoreApplication::translate("Playbook", surprises[static_cast<std::size_t>(i)].mistakenFor);
        return scalar;
    }
    return scalar;
}

}  // namespace cockpit
