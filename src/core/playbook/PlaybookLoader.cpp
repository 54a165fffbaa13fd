// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookLoader.h"

#include "core/playbook/PlaybookFiles.h"
#include "core/playbook/PlaybookReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cockpit {

namespace {

struct Place {
    QString folder;
    QString file;
};

Place placeOf(const QString& path)
{
    const QString standard = QStringLiteral("playbook.yaml");
    const QFileInfo info(path);
    if (info.isDir())
        return {path, standard};
    const QFileInfo folder(info.path());
    if (folder.fileName() == QLatin1String("runbooks") && QFileInfo(folder.dir(), standard).isFile())
        return {folder.path(), standard};
    return {info.path(), info.fileName()};
}

}  // namespace

PlaybookLoader::PlaybookLoader(const Vocabulary& vocabulary)
    : m_vocabulary(vocabulary)
{
}

PlaybookLoad PlaybookLoader::load(const QString& path) const
{
    PlaybookLoad load;
    const Place place = placeOf(path);
    PlaybookFiles files(place.folder);
    const Result<QByteArray> bytes = files.read(place.file);
    if (!bytes) {
        load.problems.append({files.displayName(place.file), 1, 1, bytes.error().message});
        return load;
    }
    const auto yaml = YamlFile::parse(files.displayName(place.file), *bytes, load.problems);
    if (!yaml)
        return load;
    PlaybookReader reader(m_vocabulary, files, load.problems);
    Playbook playbook = reader.read(*yaml);
    load.notices = files.repairs();
    if (load.problems.isEmpty()) {
        playbook.sourceFile = files.displayName(place.file);
        playbook.digest = files.digest();
        load.playbook = std::make_shared<const Playbook>(std::move(playbook));
        return load;
    }
    std::stable_sort(load.problems.begin(), load.problems.end(),
                     [](const PlaybookProblem& a, const PlaybookProblem& b) {
                         return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
                     });
    return load;
}

}  // namespace cockpit
