// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpTransport.h"
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"
#include "core/base/Duration.h"
#include "core/base/Profile.h"
#include "simulator/DemoPlatforms.h"
#include "simulator/StandInTools.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <optional>

namespace cockpit {

namespace {

constexpr Milliseconds tellAtMost{15'000};
constexpr Milliseconds startAtMost{120'000};
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
    PlatformOptions options;
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
    request.options.servers = !arguments.removeOne(QStringLiteral("--without-servers"));
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
        request.keyFile = profile->directory() + QStringLiteral("/simulator.key");
    }
    return writeKeyFile(request.keyFile, key.toUtf8());
}

int serve(CommandContext& context, const QString& id)
{
    auto read = readServeRequest(context);
    if (!read) {
        context.err << read.error().message << '\n';
        return ExitUsage;
    }
    ServeRequest& request = read.value();
    if (!context.arguments.isEmpty())
        return usage(context, QStringLiteral("simulate %1 [--port N] [--scenario NAME] [--key-file FILE] "
                                             "[--restart-delay DURATION] [--without-servers]")
                                  .arg(id));
    const SystemClock clock;
    QTemporaryDir folder;
    request.options.folder = folder.path();
    request.options.program = QCoreApplication::applicationFilePath();
    const auto platform = makeSimulatedPlatform(id, clock, request.options);
    if (!request.scenario.isEmpty() && !platform->scenarios().contains(request.scenario)) {
        context.err << unknownWord(request.scenario, platform->scenarios()).message << '\n';
        return ExitUsage;
    }
    const auto bindings = runUntilFinished(platform->start(), startAtMost);
    if (!bindings)
        return printError(context, bindings.error());
    if (!request.scenario.isEmpty()) {
        if (const Status set = platform->setScenario(request.scenario); !set)
            return printError(context, set.error());
    }
    for (const QString& problem : platform->problems())
        context.err << problem << Qt::endl;
    if (const Status left = leaveKey(context, request, platform->key()); !left)
        return printError(context, left.error());
    if (context.json) {
        QJsonObject line{{QStringLiteral("url"), platform->url().toString()}};
        if (!request.keyFile.isEmpty())
            line[QStringLiteral("key_file")] = request.keyFile;
        context.out << QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) << Qt::endl;
    } else {
        context.out << platform->url().toString() << Qt::endl;
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

HttpRequest controlRequest(QUrl url, const QString& action, const QByteArray& key, const QJsonObject& body = {})
{
    HttpRequest request;
    const bool reads = action == QLatin1String("state") || action == QLatin1String("logs");
    url.setPath(QStringLiteral("/simulator/") + action);
    request.url = url;
    request.method = reads ? "GET" : "POST";
    request.headers = {{"X-Admin-Key", key}};
    if (!body.isEmpty()) {
        request.headers.append(HttpHeader{"Content-Type", "application/json"});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
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

/// Where a simulator was said to be, and its key.
Result<std::pair<QUrl, QByteArray>> readTarget(const QString& address, const QString& keyFile)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!isLoopback(url))
        return fail(ErrorKind::InvalidInput,
                    Text::tr("A simulator is on this machine: the address must be like http://127.0.0.1:8080"));
    const auto key = givenKey(keyFile);
    if (!key)
        return key.error();
    return std::pair(url, *key);
}

Result<HttpReply> send(const HttpRequest& request)
{
    const auto transport = adapters::http::makeHttpTransport();
    return runUntilFinished(transport->send(request), tellAtMost);
}

int tell(CommandContext& context)
{
    const QString keyFile = takeOption(context.arguments, QStringLiteral("--key-file"));
    QString action = context.arguments.value(1);
    const bool switches = action == QLatin1String("scenario");
    if (context.arguments.size() != (switches ? 3 : 2))
        return usage(context, QStringLiteral("simulate tell URL state|logs|scenario NAME|ACT [--key-file FILE]"));
    const auto target = readTarget(context.arguments.at(0), keyFile);
    if (!target)
        return printError(context, target.error());
    const QJsonObject body = switches ? QJsonObject{{QStringLiteral("name"), context.arguments.at(2)}} : QJsonObject();
    const auto reply = send(controlRequest(target->first, action, target->second, body));
    return reply ? printReply(context, *reply) : printError(context, reply.error());
}

/// What a stand-in tool calls: hands its name and arguments on, and ends as the simulated tool ended.
int tool(CommandContext& context)
{
    const QString keyFile = takeOption(context.arguments, QStringLiteral("--key-file"));
    if (context.arguments.size() < 2)
        return usage(context, QStringLiteral("simulate tool URL --key-file FILE -- NAME [ARGUMENT…]"));
    const QStringList argv = context.arguments.mid(1);
    const auto target = readTarget(context.arguments.first(), keyFile);
    if (!target)
        return printError(context, target.error());
    const QJsonObject body{{QStringLiteral("argv"), QJsonArray::fromStringList(argv)}};
    const auto reply = send(controlRequest(target->first, QStringLiteral("tool"), target->second, body));
    if (!reply)
        return printError(context, reply.error());
    if (reply->status != 200)
        return printReply(context, *reply);
    const QJsonObject answer = QJsonDocument::fromJson(reply->body).object();
    context.out << answer.value(QStringLiteral("output")).toString() << Qt::flush;
    context.err << answer.value(QStringLiteral("error")).toString() << Qt::flush;
    return answer.value(QStringLiteral("exit_code")).toInt(ExitRefused);
}

}  // namespace

int simulateCommand(CommandContext& context)
{
    const QString what = context.arguments.isEmpty() ? QString() : context.arguments.takeFirst();
    if (simulatedPlatforms().contains(what))
        return serve(context, what);
    if (what == QLatin1String("tell"))
        return tell(context);
    if (what == QLatin1String("tool"))
        return tool(context);
    if (!what.isEmpty())
        context.arguments.prepend(what);
    return usage(context, QStringLiteral("simulate %1|tell|tool …").arg(simulatedPlatforms().join(QLatin1Char('|'))));
}

}  // namespace cockpit
