// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/GeneratedBlocks.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace cockpit {

namespace {

QString trimmedContent(QString content)
{
    content.remove(QLatin1Char('\r'));
    qsizetype begin = 0;
    qsizetype end = content.size();
    while (begin < end && content.at(begin) == QLatin1Char('\n'))
        ++begin;
    while (end > begin && content.at(end - 1) == QLatin1Char('\n'))
        --end;
    return content.mid(begin, end - begin);
}

QString contentOf(const QStringList& lines, const BlockSpan& span)
{
    return lines.mid(span.first + 1, span.last - span.first - 1).join(QLatin1Char('\n'));
}

/// The lines of `edited` that the program would not write itself, blank lines between them kept.
QString keptLines(const QString& edited, const QString& fresh)
{
    const QStringList freshList = fresh.split(QLatin1Char('\n'));
    const QSet<QString> known(freshList.begin(), freshList.end());
    QStringList kept;
    for (const QString& line : trimmedContent(edited).split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty() ? !kept.isEmpty() : !known.contains(line))
            kept.append(line);
    }
    return trimmedContent(kept.join(QLatin1Char('\n')));
}

QString notice(const QString& name)
{
    return QStringLiteral("> **%1**")
        .arg(QCoreApplication::translate("GeneratedBlocks",
                                         "Kept from the generated block \"%1\", where it was written by hand:")
                 .arg(name));
}

}  // namespace

std::optional<BlockMarker> parseBlockMarker(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.size() > 120 || !text.startsWith(QLatin1String("<!-- cockpit:")))
        return std::nullopt;
    static const QRegularExpression form(
        QStringLiteral("\\A<!-- cockpit:(begin|end) ([a-z_]{1,32})(?: ([0-9a-f]{4,64}))? -->\\z"));
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    return BlockMarker{match.captured(1) == QLatin1String("begin"), match.captured(2), match.captured(3)};
}

QString blockFingerprint(const QString& content)
{
    const QByteArray bytes = trimmedContent(content).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(12));
}

QString renderBlock(const QString& name, const QString& content)
{
    const QString text = trimmedContent(content);
    return QStringLiteral("<!-- cockpit:begin %1 %2 -->\n").arg(name, blockFingerprint(text)) + text +
           QStringLiteral("\n<!-- cockpit:end %1 -->\n").arg(name);
}

QList<BlockSpan> findBlocks(const QString& markdown)
{
    QList<BlockSpan> blocks;
    const QStringList lines = markdown.split(QLatin1Char('\n'));
    int open = -1;
    BlockMarker opened;
    for (int i = 0; i < lines.size(); ++i) {
        const auto marker = parseBlockMarker(lines.at(i));
        if (!marker)
            continue;
        if (marker->begin) {
            open = i;
            opened = *marker;
            continue;
        }
        if (open >= 0 && marker->name == opened.name) {
            BlockSpan span{opened.name, open, i, false};
            const QString content = contentOf(lines, span);
            span.edited = opened.fingerprint.isEmpty() ? !trimmedContent(content).isEmpty()
                                                       : blockFingerprint(content) != opened.fingerprint;
            blocks.append(span);
        }
        open = -1;
    }
    return blocks;
}

QString refreshBlocks(const QString& markdown, const QMap<QString, QString>& contents)
{
    const QStringList lines = markdown.split(QLatin1Char('\n'));
    QStringList out;
    int next = 0;
    for (const BlockSpan& span : findBlocks(markdown)) {
        const auto fresh = contents.find(span.name);
        if (fresh == contents.end())
            continue;
        out += lines.mid(next, span.first - next);
        const QString text = trimmedContent(*fresh);
        out += renderBlock(span.name, text).chopped(1).split(QLatin1Char('\n'));
        if (span.edited) {
            const QString kept = keptLines(contentOf(lines, span), text);
            if (!kept.isEmpty())
                out << QString() << notice(span.name) << QString() << kept.split(QLatin1Char('\n'));
        }
        next = span.last + 1;
    }
    out += lines.mid(next);
    return out.join(QLatin1Char('\n'));
}

QString withEmptyBlocks(const QString& markdown)
{
    const QStringList lines = markdown.split(QLatin1Char('\n'));
    QStringList out;
    int next = 0;
    for (const BlockSpan& span : findBlocks(markdown)) {
        out += lines.mid(next, span.first + 1 - next);
        next = span.last;
    }
    out += lines.mid(next);
    return out.join(QLatin1Char('\n'));
}

QString withVisibleFormatting(QStringView line)
{
    // safeLine() shows hidden characters as eight characters each; tabs are meant, so they are set aside.
    QStringList parts;
    for (const QStringView part : line.split(QLatin1Char('\t')))
        parts.append(safeLine(part.toString(), static_cast<int>(part.size()) * 8 + 16));
    return parts.join(QLatin1Char('\t'));
}

}  // namespace cockpit
