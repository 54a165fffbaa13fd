// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisClient.h"

#include "adapters/redis/RedisErrors.h"

#include <QSignalBlocker>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <hiredis/hiredis.h>

#include <algorithm>
#include <vector>

namespace cockpit::adapters::redis {

namespace {

QByteArray wire(const Arguments& arguments)
{
    std::vector<const char*> words;
    std::vector<size_t> lengths;
    for (const QByteArray& argument : arguments) {
        words.push_back(argument.constData());
        lengths.push_back(static_cast<size_t>(argument.size()));
    }
    char* formatted = nullptr;
    const int length = redisFormatCommandArgv(&formatted, static_cast<int>(words.size()), words.data(), lengths.data());
    const QByteArray bytes = length > 0 ? QByteArray(formatted, length) : QByteArray();
    redisFreeCommand(formatted);
    return bytes;
}

}  // namespace

RedisClient::RedisClient(RedisSettings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        failAll(
            fail(ErrorKind::TimedOut,
                 tr("Redis at %1 did not answer in time; check the network and the server").arg(m_settings.address())));
    });
    connect(&m_socket, &QSslSocket::connected, this, [this] {
        if (!m_settings.tls)
            greet();
    });
    connect(&m_socket, &QSslSocket::encrypted, this, [this] { greet(); });
    connect(&m_socket, &QSslSocket::readyRead, this, [this] { read(); });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this] { failSoon(); });
    connect(&m_socket, &QSslSocket::disconnected, this, [this] { failSoon(); });
}

RedisClient::~RedisClient()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void RedisClient::command(const Arguments& arguments, Milliseconds deadline, const Callback& callback)
{
    batch({arguments}, deadline, [callback](const QList<Answer>& answers) { callback(answers.first()); });
}

void RedisClient::batch(const QList<Arguments>& commands, Milliseconds deadline, const BatchCallback& callback)
{
    m_queue.enqueue({commands, callback, QDeadlineTimer(deadline), false, commands.size()});
    arm();
    if (m_ready)
        return sendWaiting();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_ready)
                sendWaiting();
            else if (m_socket.state() == QAbstractSocket::UnconnectedState && !m_queue.isEmpty())
                connectNow();
        },
        Qt::QueuedConnection);
}

Error RedisClient::errorOf(const RedisReply& reply) const
{
    return replyError(reply.text, m_settings.address());
}

void RedisClient::abort()
{
    failAll(fail(ErrorKind::Cancelled, tr("The command was cancelled")));
}

void RedisClient::connectNow()
{
    m_parser = std::make_unique<RedisParser>();
    if (!m_settings.tls) {
        m_socket.connectToHost(m_settings.host, m_settings.port);
        return;
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_settings.authorityFile.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(m_settings.authorityFile);
        if (authorities.isEmpty()) {
            failAll(fail(ErrorKind::InvalidInput,
                         tr("The authority file for %1 does not exist or holds no certificate; correct "
                            "authority_file")
                             .arg(m_settings.address())));
            return;
        }
        configuration.setCaCertificates(authorities);
    }
    m_socket.setSslConfiguration(configuration);
    m_socket.connectToHostEncrypted(m_settings.host, m_settings.port);
}

void RedisClient::greet()
{
    Arguments login;
    if (!m_settings.password.isEmpty()) {
        login.append("AUTH");
        if (!m_settings.user.isEmpty())
            login.append(m_settings.user.toUtf8());
        login.append(m_settings.password.reveal());
    }
    Arguments select;
    // A new connection is in database 0; a busy server refuses to be told so.
    if (m_settings.database != 0)
        select = {"SELECT", QByteArray::number(m_settings.database)};
    // The last word of the greeting opens the way for what waits.
    QList<Arguments> greeting;
    for (const Arguments& words : {login, select}) {
        if (!words.isEmpty())
            greeting.append(words);
    }
    if (greeting.isEmpty()) {
        m_ready = true;
        return sendWaiting();
    }
    const QDeadlineTimer until = m_queue.isEmpty() ? QDeadlineTimer(5'000) : m_queue.head().until;
    for (qsizetype i = greeting.size() - 1; i >= 0; --i) {
        const bool last = i == greeting.size() - 1;
        m_queue.prepend({{greeting.at(i)},
                         [this, last](const QList<Answer>& answers) { greeted(answers.first(), last); },
                         until,
                         false,
                         1});
    }
    for (qsizetype i = 0; i < greeting.size(); ++i)
        send(m_queue[i]);
}

void RedisClient::greeted(const Answer& answer, bool last)
{
    if (!answer.reply)
        return failAll(answer.reply.error());
    if (!last)
        return;
    m_ready = true;
    sendWaiting();
}

void RedisClient::send(Entry& entry)
{
    entry.sent = true;
    QByteArray bytes;
    for (const Arguments& arguments : std::exchange(entry.commands, {}))
        bytes += wire(arguments);
    m_socket.write(bytes);
    // Now rather than after the next turn of the event loop.
    m_socket.flush();
}

void RedisClient::sendWaiting()
{
    for (Entry& entry : m_queue) {
        if (!entry.sent)
            send(entry);
    }
}

void RedisClient::read()
{
    if (!m_parser)
        return;
    if (const Status fed = m_parser->feed(m_socket.read(1024 * 1024)); !fed) {
        failAll(fed.error());
        return;
    }
    while (m_parser) {
        auto reply = m_parser->next();
        if (!reply) {
            failAll(reply.error());
            return;
        }
        if (!*reply)
            break;
        settle(**reply);
    }
    if (m_socket.bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            this, [this] { read(); }, Qt::QueuedConnection);
}

void RedisClient::settle(const RedisReply& reply)
{
    if (m_queue.isEmpty()) {
        failAll(fail(ErrorKind::Malformed, tr("Redis at %1 answered without being asked").arg(m_settings.address())));
        return;
    }
    QList<Answer>& answers = m_queue.head().answers;
    if (reply.kind == RedisReply::Kind::Error)
        answers.append({errorOf(reply), true, true});
    else
        answers.append({reply, true, true});
    if (answers.size() < m_queue.head().count)
        return;
    const Entry entry = m_queue.dequeue();
    arm();
    entry.callback(entry.answers);
}

void RedisClient::failSoon()
{
    // Later: the socket is still inside its own code when it reports this, and it may report it twice.
    if (std::exchange(m_failing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, error = socketError()] {
            m_failing = false;
            failAll(error);
        },
        Qt::QueuedConnection);
}

void RedisClient::failAll(const Error& error)
{
    const QSignalBlocker quiet(m_socket);
    m_ready = false;
    m_parser.reset();
    m_timer.stop();
    QQueue<Entry> waiting;
    waiting.swap(m_queue);
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        m_socket.abort();
    for (Entry& entry : waiting) {
        while (entry.answers.size() < entry.count)
            entry.answers.append({error, entry.sent, false});
        entry.callback(entry.answers);
    }
}

void RedisClient::arm()
{
    if (m_queue.isEmpty()) {
        m_timer.stop();
        return;
    }
    const auto soonest = std::min_element(m_queue.begin(), m_queue.end(),
                                          [](const Entry& a, const Entry& b) { return a.until < b.until; });
    m_timer.start(Milliseconds(std::max<qint64>(soonest->until.remainingTime(), 0)));
}

Error RedisClient::socketError() const
{
    const QString where = m_settings.address();
    switch (m_socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return fail(ErrorKind::Unreachable,
                    tr("Nothing listens at %1; check that Redis runs and that host and port are right").arg(where));
    case QAbstractSocket::HostNotFoundError:
        return fail(ErrorKind::Unreachable,
                    tr("The host name of %1 cannot be found; check it in Connections").arg(where));
    case QAbstractSocket::SslHandshakeFailedError: return certificateError();
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return fail(ErrorKind::Refused,
                    tr("The encrypted connection to %1 could not be made; check TLS at the server").arg(where));
    default:
        return fail(ErrorKind::Unreachable, tr("The connection to Redis at %1 was lost").arg(where),
                    m_socket.errorString());
    }
}

Error RedisClient::certificateError() const
{
    const QString where = m_settings.address();
    const auto problems = m_socket.sslHandshakeErrors();
    for (const QSslError& problem : problems) {
        if (problem.error() == QSslError::HostNameMismatch)
            return fail(
                ErrorKind::Refused,
                tr("The certificate of %1 was made for another host name, so no password was sent; use the name in the "
                   "certificate")
                    .arg(where));
        if (problem.error() == QSslError::CertificateExpired)
            return fail(ErrorKind::Refused,
                        tr("The certificate of %1 has expired, so no password was sent; renew it").arg(where));
    }
    if (!problems.isEmpty())
        return fail(
            ErrorKind::Refused,
            tr("The certificate of %1 is not signed by a trusted authority, so no password was sent; name the right "
               "authority_file")
                .arg(where),
            problems.first().errorString());
    return fail(ErrorKind::Refused,
                tr("The encrypted connection to %1 could not be made; check that the server offers TLS on this port")
                    .arg(where),
                m_socket.errorString());
}

}  // namespace cockpit::adapters::redis
