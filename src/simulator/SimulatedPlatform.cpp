// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/SimulatedPlatform.h"

#include <QCoreApplication>

namespace cockpit {

Error unknownWord(const QString& word, const QStringList& known)
{
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("Simulator", "The simulator does not know \"%1\"; it knows: %2.")
                    .arg(word.left(40), known.join(QStringLiteral(", "))));
}

}  // namespace cockpit
