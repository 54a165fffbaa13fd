// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/justtrades/JustTradesReleases.h"

#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds gitDeadline{30'000};
constexpr qint64 stableAt = 1'771'945'200;  // 24 February 2026, 15:00 UTC

struct Commit {
    QByteArray ref;
    int mark = 0;
    int parent = 0;  ///< a mark; 0: none
    qint64 at = 0;
    QByteArray author;
    QByteArray subject;
    QByteArray release;
    QByteArray code;
};

QByteArray data(const QByteArray& content)
{
    return "data " + QByteArray::number(content.size()) + '\n' + content + '\n';
}

QByteArray commitText(const Commit& commit)
{
    const QByteArray who = commit.author + " <" + commit.author.toLower().replace(' ', '.') + "@example.com> " +
                           QByteArray::number(commit.at) + " +0000\n";
    QByteArray text = "commit " + commit.ref + "\nmark :" + QByteArray::number(commit.mark) + "\nauthor " + who +
                      "committer " + who + data(commit.subject + '\n');
    if (commit.parent != 0)
        text += "from :" + QByteArray::number(commit.parent) + '\n';
    text += "M 100644 inline RELEASE\n" + data(commit.release + '\n');
    text += "M 100644 inline broker_execution.py\n" + data(commit.code);
    text += "M 100644 inline requirements.txt\n" + data("flask==3.0.2\npsycopg2-binary==2.9.9\nbrevo-python<2.0.0\n");
    return text + '\n';
}

QByteArray history(const QDateTime& now)
{
    const qint64 current = now.toSecsSinceEpoch() - 2LL * 24 * 3'600;
    const qint64 bad = now.toSecsSinceEpoch() - 8LL * 60;
    const QByteArray base = "refs/simulator/current";
    const QByteArray good = "def execute(order):\n    return broker_pool.submit(order)\n";
    QByteArray text = commitText({base, 1, 0, stableAt - 86'400, "Ana Ruiz", "Copy signals to brokers", "first", good});
    text += commitText({base, 2, 1, stableAt, "Ana Ruiz", "Guard the price socket by a semaphore", "stable", good});
    text += "reset refs/tags/" + JustTradesReleases::stableTag().toUtf8() + "\nfrom :2\n\n";
    text += commitText({base, 3, 2, current, "Tom Weber", "Word the help page better", "current", good});
    text += commitText({"refs/simulator/order-path", 4, 3, bad, "Tom Weber", "Tidy the order path", "order-path",
                        "def execute(order):\n    return pool.submit(order)\n"});
    text += commitText({"refs/simulator/waiting", 5, 3, bad, "Tom Weber", "Keep a record of each webhook", "waiting",
                        "def execute(order):\n    record_webhook(order)\n    return broker_pool.submit(order)\n"});
    text += commitText({"refs/simulator/rounding", 6, 3, bad, "Tom Weber", "Compute exits with more digits", "rounding",
                        "def execute(order):\n    order.price = exact(order.price)\n    return "
                        "broker_pool.submit(order)\n"});
    text += "reset refs/heads/main\nfrom :3\n\n";
    return text;
}

QByteArray firstLine(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed() : QByteArray();
}

}  // namespace

JustTradesReleases::JustTradesReleases(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_folder(folder)
{
}

bool JustTradesReleases::available()
{
    return !findProgram(u"git"_s).isEmpty();
}

QString JustTradesReleases::stableTag()
{
    return u"WORKING_FEB24_2026_WS_SEMAPHORE_STABLE"_s;
}

QString JustTradesReleases::clone() const
{
    return QDir(m_folder).filePath(u"just-trades"_s);
}

QFuture<Status> JustTradesReleases::make(const QDateTime& now)
{
    if (!available())
        return QtFuture::makeReadyFuture(Status(
            fail(ErrorKind::Unsupported,
                 QCoreApplication::translate("Simulator", "git is not installed; releases cannot be rolled back."))));
    if (!QDir().mkpath(m_folder))
        return QtFuture::makeReadyFuture(
            Status(fail(ErrorKind::Storage,
                        QCoreApplication::translate("Simulator", "The folder %1 cannot be made.").arg(m_folder))));
    const auto git = [this](const QStringList& arguments, const QByteArray& input = {}) {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        environment.insert(u"HOME"_s, m_folder);
        environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
        return runToEnd({findProgram(u"git"_s), arguments, input, m_folder, environment}, gitDeadline);
    };
    const auto next = [](auto step) {
        return [step](const Status& status) { return status ? step() : QtFuture::makeReadyFuture(status); };
    };
    return git({u"init"_s, u"--quiet"_s, u"--bare"_s, u"--initial-branch=main"_s, u"origin.git"_s})
        .then(this, next([git, now] {
                  return git({u"--git-dir=origin.git"_s, u"fast-import"_s, u"--quiet"_s}, history(now));
              }))
        .unwrap()
        .then(this, next([git] {
                  return git({u"clone"_s, u"--quiet"_s, u"origin.git"_s, u"just-trades"_s});
              }))
        .unwrap();
}

Status JustTradesReleases::publish(const QString& release)
{
    const QDir origin(QDir(m_folder).filePath(u"origin.git"_s));
    const QByteArray commit = firstLine(origin.filePath(u"refs/simulator/"_s + release));
    QFile main(origin.filePath(u"refs/heads/main"_s));
    if (commit.isEmpty() || !main.open(QIODevice::WriteOnly) || main.write(commit + '\n') != commit.size() + 1)
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("Simulator", "The release %1 cannot be published.").arg(release));
    for (const QString& name : QDir(m_folder).entryList({u"just-trades-*"_s}, QDir::Dirs))
        QDir(QDir(m_folder).filePath(name)).removeRecursively();
    QDir(clone() + u"/.git/worktrees"_s).removeRecursively();
    return Done{};
}

QString JustTradesReleases::releaseIn(const QString& directory) const
{
    return QString::fromUtf8(firstLine(QDir(QDir(clone()).filePath(directory)).filePath(u"RELEASE"_s)));
}

}  // namespace cockpit
