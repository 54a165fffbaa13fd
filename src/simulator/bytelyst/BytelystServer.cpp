// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystServer.h"

#include "simulator/bytelyst/BytelystModel.h"
#include "simulator/bytelyst/BytelystPages.h"

#include <QMetaEnum>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

BytelystServer::BytelystServer(BytelystModel& model, const QString& key)
    : SimulatorServer(key)
    , m_model(model)
{
}

BytelystServer::~BytelystServer() = default;

void BytelystServer::serve(const BytelystPages& pages, Face face)
{
    m_pages = &pages;
    m_face = std::move(face);
}

void BytelystServer::advance()
{
    m_model.advance();
}

void BytelystServer::handlePlatform(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    const char* method = QMetaEnum::fromType<Method>().valueToKey(static_cast<int>(request.method()));
    const BytelystReply answer = m_face(
        {QByteArray(method).toUpper(), request.url().path(), request.value("Authorization"), request.value("apikey")});
    responder.write(answer.body, static_cast<Code>(answer.status));
}

QJsonObject BytelystServer::state() const
{
    return m_pages->simulatorState();
}

QByteArray BytelystServer::logs() const
{
    return m_pages->logLines();
}

Status BytelystServer::changeScenario(const QString& name)
{
    return m_model.setScenario(name);
}

Status BytelystServer::act(const QString& name)
{
    return m_model.act(name);
}

ToolAnswer BytelystServer::runTool(const QStringList& argv)
{
    return {127, {}, u"%1: command not found\n"_s.arg(argv.value(0))};
}

}  // namespace cockpit
