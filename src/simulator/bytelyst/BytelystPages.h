// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/bytelyst/BytelystModel.h"
#include "simulator/bytelyst/BytelystTokens.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit {

/// The keys and tokens of the simulated platform.
struct BytelystKeys {
    TokenClaims claims;     ///< of the signed-in viewer
    QByteArray signingKey;  ///< of the Supabase project
    QByteArray userToken;   ///< of the viewer; good for 30 days
    QByteArray publicKey;   ///< of the Supabase project ("anon")
    QByteArray brokerKey;   ///< may only read

    /// `seed`: the same gives the same keys. `issuer`: address of the sign-in service.
    static BytelystKeys make(const QString& seed, const QString& issuer, const QDateTime& now);
};

struct BytelystRequest {
    QByteArray method;
    QString path;
    QByteArray authorization;
    QByteArray apiKey;
};

struct BytelystReply {
    int status = 200;
    QJsonDocument body;
};

/// What the three addresses of the platform answer: the bot, the exchange's broker, the Supabase project. Thread: the
/// model's.
class BytelystPages
{
public:
    BytelystPages(BytelystModel& model, BytelystKeys keys);

    BytelystReply bot(const BytelystRequest& request);
    BytelystReply broker(const BytelystRequest& request) const;
    BytelystReply supabase(const BytelystRequest& request) const;

    QJsonObject simulatorState() const;
    QByteArray logLines() const;
    const BytelystKeys& keys() const { return m_keys; }

private:
    std::optional<BytelystReply> refusal(const QByteArray& authorization);
    QJsonObject health() const;
    BytelystReply ready() const;
    QJsonObject status() const;
    QJsonArray brokerPositions() const;
    BytelystReply brokerOrder(const QString& id) const;
    QJsonArray brokerOpenOrders() const;

    BytelystModel& m_model;
    BytelystKeys m_keys;
};

}  // namespace cockpit
