// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/EvidenceStore.h"

#include "core/base/Ids.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace cockpit {

namespace {

constexpr qint64 maximumSize = 512LL * 1024 * 1024;
constexpr size_t blockSize = 256 * 1024;
constexpr qsizetype sniffed = 16 * 1024;
const QLatin1String incomingPrefix(".incoming-");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(EvidenceStore)
};

/// A file descriptor that is closed when it goes.
class Descriptor
{
public:
    Descriptor(const QString& path, int flags, mode_t mode = 0)
        : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, mode))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

Error cannotKeep(const QString& directory, int problem)
{
    return fail(ErrorKind::Storage,
                Say::tr("The evidence cannot be kept in %1: %2. Free some space or check the rights, then add it again")
                    .arg(directory, qt_error_string(problem)));
}

Error tooLarge(const QString& name)
{
    return fail(ErrorKind::TooLarge,
                Say::tr("\"%1\" is larger than 512 MiB; attach the part of it that matters").arg(safeLine(name, 80)));
}

/// Reads up to `size` bytes; -1 on error, 0 at the end.
ssize_t readSome(int descriptor, char* into, size_t size)
{
    ssize_t got = 0;
    do
        got = ::read(descriptor, into, size);
    while (got < 0 && errno == EINTR);
    return got;
}

/// A file in the making: unnamed to the rest until everything is on disk; removed when it goes without commit().
class Incoming
{
public:
    explicit Incoming(const QString& directory)
        : m_directory(directory)
        , m_path(directory + QLatin1Char('/') + incomingPrefix + newId())
        , m_file(m_path, O_WRONLY | O_CREAT | O_EXCL, 0600)
        , m_problem(m_file.isOpen() ? 0 : errno)
    {
    }
    ~Incoming()
    {
        if (m_file.isOpen() && !m_committed)
            ::unlink(QFile::encodeName(m_path).constData());
    }
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;

    bool write(const char* data, size_t size)
    {
        if (m_problem != 0)
            return false;
        m_hash.addData(QByteArrayView(data, static_cast<qsizetype>(size)));
        if (m_start.size() < sniffed)
            m_start.append(data, std::min(static_cast<qsizetype>(size), sniffed - m_start.size()));
        m_size += static_cast<qint64>(size);
        while (size > 0) {
            const ssize_t written = ::write(m_file.number(), data, size);
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0) {
                m_problem = written < 0 ? errno : ENOSPC;
                return false;
            }
            data += written;
            size -= static_cast<size_t>(written);
        }
        return true;
    }

    /// Content first, then its name, then the folder that holds the name.
    Result<StoredEvidence> commit(const QString& name, const QString& type)
    {
        StoredEvidence evidence;
        evidence.sha256 = QString::fromLatin1(m_hash.result().toHex());
        const QString target = m_directory + QLatin1Char('/') + evidence.sha256;
        if (m_problem != 0 || fsync(m_file.number()) != 0 ||
            std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(target).constData()) != 0)
            return cannotKeep(m_directory, m_problem != 0 ? m_problem : errno);
        m_committed = true;
        const Descriptor folder(m_directory, O_RDONLY | O_DIRECTORY);
        if (!folder.isOpen() || fsync(folder.number()) != 0)
            return cannotKeep(m_directory, errno);
        evidence.name = name;
        evidence.type = type.isEmpty() ? QMimeDatabase().mimeTypeForFileNameAndData(name, m_start).name() : type;
        evidence.size = m_size;
        return evidence;
    }

    qint64 size() const { return m_size; }
    int problem() const { return m_problem; }

private:
    QString m_directory;
    QString m_path;
    Descriptor m_file;
    int m_problem;
    bool m_committed = false;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_start;
    qint64 m_size = 0;
};

QString plainName(const QString& name)
{
    const qsizetype slash = std::max(name.lastIndexOf(QLatin1Char('/')), name.lastIndexOf(QLatin1Char('\\')));
    const QString last = safeLine(name.mid(slash + 1)).trimmed();
    if (last.isEmpty() || last == QLatin1String(".") || last == QLatin1String(".."))
        return QStringLiteral("evidence");
    return last;
}

Status makeDirectory(const QString& directory)
{
    const QByteArray path = QFile::encodeName(directory);
    if (mkdir(path.constData(), 0700) != 0) {
        if (errno == EEXIST)
            return Done{};
        return cannotKeep(directory, errno);
    }
    const Descriptor parent(QFileInfo(directory).absolutePath(), O_RDONLY | O_DIRECTORY);
    if (!parent.isOpen() || fsync(parent.number()) != 0)
        return cannotKeep(directory, errno);
    return Done{};
}

/// Checks that what was opened is a file whose bytes lie on a disk.
Status checkSource(const Descriptor& source, const QString& path)
{
    struct stat information {
    };
    struct statfs system {
    };
    if (fstat(source.number(), &information) != 0 || fstatfs(source.number(), &system) != 0)
        return fail(ErrorKind::Storage, Say::tr("%1 cannot be read: %2").arg(safeLine(path), qt_error_string(errno)));
    const auto kind = static_cast<quint64>(system.f_type);
    if (!S_ISREG(information.st_mode) || kind == PROC_SUPER_MAGIC || kind == SYSFS_MAGIC)
        return fail(
            ErrorKind::InvalidInput,
            Say::tr("%1 is not an ordinary file; only files, no folders, links, pipes or devices, can be attached")
                .arg(safeLine(path)));
    if (information.st_size > maximumSize)
        return tooLarge(path);
    return Done{};
}

bool isHash(const QString& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar character) {
               return (character >= QLatin1Char('0') && character <= QLatin1Char('9')) ||
                      (character >= QLatin1Char('a') && character <= QLatin1Char('f'));
           });
}

}  // namespace

EvidenceStore::EvidenceStore(QString directory)
    : m_directory(std::move(directory))
{
}

Result<StoredEvidence> EvidenceStore::addBytes(const QByteArray& bytes, const QString& name, const QString& type)
{
    if (bytes.size() > maximumSize)
        return tooLarge(name);
    if (const Status made = makeDirectory(m_directory); !made)
        return made.error();
    Incoming incoming(m_directory);
    if (!incoming.write(bytes.constData(), static_cast<size_t>(bytes.size())))
        return cannotKeep(m_directory, incoming.problem());
    return incoming.commit(plainName(name), safeLine(type, 100));
}

Result<StoredEvidence> EvidenceStore::addFile(const QString& path)
{
    // Non-blocking, because opening a pipe that nobody writes to would wait for ever.
    const Descriptor source(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (!source.isOpen()) {
        const bool link = errno == ELOOP;
        return fail(ErrorKind::InvalidInput,
                    link ? Say::tr("%1 is a link; attach the file it leads to").arg(safeLine(path))
                         : Say::tr("%1 cannot be opened: %2").arg(safeLine(path), qt_error_string(errno)));
    }
    if (const Status good = checkSource(source, path); !good)
        return good.error();
    if (const Status made = makeDirectory(m_directory); !made)
        return made.error();
    Incoming incoming(m_directory);
    std::vector<char> block(blockSize);
    for (;;) {
        const ssize_t got = readSome(source.number(), block.data(), block.size());
        if (got < 0)
            return fail(ErrorKind::Storage,
                        Say::tr("%1 cannot be read: %2").arg(safeLine(path), qt_error_string(errno)));
        if (got == 0)
            break;
        // The file may grow while it is copied.
        if (incoming.size() + got > maximumSize)
            return tooLarge(path);
        if (!incoming.write(block.data(), static_cast<size_t>(got)))
            return cannotKeep(m_directory, incoming.problem());
    }
    return incoming.commit(plainName(path), {});
}

Result<QByteArray> EvidenceStore::read(const QString& sha256, qint64 maximum) const
{
    const Error missing =
        fail(ErrorKind::NotFound, Say::tr("There is no such piece of evidence in %1").arg(m_directory));
    if (!isHash(sha256))
        return missing;
    const Descriptor file(pathOf(sha256), O_RDONLY | O_NONBLOCK);
    if (!file.isOpen())
        return errno == ENOENT
                   ? missing
                   : fail(ErrorKind::Storage,
                          Say::tr("The evidence %1 cannot be read: %2").arg(sha256.left(12), qt_error_string(errno)));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray kept;
    std::vector<char> block(blockSize);
    for (;;) {
        const ssize_t got = readSome(file.number(), block.data(), block.size());
        if (got < 0)
            return fail(ErrorKind::Storage,
                        Say::tr("The evidence %1 cannot be read: %2").arg(sha256.left(12), qt_error_string(errno)));
        if (got == 0)
            break;
        hash.addData(QByteArrayView(block.data(), got));
        kept.append(block.data(), std::min<qint64>(got, maximum - kept.size()));
    }
    if (QString::fromLatin1(hash.result().toHex()) != sha256)
        return fail(
            ErrorKind::Storage,
            Say::tr("The evidence %1 is no longer what was kept: its content was changed").arg(sha256.left(12)));
    return kept;
}

QString EvidenceStore::pathOf(const QString& sha256) const
{
    return m_directory + QLatin1Char('/') + sha256;
}

void EvidenceStore::removeAbandoned(const QDateTime& before) const
{
    const QDir directory(m_directory);
    const QFileInfoList left =
        directory.entryInfoList({incomingPrefix + QLatin1Char('*')}, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo& file : left) {
        if (file.lastModified() < before)
            ::unlink(QFile::encodeName(file.filePath()).constData());
    }
}

}  // namespace cockpit
