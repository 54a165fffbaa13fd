// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/PlaybookLoader.h"

#include <QTemporaryDir>

namespace cockpit::test {

/// The kinds the shipped playbooks are written for, so that loading needs no adapters.
Vocabulary sampleVocabulary();

/// Problems as text, one per line, without the folder in front.
QString listed(const PlaybookProblems& problems);

/// A playbook's folder in a temporary place.
class PlaybookFolder
{
public:
    PlaybookFolder();
    void write(const QString& name, const QByteArray& bytes);
    QString path() const { return m_folder.path(); }
    PlaybookLoad load() const;

private:
    QTemporaryDir m_folder;
};

/// The smallest playbook there can be: header and one severity.
QByteArray smallestPlaybook(const QByteArray& more = {});

}  // namespace cockpit::test
