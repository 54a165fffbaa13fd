// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/RemoteProgram.h"

#include "adapters/shell/ProcessKeeper.h"
#include "adapters/shell/ShellSettings.h"
#include "core/base/Ids.h"
#include "core/base/SafeText.h"
#include "core/base/ShellWords.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace cockpit::adapters::shell {

namespace {

constexpr qsizetype longestGreeting = 256 * 1024;  ///< login scripts of the server may talk first
constexpr qsizetype longestInput = 512 * 1024;     ///< fits into the pipe without anybody reading

/// Runs on the server. $1: the word of greeting, also the mark by which descendants are found; $2: working folder;
/// $3: lines of standard input; $4: how many secrets; then their variables; then the program.
/// The standard input belongs to the wrapper, not to the program: its end is the end of the connection. From the start
/// on the wrapper writes nothing itself: a word to a connection that is gone would end it before it has tidied up.
const char* const wrapper = R"SH(exec 3<&0
printf '%s %s\n' "$1" "$(id -un)"
IFS= read -r word <&3 || exit 0
[ "$word" = go ] || exit 0
mark=$1 folder=$2 lines=$3 secrets=$4
shift 4
while [ "$secrets" -gt 0 ]; do
  IFS= read -r value <&3 || exit 0
  export "$1=$value"
  shift
  secrets=$((secrets - 1))
done
if [ "$lines" -gt 0 ]; then IFS= read -r text <&3 || exit 0; fi
count=1
while [ "$count" -lt "$lines" ]; do
  IFS= read -r line <&3 || exit 0
  text="$text
$line"
  count=$((count + 1))
done
if [ -n "$folder" ]; then cd -- "$folder" || exit 126; fi
session=
command -v setsid >/dev/null 2>&1 && session=setsid
if [ "$lines" -gt 0 ]; then
  COCKPIT_RUN="$mark" $session "$@" 3<&- <<END &
$text
END
else
  COCKPIT_RUN="$mark" $session "$@" 3<&- </dev/null &
fi
program=$!
end() {
  kill -s "$1" -- "-$program" 2>/dev/null || kill -s "$1" "$program" 2>/dev/null
}
(
  while IFS= read -r word <&3; do :; done
  end TERM
  sleep 3
  end KILL
) >/dev/null 2>&1 &
watcher=$!
exec 3<&- >/dev/null 2>&1
trap '' HUP INT TERM PIPE
wait "$program"
code=$?
kill "$watcher" 2>/dev/null
end KILL
for again in 1 2 3; do
  for file in $(grep -lsF "COCKPIT_RUN=$mark" /proc/[0-9]*/environ 2>/dev/null); do
    left=${file#/proc/}
    kill -s KILL "${left%/environ}" 2>/dev/null
  done
done
exit "$code"
)SH";

}  // namespace

RemoteProgram::RemoteProgram(SshSettings settings, QObject* parent)
    : ProgramRun(parent)
    , m_settings(std::move(settings))
    , m_word(QStringLiteral("cockpit-") + newId())
{
    connect(&m_process, &KeptProcess::output, this, [this](const QByteArray& bytes) { take(bytes); });
    connect(&m_process, &KeptProcess::ended, this, [this](int exitCode) { conclude(exitCode); });
    connect(&m_process, &KeptProcess::failed, this, [this](const QString& reason) {
        giveUp(ErrorKind::Unsupported, tr("ssh could not be started: %1").arg(reason));
    });
}

QString RemoteProgram::remoteCommand(const ProgramRequest& request, const QString& directory, const QString& word)
{
    QStringList words{QStringLiteral("exec"),
                      QStringLiteral("sh"),
                      QStringLiteral("-c"),
                      shellQuoted(QString::fromLatin1(wrapper)),
                      QStringLiteral("cockpit"),
                      shellQuoted(word),
                      shellQuoted(directory),
                      QString::number(request.input.count('\n')),
                      QString::number(request.secrets.size())};
    words += request.secrets.keys();
    words += {QStringLiteral("env"), QStringLiteral("TERM=dumb")};
    for (auto entry = request.environment.begin(); entry != request.environment.end(); ++entry)
        words.append(shellQuoted(entry.key() + QLatin1Char('=') + entry.value().toString()));
    for (const QString& argument : request.argv)
        words.append(shellQuoted(argument));
    return words.join(QLatin1Char(' '));
}

Status RemoteProgram::begin(const ProgramRequest& request)
{
    for (const Secret& secret : request.secrets) {
        if (secret.reveal().contains('\n') || secret.reveal().contains('\0'))
            return fail(ErrorKind::InvalidInput,
                        tr("A secret of several lines cannot be handed to a program on %1").arg(m_settings.host));
    }
    if (request.input.size() > longestInput)
        return fail(ErrorKind::TooLarge, tr("The input of the program is above 512 KiB"));
    m_request = request;
    return connectTo();
}

Status RemoteProgram::identify()
{
    m_onlyIdentify = true;
    return connectTo();
}

Status RemoteProgram::connectTo()
{
    const QString ssh = QStandardPaths::findExecutable(QStringLiteral("ssh"), ShellSettings().searchPath());
    if (ssh.isEmpty())
        return fail(ErrorKind::NotFound,
                    tr("The program ssh is not on this workstation; install the package openssh-client"));
    if (!m_folder.isValid())
        return fail(ErrorKind::Storage, tr("No temporary folder can be made for ssh: %1").arg(m_folder.errorString()));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), ShellSettings().searchPath().join(QLatin1Char(':')));
    environment.insert(QStringLiteral("HOME"), QDir::homePath());
    if (m_settings.keyFile.isEmpty() && qEnvironmentVariableIsSet("SSH_AUTH_SOCK"))
        environment.insert(QStringLiteral("SSH_AUTH_SOCK"), qEnvironmentVariable("SSH_AUTH_SOCK"));
    const QStringList arguments = m_settings.arguments(m_folder.filePath(QStringLiteral("ssh.log"))) +
                                  QStringList{remoteCommand(m_request, m_settings.directory, m_word)};
    Launch launch{ssh, arguments, m_folder.path(), environment};
    launch.keepsInputOpen = true;
    return m_process.start(launch);
}

void RemoteProgram::take(const QByteArray& bytes)
{
    if (m_over)
        return;
    if (m_greeted) {
        emit output(bytes);
        return;
    }
    m_before += bytes;
    const QByteArray word = m_word.toLatin1() + ' ';
    const qsizetype begin = m_before.indexOf(word);
    const qsizetype end = begin < 0 ? -1 : m_before.indexOf('\n', begin);
    if (end >= 0) {
        m_greeted = true;
        const QByteArray rest = m_before.mid(end + 1);
        greet(m_before.mid(begin + word.size(), end - begin - word.size()));
        if (!rest.isEmpty() && !m_over)
            emit output(rest);
    } else if (m_before.size() > longestGreeting) {
        giveUp(ErrorKind::Malformed, tr("%1 talks without end when %2 logs in; look at the login scripts there")
                                         .arg(m_settings.identity().address, m_settings.user));
    }
}

void RemoteProgram::greet(const QByteArray& user)
{
    TargetIdentity found = m_settings.identity();
    found.serverId = log().fingerprint;
    found.role = safeLine(QString::fromUtf8(user), 64);
    if (m_onlyIdentify) {
        m_over = true;
        m_process.closeInput();
        emit identified(found);
        return;
    }
    if (m_request.approved && !m_request.approved->isSame(found)) {
        const Error other = otherTarget(*m_request.approved, found);
        giveUp(other.kind, other.message);
        return;
    }
    QByteArray input = "go\n";
    for (const Secret& secret : std::as_const(m_request.secrets))
        input += secret.reveal() + '\n';
    input += m_request.input;
    if (const Status written = m_process.write(input); !written)
        giveUp(written.error().kind, written.error().message);
}

SshLog RemoteProgram::log() const
{
    constexpr qint64 longestLog = 256 * 1024;
    QFile file(m_folder.filePath(QStringLiteral("ssh.log")));
    return SshLog::read(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(longestLog)) : QString(),
                        m_settings);
}

void RemoteProgram::conclude(int exitCode)
{
    constexpr int connectionLost = 255;
    if (std::exchange(m_over, true))
        return;
    if (m_greeted) {
        if (exitCode == connectionLost)
            emit output('\n' + tr("(ssh: the connection was lost, or the program itself ended with 255)").toUtf8() +
                        '\n');
        emit ended(exitCode);
        return;
    }
    const SshLog said = log();
    m_problemKind = said.kind;
    emit failed(said.problem.isEmpty()
                    ? tr("There is no SSH connection to %1: %2")
                          .arg(m_settings.identity().address, safeLine(QString::fromUtf8(m_before.right(200)), 200))
                    : said.problem);
}

void RemoteProgram::giveUp(ErrorKind kind, const QString& sentence)
{
    if (std::exchange(m_over, true))
        return;
    m_problemKind = kind;
    m_process.send(shell::endEverything);
    emit failed(sentence);
}

void RemoteProgram::askToEnd()
{
    if (m_greeted)
        m_process.closeInput();
    else
        m_process.send(shell::askToEnd);
}

void RemoteProgram::endEverything()
{
    m_process.send(shell::endEverything);
}

}  // namespace cockpit::adapters::shell
