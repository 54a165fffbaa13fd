// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystPages.h"

#include <QJsonArray>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tokenDays = 30;

QString stamp(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

BytelystReply answer(const QJsonObject& body, int status = 200)
{
    return {status, QJsonDocument(body)};
}

BytelystReply unauthorized(const QString& reason)
{
    return answer({{u"error"_s, u"Unauthorized"_s}, {u"reason"_s, reason}}, 401);
}

}  // namespace

BytelystKeys BytelystKeys::make(const QString& seed, const QString& issuer, const QDateTime& now)
{
    BytelystKeys keys;
    keys.claims = {issuer, u"authenticated"_s, u"5f2b7c1e-0a64-4c1b-9a3d-2f1c64d0c9aa"_s, u"authenticated"_s,
                   now.addDays(tokenDays)};
    keys.signingKey = "jwt-" + seed.toUtf8();
    keys.userToken = signedToken(keys.claims, keys.signingKey);
    keys.publicKey = signedToken({u"supabase"_s, {}, {}, u"anon"_s, now.addDays(tokenDays)}, keys.signingKey);
    keys.brokerKey = "read-" + seed.toUtf8();
    return keys;
}

BytelystPages::BytelystPages(BytelystModel& model, BytelystKeys keys)
    : m_model(model)
    , m_keys(std::move(keys))
{
}

BytelystReply BytelystPages::bot(const BytelystRequest& request)
{
    // The hosting provider answers while the service is down.
    if (m_model.restarting())
        return answer({{u"status"_s, u"error"_s}, {u"code"_s, 502}, {u"message"_s, u"Application failed to respond"_s}},
                      502);
    const bool get = request.method == "GET";
    if (request.path == u"/health" && get)
        return answer(health());
    if (request.path == u"/health/live" && get)
        return answer({{u"status"_s, u"alive"_s}});
    if (request.path == u"/health/ready" && get)
        return ready();
    if (!request.path.startsWith(u"/api/"))
        return answer({{u"error"_s, u"Not Found"_s}}, 404);
    if (const auto refused = refusal(request.authorization))
        return *refused;
    if (request.path == u"/api/status" && get)
        return answer(status());
    if (request.path == u"/api/trade" && request.method == "POST") {
        m_model.countRefusal();
        return answer({{u"error"_s, u"Forbidden"_s}, {u"reason"_s, u"this user may look, not trade"_s}}, 403);
    }
    return answer({{u"error"_s, u"Not Found"_s}}, 404);
}

std::optional<BytelystReply> BytelystPages::refusal(const QByteArray& authorization)
{
    if (!authorization.startsWith("Bearer ")) {
        m_model.countRefusal();
        return unauthorized(u"no token"_s);
    }
    QString problem;
    switch (m_model.signIn()) {
    case BytelystModel::SignIn::Unavailable:
        return answer({{u"error"_s, u"Service Unavailable"_s}, {u"reason"_s, u"the sign-in service answered 503"_s}},
                      503);
    case BytelystModel::SignIn::KeyRefused: problem = u"Invalid API key"_s; break;
    case BytelystModel::SignIn::WrongProject:
        problem = u"invalid JWT: unable to parse or verify signature, signature is invalid"_s;
        break;
    case BytelystModel::SignIn::Accepted:
        problem = tokenProblem(authorization.mid(7), m_keys.claims, m_keys.signingKey, m_model.now());
        break;
    }
    if (problem.isEmpty())
        return std::nullopt;
    m_model.countRefusal();
    return unauthorized(problem);
}

QJsonObject BytelystPages::health() const
{
    const QList<BotOrder> stale = m_model.world().staleOrders(m_model.now());
    qint64 oldest = 0;
    QJsonObject byProfile;
    for (const BotOrder& order : stale) {
        oldest = std::max(oldest, order.createdAt.secsTo(m_model.now()));
        byProfile[order.profile] = byProfile.value(order.profile).toInt() + 1;
    }
    const bool well = stale.isEmpty() && m_model.degraded().isEmpty();
    return {{u"status"_s, well ? u"ok"_s : u"degraded"_s},
            {u"service"_s, u"bytelyst-trading-bot-service"_s},
            {u"timestamp"_s, stamp(m_model.now())},
            {u"uptimeSeconds"_s, m_model.startedAt().secsTo(m_model.now())},
            {u"orderSync"_s, QJsonObject{{u"lastRun"_s, stamp(m_model.lastSyncAt())},
                                         {u"staleOrders"_s, stale.size()},
                                         {u"oldestSeconds"_s, oldest},
                                         {u"byProfile"_s, byProfile},
                                         {u"quarantined"_s, m_model.world().quarantined()}}},
            {u"reconciliation"_s, QJsonObject{{u"lastRun"_s, stamp(m_model.lastReconciliationAt())}}},
            {u"auth"_s, QJsonObject{{u"refusedTotal"_s, m_model.refusals()},
                                    {u"refusedLastMinute"_s, m_model.refusalsLastMinute()}}}};
}

BytelystReply BytelystPages::ready() const
{
    QJsonObject checks{{u"database"_s, u"ok"_s}, {u"broker"_s, u"ok"_s}, {u"supabase"_s, u"ok"_s}};
    const QStringList degraded = m_model.degraded();
    for (const QString& field : degraded)
        checks[field.section(u": "_s, 0, 0)] = field.section(u": "_s, 1);
    return answer({{u"status"_s, degraded.isEmpty() ? u"ready"_s : u"degraded"_s}, {u"checks"_s, checks}},
                  degraded.isEmpty() ? 200 : 503);
}

QJsonObject BytelystPages::status() const
{
    QJsonArray profiles;
    for (const BotProfile& profile : m_model.world().book.profiles) {
        QJsonArray positions;
        for (const BotPosition& position : m_model.world().book.positions) {
            if (position.profile == profile.id && position.isOpen())
                positions.append(QJsonObject{
                    {u"symbol"_s, position.symbol}, {u"side"_s, position.side}, {u"qty"_s, position.quantity}});
        }
        profiles.append(QJsonObject{{u"id"_s, profile.id},
                                    {u"name"_s, profile.name},
                                    {u"status"_s, profile.status},
                                    {u"positions"_s, positions}});
    }
    return {{u"timestamp"_s, stamp(m_model.now())}, {u"profiles"_s, profiles}};
}

BytelystReply BytelystPages::supabase(const BytelystRequest& request) const
{
    if (request.apiKey.isEmpty())
        return answer({{u"message"_s, u"No API key found in request"_s},
                       {u"hint"_s, u"No `apikey` request header or url param was found."_s}},
                      401);
    if (request.apiKey != m_keys.publicKey)
        return answer({{u"message"_s, u"Invalid API key"_s},
                       {u"hint"_s, u"Double check your Supabase `anon` or `service_role` API key."_s}},
                      401);
    if (request.path != u"/auth/v1/health" || request.method != "GET")
        return answer({{u"code"_s, 404}, {u"msg"_s, u"404 page not found"_s}}, 404);
    if (!m_model.supabaseUp())
        return answer({{u"message"_s, u"name resolution failed"_s}}, 503);
    return answer({{u"version"_s, u"v2.151.0"_s},
                   {u"name"_s, u"GoTrue"_s},
                   {u"description"_s, u"GoTrue is a user registration and authentication API"_s}});
}

QJsonObject BytelystPages::simulatorState() const
{
    return {{u"scenario"_s, m_model.scenario()},
            {u"scenarios"_s, QJsonArray::fromStringList(BytelystModel::scenarios())},
            {u"acts"_s, QJsonArray::fromStringList(BytelystModel::acts())},
            {u"restarting"_s, m_model.restarting()},
            {u"restart_remaining_ms"_s, static_cast<qint64>(m_model.restartRemaining().count())},
            {u"started_at"_s, stamp(m_model.startedAt())},
            {u"stale_orders"_s, m_model.world().staleOrders(m_model.now()).size()},
            {u"mismatches"_s, QJsonArray::fromStringList(m_model.world().mismatches())}};
}

QByteArray BytelystPages::logLines() const
{
    QByteArray out;
    for (const BytelystModel::LogLine& line : m_model.log())
        out += stamp(line.at).toUtf8() + ' ' + line.level + ' ' + line.text.toUtf8() + '\n';
    return out;
}

}  // namespace cockpit
