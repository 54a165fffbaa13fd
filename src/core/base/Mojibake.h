// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QString>

namespace cockpit {

/// UTF-8 that was once read as Windows-1252, and what it says.
struct GarbledText {
    int line = 1;  ///< 1-based, in the text that was repaired
    QString garbled;
    QString repaired;
};

/// Replaces every such piece ("ðŸš¨", "â€™", "Ã©") by the character it was. Only what decodes to one valid character is
/// touched: three and four byte sequences of any kind, and two byte ones that begin with Â or Ã, since other pairs
/// occur in real words. `found`, when given, receives each replacement. Thread: any.
QString repairMojibake(const QString& text, QList<GarbledText>* found = nullptr);

}  // namespace cockpit
