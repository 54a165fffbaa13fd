// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/YamlFile.h"

namespace cockpit {

/// What an unquoted scalar means under the strict rules: null, true/false, a plain decimal number, or text. Words that
/// some YAML readers take for something else (no, on, 010, 1_000, 1:20, 2026-01-31 …) are surprises: never accepted.
struct YamlScalar {
    enum class Kind { Null, Flag, Integer, Number, Text, Surprise };
    Kind kind = Kind::Null;
    bool flag = false;
    double number = 0;
    QString mistakenFor;  ///< for a surprise: "a flag", "an octal number" …; translated
};

YamlScalar resolveScalar(const YamlNode& node);

}  // namespace cockpit
