// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/ExpositionText.h"

#include <QByteArrayList>

namespace cockpit {

void ExpositionText::describe(const QByteArray& name, const QByteArray& type, const QByteArray& help)
{
    m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void ExpositionText::sample(const QByteArray& name, const Labels& labels, double value)
{
    QByteArrayList pairs;
    for (const auto& [key, text] : labels)
        pairs << key + "=\"" + text + '"';
    m_text += name + (pairs.isEmpty() ? QByteArray() : '{' + pairs.join(',') + '}') + ' ' +
              QByteArray::number(value, 'g', 15) + '\n';
}

void ExpositionText::single(const QByteArray& name, const QByteArray& type, const QByteArray& help, double value)
{
    describe(name, type, help);
    sample(name, {}, value);
}

}  // namespace cockpit
