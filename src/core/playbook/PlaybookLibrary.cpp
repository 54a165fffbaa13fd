// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookLibrary.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>

namespace cockpit {

PlaybookLibrary::PlaybookLibrary(const Vocabulary& vocabulary, QString teamFolder, QString shippedFolder)
    : m_loader(vocabulary)
    , m_teamFolder(std::move(teamFolder))
    , m_shippedFolder(std::move(shippedFolder))
{
    reload();
}

void PlaybookLibrary::reload()
{
    m_problems.clear();
    m_notices.clear();
    QMap<QString, PlaybookPointer> byId;
    for (const PlaybookPointer& shipped : loadFolder(m_shippedFolder))
        byId.insert(shipped->id, shipped);
    for (const PlaybookPointer& own : loadFolder(m_teamFolder))
        byId.insert(own->id, own);
    m_playbooks = byId.values();
}

PlaybookPointer PlaybookLibrary::find(const QString& id) const
{
    for (const PlaybookPointer& playbook : m_playbooks) {
        if (playbook->id == id)
            return playbook;
    }
    return nullptr;
}

QList<PlaybookPointer> PlaybookLibrary::loadFolder(const QString& folder)
{
    QMap<QString, PlaybookPointer> loaded;
    if (folder.isEmpty())
        return {};
    const QDir parent(folder);
    for (const QString& name : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!QDir(parent.filePath(name)).exists(QStringLiteral("playbook.yaml")))
            continue;
        const PlaybookLoad load = m_loader.load(parent.filePath(name));
        m_problems += load.problems;
        m_notices += load.notices;
        if (!load.ok())
            continue;
        if (const PlaybookPointer first = loaded.value(load.playbook->id))
            m_problems.append({load.playbook->sourceFile, 1, 1,
                               QCoreApplication::translate(
                                   "Playbook", "the id \"%1\" belongs to %2 already; give this playbook its own id")
                                   .arg(load.playbook->id, first->sourceFile)});
        else
            loaded.insert(load.playbook->id, load.playbook);
    }
    return loaded.values();
}

}  // namespace cockpit
