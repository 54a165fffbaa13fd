// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/playbook/PlaybookFixture.h"

#include <QFile>
#include <QFileInfo>

namespace cockpit::test {

namespace {

KindKey key(const char* name, KindKey::Type type = KindKey::Type::Text, bool required = true)
{
    return {QString::fromLatin1(name), type, required, {}};
}

KindKey optional(const char* name, KindKey::Type type = KindKey::Type::Text)
{
    return key(name, type, false);
}

}  // namespace

Vocabulary sampleVocabulary()
{
    using Type = KindKey::Type;
    const QString http = QStringLiteral("http");
    const QString postgres = QStringLiteral("postgres");
    const QString redis = QStringLiteral("redis");
    Vocabulary vocabulary;
    vocabulary.connectionKinds = {http,
                                  postgres,
                                  redis,
                                  QStringLiteral("prometheus"),
                                  QStringLiteral("alertmanager"),
                                  QStringLiteral("shell"),
                                  QStringLiteral("ssh")};
    vocabulary.channelKinds = {QStringLiteral("slack"),   QStringLiteral("slack_api"),  QStringLiteral("pagerduty"),
                               QStringLiteral("smtp"),    QStringLiteral("teams"),      QStringLiteral("telegram"),
                               QStringLiteral("webhook"), QStringLiteral("statuspage"), QStringLiteral("desktop")};
    vocabulary.connectionKinds += vocabulary.channelKinds;
    auto& measures = vocabulary.signalKinds;
    measures.insert(QStringLiteral("http_json"), {{key("path"), key("value")}, {http}});
    measures.insert(QStringLiteral("prometheus"),
                    {{optional("path"), optional("value"), optional("rate"), optional("ratio", Type::TextMap)},
                     {http},
                     {{QStringLiteral("value"), QStringLiteral("rate"), QStringLiteral("ratio")}}});
    measures.insert(QStringLiteral("promql"), {{key("query")}, {QStringLiteral("prometheus")}});
    measures.insert(QStringLiteral("postgres"), {{key("query")}, {postgres}});
    measures.insert(QStringLiteral("redis"), {{optional("info"), optional("command", Type::TextList)},
                                              {redis},
                                              {{QStringLiteral("info"), QStringLiteral("command")}}});
    measures.insert(QStringLiteral("tls_expiry"), {{}, {http, redis}});
    measures.insert(QStringLiteral("websocket"), {{key("path")}, {http}});
    auto& steps = vocabulary.stepKinds;
    steps.insert(http, {{optional("method"), key("path"), optional("query", Type::TextMap),
                         optional("body", Type::Tree), optional("expect_status", Type::Tree)},
                        {http}});
    steps.insert(QStringLiteral("sql"), {{key("run"), optional("preview"), optional("max_rows", Type::Integer),
                                          optional("hold", Type::Duration)},
                                         {postgres}});
    KindKey scan = optional("scan", Type::Map);
    scan.members = {key("match"), optional("at_most", Type::Integer)};
    steps.insert(redis, {{optional("run", Type::TextList), scan, optional("preview", Type::TextList)},
                         {redis},
                         {{QStringLiteral("run"), QStringLiteral("scan")}}});
    steps.insert(QStringLiteral("shell"),
                 {{key("argv", Type::TextList), optional("environment", Type::TextMap),
                   optional("secret_environment", Type::TextMap), optional("stdin"), optional("stream", Type::Flag)},
                  {QStringLiteral("shell"), QStringLiteral("ssh")}});
    steps.insert(QStringLiteral("manual"), {{key("text")}, {}});
    steps.insert(QStringLiteral("wait"), {{key("for", Type::Duration)}, {}});
    return vocabulary;
}

QString listed(const PlaybookProblems& problems)
{
    QString text;
    for (PlaybookProblem problem : problems) {
        problem.file = QFileInfo(problem.file).fileName();
        text += problem.toString() + QLatin1Char('\n');
    }
    return text;
}

PlaybookFolder::PlaybookFolder()
{
    Q_ASSERT(m_folder.isValid());
}

void PlaybookFolder::write(const QString& name, const QByteArray& bytes)
{
    const QFileInfo info(m_folder.filePath(name));
    QDir().mkpath(info.path());
    QFile file(info.filePath());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test cannot write %s", qPrintable(info.filePath()));
}

PlaybookLoad PlaybookFolder::load() const
{
    const Vocabulary vocabulary = sampleVocabulary();
    return PlaybookLoader(vocabulary).load(path());
}

QByteArray smallestPlaybook(const QByteArray& more)
{
    return "apiVersion: incident-cockpit/v1\nkind: Playbook\nmetadata: {id: sample, title: Sample}\n"
           "severities: [{id: SEV-1, respond_within: 0m}]\n" +
           more;
}

}  // namespace cockpit::test
