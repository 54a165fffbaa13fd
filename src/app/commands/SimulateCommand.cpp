// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpTransport.h"
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"
#include "core/base/Duration.h"
#include "core/base/Profile.h"
#include "simulator/JustTradesSimulator.h"
#include "simulator/RailwayStandIn.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace cockpit {

namespace {

constexpr Milliseconds tellAtMost{15'000};
const char* const keyVariable = "COCKPIT_SIMULATOR_KEY";

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)
};

Result<QByteArray> readKeyFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, Text::tr("The key file %1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray key = file.read(4'096).trimmed();
    if (key.isEmpty())
        return fail(ErrorKind::InvalidInput, Text::tr("The key file %1 is empty.").arg(path));
    return key;
}

/// The key from `keyFile`, else from the environment; empty when neither is given.
Result<QByteArray> givenKey(const QString& keyFile)
{
    return keyFile.isEmpty() ? Result<QByteArray>(qgetenv(keyVariable).trimmed()) : readKeyFile(keyFile);
}

struct ServeRequest {
    JustTradesOptions options;
    QString scenario;
    QString keyFile;  ///< where to read the key, or to write a new one
    bool writeKey = false;
};

Result<ServeRequest> readServeRequest(CommandContext& context)
{
    ServeRequest request;
    QStringList& arguments = context.arguments;
    if (const QString port = takeOption(arguments, QStringLiteral("--port")); !port.isEmpty()) {
        bool number = false;
        request.options.port = port.toUShort(&number);
        if (!number)
            return fail(ErrorKind::InvalidInput, Text::tr("\"%1\" is not a port.").arg(port));
    }
    if (const QString delay = takeOption(arguments, QStringLiteral("--restart-delay")); !delay.isEmpty()) {
        const auto parsed = parseDuration(delay);
        if (!parsed)
            return parsed.error();
        request.options.restartDelay = *parsed;
    }
    request.scenario = takeOption(arguments, QStringLiteral("--scenario"));
    request.keyFile = takeOption(arguments, QStringLiteral("--key-file"));
    const auto key = !request.keyFile.isEmpty() && !QFile::exists(request.keyFile) ? Result<QByteArray>(QByteArray())
                                                                                   : givenKey(request.keyFile);
    if (!key)
        return key.error();
    request.options.key = QString::fromUtf8(*key);
    request.writeKey = key->isEmpty();
    return request;
}

/// A key nobody gave is made up and left in a file that only its owner can read.
Status leaveKey(CommandContext& context, ServeRequest& request, const QString& key)
{
    if (!request.writeKey)
        return Done{};
    if (request.keyFile.isEmpty()) {
        const auto profile = Profile::open(context.profileDirectory);
        if (!profile)
            return profile.error();
        request.keyFile = profile->directory() + QStringLiteral("/just-trades-simulator.key");
    }
    return writeKeyFile(request.keyFile, key.toUtf8());
}

int serve(CommandContext& context)
{
    auto read = readServeRequest(context);
    if (!read) {
        context.err << read.error().message << '\n';
        return ExitUsage;
    }
    ServeRequest& request = read.value();
    if (!context.arguments.isEmpty())
        return usage(context, QStringLiteral("simulate just-trades [--port N] [--scenario NAME] [--key-file FILE] "
                                             "[--restart-delay DURATION]"));
    const SystemClock clock;
    JustTradesSimulator simulator(clock, request.options);
    if (!request.scenario.isEmpty()) {
        if (const Status known = simulator.setScenario(request.scenario); !known) {
            context.err << known.error().message << '\n';
            return ExitUsage;
        }
    }
    if (const auto port = simulator.listen(); !port)
        return printError(context, port.error());
    if (const Status left = leaveKey(context, request, simulator.key()); !left)
        return printError(context, left.error());
    if (context.json) {
        QJsonObject line{{QStringLiteral("url"), simulator.url().toString()}};
        if (!request.keyFile.isEmpty())
            line[QStringLiteral("key_file")] = request.keyFile;
        context.out << QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) << Qt::endl;
    } else {
        context.out << simulator.url().toString() << Qt::endl;
        if (request.writeKey)
            context.err << Text::tr("The key for X-Admin-Key is in %1").arg(request.keyFile) << Qt::endl;
    }
    return QCoreApplication::exec();
}

bool isLoopback(const QUrl& url)
{
    return url.scheme() == QLatin1String("http") &&
           (url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback());
}

HttpRequest controlRequest(QUrl url, const QString& action, const QByteArray& key)
{
    HttpRequest request;
    const bool reads = action == QLatin1String("state") || action == QLatin1String("logs");
    const bool switches = JustTradesSimulator::scenarios().contains(action);
    url.setPath(QStringLiteral("/simulator/") + (switches ? QStringLiteral("scenario") : action));
    request.url = url;
    request.method = reads ? "GET" : "POST";
    request.headers = {{"X-Admin-Key", key}};
    if (switches) {
        request.headers.append(HttpHeader{"Content-Type", "application/json"});
        request.body = QJsonDocument(QJsonObject{{QStringLiteral("name"), action}}).toJson(QJsonDocument::Compact);
    }
    request.deadline = tellAtMost;
    return request;
}

int printReply(CommandContext& context, const HttpReply& reply)
{
    if (reply.status == 200) {
        context.out << QString::fromUtf8(reply.body.trimmed()) << Qt::endl;
        return ExitDone;
    }
    const QString reason = QJsonDocument::fromJson(reply.body).object().value(QStringLiteral("error")).toString();
    context.err << Text::tr("The simulator answered %1: %2").arg(reply.status).arg(reason) << Qt::endl;
    return reply.status == 403 ? ExitUnreachable : ExitRefused;
}

int tell(CommandContext& context)
{
    const QString keyFile = takeOption(context.arguments, QStringLiteral("--key-file"));
    if (context.arguments.size() != 2)
        return usage(context, QStringLiteral("simulate tell URL state|logs|restart|reauthorize|renew-session|SCENARIO "
                                             "[--key-file FILE]"));
    const QUrl url(context.arguments.at(0), QUrl::StrictMode);
    if (!isLoopback(url)) {
        context.err << Text::tr("A simulator is on this machine: the address must be like http://127.0.0.1:8080")
                    << '\n';
        return ExitUsage;
    }
    const auto key = givenKey(keyFile);
    if (!key)
        return printError(context, key.error());
    const auto transport = adapters::http::makeHttpTransport();
    const Result<HttpReply> reply =
        runUntilFinished(transport->send(controlRequest(url, context.arguments.at(1), *key)), tellAtMost);
    return reply ? printReply(context, *reply) : printError(context, reply.error());
}

}  // namespace

int simulateCommand(CommandContext& context)
{
    const QString what = context.arguments.isEmpty() ? QString() : context.arguments.takeFirst();
    if (what == QLatin1String("just-trades"))
        return serve(context);
    if (what == QLatin1String("tell"))
        return tell(context);
    if (!what.isEmpty())
        context.arguments.prepend(what);
    return usage(context, QStringLiteral("simulate just-trades|tell …"));
}

}  // namespace cockpit
