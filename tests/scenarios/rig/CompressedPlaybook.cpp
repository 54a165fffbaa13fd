// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/scenarios/rig/CompressedPlaybook.h"

#include "core/base/Duration.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>
#include <stdexcept>

namespace cockpit::test {

namespace {

qint64 shortened(const QString& duration, int factor, qint64 shortest)
{
    const auto read = parseDuration(duration);
    if (!read)
        throw std::runtime_error("a duration of the playbook cannot be read");
    return std::min<qint64>(read->count(), std::max<qint64>(read->count() / factor, shortest));
}

/// Replaces what `pattern` finds; its second group is the duration.
template <typename Shortest>
QString replaced(const QString& text, const QRegularExpression& pattern, int factor, Shortest shortest)
{
    QString out;
    qsizetype end = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += text.mid(end, match.capturedStart() - end) + match.captured(1) +
               QStringLiteral("%1ms").arg(shortened(match.captured(2), factor, shortest(match.captured(1))));
        end = match.capturedEnd(2);
    }
    return out + text.mid(end);
}

}  // namespace

QByteArray compressed(const QByteArray& yaml, const Compression& compression)
{
    static const QRegularExpression keys(
        QStringLiteral(R"(\b((?:for|clear_for|hold|every|stale_after|within): )(\d+(?:ms|[smhd])))"));
    static const QRegularExpression ranges(QStringLiteral(R"((\[|\boffset )(\d+[smhd])(?=:?\]|\b))"));
    QString text = QString::fromUtf8(yaml);
    text = replaced(text, keys, compression.factor, [&compression](const QString& key) -> qint64 {
        if (key.startsWith(QLatin1String("every")))
            return compression.shortestPollMs;
        if (key.startsWith(QLatin1String("within")))
            return compression.shortestProofMs;
        // One poll alone must not be enough, or whatever shows for a moment in a restart counts.
        return (key.startsWith(QLatin1String("stale_after")) ? 10 : 5) * compression.shortestPollMs / 2;
    });
    text = replaced(text, ranges, compression.factor,
                    [&compression](const QString&) -> qint64 { return compression.shortestRangeMs; });
    return text.toUtf8();
}

QString writeCompressedPlaybook(const QString& platform, const QString& folder, const Compression& compression)
{
    const QDir from(QStringLiteral(PROJECT_DIR "/resources/playbooks/") + platform);
    const QDir to(folder + QLatin1Char('/') + platform);
    QStringList missing = compression.substitutes.keys();
    for (QDirIterator it(from.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile source(it.next());
        const QString name = from.relativeFilePath(source.fileName());
        QDir().mkpath(QFileInfo(to.filePath(name)).path());
        QFile target(to.filePath(name));
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
            throw std::runtime_error("the playbook cannot be copied");
        QByteArray content = source.readAll();
        for (auto text = compression.substitutes.begin(); text != compression.substitutes.end(); ++text) {
            if (content.contains(text.key().toUtf8()))
                missing.removeAll(text.key());
            content.replace(text.key().toUtf8(), text->toUtf8());
        }
        target.write(name.endsWith(QLatin1String(".yaml")) ? compressed(content, compression) : content);
    }
    if (!missing.isEmpty())
        throw std::runtime_error("the playbook does not hold: " + missing.first().toStdString());
    return to.path();
}

}  // namespace cockpit::test
