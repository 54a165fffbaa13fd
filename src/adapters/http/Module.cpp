// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/Module.h"

#include "adapters/http/HttpConnectionKind.h"
#include "adapters/http/HttpJsonSource.h"
#include "adapters/http/HttpStep.h"

namespace cockpit::adapters::http {

void describe(Vocabulary& vocabulary)
{
    using Type = KindKey::Type;
    const QString kind = QStringLiteral("http");
    vocabulary.connectionKinds.append(kind);
    vocabulary.signalKinds.insert(
        QStringLiteral("http_json"),
        {{{QStringLiteral("path"), Type::Text, true, {}}, {QStringLiteral("value"), Type::Text, true, {}}}, {kind}});
    const QStringList methods{QStringLiteral("GET"),    QStringLiteral("HEAD"),  QStringLiteral("POST"),
                              QStringLiteral("PUT"),    QStringLiteral("PATCH"), QStringLiteral("DELETE"),
                              QStringLiteral("OPTIONS")};
    vocabulary.stepKinds.insert(kind, {{{QStringLiteral("method"), Type::Text, false, methods},
                                        {QStringLiteral("path"), Type::Text, true, {}},
                                        {QStringLiteral("query"), Type::TextMap, false, {}},
                                        {QStringLiteral("body"), Type::Tree, false, {}},
                                        {QStringLiteral("expect_status"), Type::Tree, false, {}}},
                                       {kind}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<HttpConnectionKind>(services.http));
    registry.add(std::make_unique<HttpJsonSource>(services.clock, services.http, services.connections));
    registry.add(std::make_unique<HttpStep>(services.http, services.connections));
}

}  // namespace cockpit::adapters::http
