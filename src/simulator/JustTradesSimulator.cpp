// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/JustTradesSimulator.h"

#include "simulator/RandomWord.h"
#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"
#include "simulator/justtrades/JustTradesServer.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QTcpServer>
#include <QTimer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

struct JustTradesSimulator::Private {
    Private(const Clock& clock, JustTradesOptions given)
        : options(std::move(given))
        , model(clock, options.restartDelay)
        , pages(model)
    {
    }

    JustTradesOptions options;
    JustTradesModel model;
    JustTradesPages pages;
    std::unique_ptr<JustTradesServer> server;
    QTimer timer;
    quint16 port = 0;
};

JustTradesSimulator::JustTradesSimulator(const Clock& clock, JustTradesOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
    if (d->options.key.isEmpty())
        d->options.key = randomWord();
    d->server = std::make_unique<JustTradesServer>(d->model, d->pages, d->options.key);
    connect(&d->timer, &QTimer::timeout, this, [this] {
        d->model.advance();
        d->server->publishPrices();
    });
}

JustTradesSimulator::~JustTradesSimulator() = default;

Result<quint16> JustTradesSimulator::listen()
{
    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost, d->options.port))
        return fail(
            ErrorKind::Unreachable,
            QCoreApplication::translate("Simulator", "Port %1 of this machine cannot be opened: %2. Choose another.")
                .arg(d->options.port)
                .arg(socket->errorString()));
    d->port = socket->serverPort();
    d->server->bind(socket.release());
    d->timer.start(JustTradesModel::tick);
    return d->port;
}

QUrl JustTradesSimulator::url() const
{
    return d->port == 0 ? QUrl() : QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

const QString& JustTradesSimulator::key() const
{
    return d->options.key;
}

QStringList JustTradesSimulator::scenarios()
{
    return JustTradesModel::scenarios();
}

QString JustTradesSimulator::scenario() const
{
    return d->model.scenario();
}

Status JustTradesSimulator::setScenario(const QString& name)
{
    return d->model.setScenario(name);
}

void JustTradesSimulator::restart()
{
    d->model.restart();
}

void JustTradesSimulator::reauthorize()
{
    d->model.reauthorize();
}

void JustTradesSimulator::renewSession()
{
    d->model.renewSession();
}

const JustTradesModel& JustTradesSimulator::model() const
{
    return d->model;
}

}  // namespace cockpit
