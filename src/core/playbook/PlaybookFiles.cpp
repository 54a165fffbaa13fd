// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookFiles.h"

#include "core/base/Mojibake.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace cockpit {

namespace {

bool staysInside(const QString& name)
{
    static const QRegularExpression plain(
        QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*\\z"));
    return name.size() <= 255 && plain.match(name).hasMatch();
}

}  // namespace

PlaybookFiles::PlaybookFiles(QString folder)
    : m_folder(std::move(folder))
{
}

QString PlaybookFiles::displayName(const QString& relativeName) const
{
    return QDir(m_folder).filePath(relativeName);
}

Result<QByteArray> PlaybookFiles::read(const QString& relativeName)
{
    const auto refuse = [&relativeName](ErrorKind kind, const QString& sentence) {
        return fail(kind, sentence.arg(relativeName.left(120)));
    };
    if (!staysInside(relativeName))
        return refuse(ErrorKind::InvalidInput,
                      QCoreApplication::translate("Playbook",
                                                  "\"%1\" is not the name of a file in the playbook's folder; "
                                                  "use letters, digits, . _ - and / only, without .."));
    const QFileInfo info(displayName(relativeName));
    if (!info.isFile())
        return refuse(ErrorKind::NotFound, QCoreApplication::translate("Playbook", "there is no file \"%1\""));
    const QString root = QFileInfo(m_folder).canonicalFilePath();
    if (!m_folder.startsWith(QLatin1Char(':')) && !info.canonicalFilePath().startsWith(root + QLatin1Char('/')))
        return refuse(
            ErrorKind::InvalidInput,
            QCoreApplication::translate("Playbook", "\"%1\" is a link that leads out of the playbook's folder"));
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return refuse(ErrorKind::Storage, QCoreApplication::translate("Playbook", "the file \"%1\" cannot be read"));
    const QByteArray bytes = file.read(maximumBytes + 1);
    if (bytes.size() > maximumBytes)
        return refuse(ErrorKind::TooLarge,
                      QCoreApplication::translate("Playbook", "the file \"%1\" is larger than 1 MiB"));
    m_read.insert(relativeName, bytes);
    return repaired(relativeName, bytes);
}

QByteArray PlaybookFiles::repaired(const QString& relativeName, const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<GarbledText> found;
    // Bytes that are no UTF-8 are for the reader to refuse, with their place.
    if (text.toUtf8() != bytes)
        return bytes;
    const QString whole = repairMojibake(text, &found);
    QMap<int, QStringList> byLine;
    for (const GarbledText& piece : std::as_const(found))
        byLine[piece.line].append(QStringLiteral("\"%1\" \u2192 \"%2\"").arg(piece.garbled, piece.repaired));
    for (auto line = byLine.begin(); line != byLine.end(); ++line)
        m_repairs.append({displayName(relativeName), line.key(), 1,
                          QCoreApplication::translate("Playbook", "garbled characters were repaired: %1")
                              .arg(line->join(QStringLiteral(", ")))});
    return found.isEmpty() ? bytes : whole.toUtf8();
}

QStringList PlaybookFiles::yamlFiles(const QString& subfolder) const
{
    QStringList names;
    const QDir folder(displayName(subfolder));
    for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
        names.append(subfolder + QLatin1Char('/') + name);
    return names;
}

QString PlaybookFiles::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto file = m_read.begin(); file != m_read.end(); ++file) {
        hash.addData(file.key().toUtf8() + '\0' + QByteArray::number(file.value().size()) + '\0');
        hash.addData(file.value());
    }
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace cockpit
