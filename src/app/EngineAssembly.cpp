// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/EngineAssembly.h"

#include "adapters/document/RenderDocument.h"
#include "adapters/http/HttpTransport.h"
#include "adapters/keychain/QtKeychainStore.h"
#include "adapters/signing/Ed25519Keys.h"
#include "adapters/sqlite/SqliteEventStore.h"
#include "app/AppVocabulary.h"
#include "core/base/Profile.h"
#include "core/base/SessionLock.h"
#include "core/connections/AdapterModules.h"
#include "core/connections/ConnectionBook.h"
#include "core/engine/EngineParts.h"
#include "core/playbook/PlaybookLibrary.h"
#include "core/runbook/BuiltInSteps.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSysInfo>

namespace cockpit {

using adapters::sqlite::SqliteEventStore;

// In order of dependency; destroyed in the reverse order.
struct EngineAssembly::Private {
    explicit Private(Profile opened)
        : profile(std::move(opened))
        , evidence(profile.evidence())
    {
    }

    SystemClock clock;
    Profile profile;
    std::unique_ptr<SessionLock> session;
    std::unique_ptr<EngineLock> lead;
    std::unique_ptr<EventStore> store;
    std::unique_ptr<IncidentLog> log;
    EvidenceStore evidence;
    std::unique_ptr<CredentialStore> keychain;
    std::unique_ptr<ConnectionBook> connections;
    std::unique_ptr<HttpTransport> http;
    AdapterRegistry registry;
    std::shared_ptr<Redactor> redactor;
    QStringList warnings;
    std::unique_ptr<Engine> engine;
};

namespace {

Result<ChainReport> verifyFile(const QString& file)
{
    const SystemClock clock;
    const auto store = SqliteEventStore::open(file, clock);
    if (!store)
        return store.error();
    return (*store)->verify();
}

/// Two profiles of one desktop share its keychain, but not their keys.
QString approvalKeyName(const Profile& profile)
{
    const QByteArray place = QFileInfo(profile.directory()).canonicalFilePath().toUtf8();
    return QStringLiteral("approval/") +
           QString::fromLatin1(QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(16));
}

}  // namespace

EngineAssembly::EngineAssembly(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

EngineAssembly::~EngineAssembly() = default;

Result<std::unique_ptr<EngineAssembly>> EngineAssembly::make(const AssemblyOptions& options)
{
    auto profile = Profile::open(options.profileDirectory);
    if (!profile)
        return profile.error();
    auto d = std::make_unique<Private>(*profile);
    auto session = SessionLock::acquire(d->profile);
    if (!session)
        return session.error();
    d->session = std::move(session.value());
    if (options.lead) {
        auto lead = EngineLock::acquire(d->profile);
        if (lead)
            d->lead = std::move(lead.value());
        else if (lead.error().kind != ErrorKind::Conflict)
            return lead.error();
    }
    auto store = SqliteEventStore::open(d->profile.log(), d->clock);
    if (!store)
        return store.error();
    d->store = std::move(store.value());
    // A day: another cockpit of this profile may be copying a large file right now.
    d->evidence.removeAbandoned(d->clock.utcNow().addDays(-1));
    d->log = std::make_unique<IncidentLog>(*d->store, d->clock, QSysInfo::machineHostName());
    d->keychain = std::make_unique<adapters::keychain::QtKeychainStore>();
    d->connections = std::make_unique<ConnectionBook>(d->profile.connections(), *d->keychain);
    d->http = adapters::http::makeHttpTransport();
    d->redactor = options.redactor ? options.redactor : std::make_shared<Redactor>();
    createAdapters(d->registry, {d->clock, *d->http, *d->connections});
    createBuiltInSteps(d->registry);

    const Vocabulary vocabulary = appVocabulary();
    const PlaybookLibrary library(vocabulary, d->profile.playbooks());
    for (const PlaybookProblem& problem : library.problems())
        d->warnings.append(problem.toString());
    for (const PlaybookProblem& notice : library.notices())
        d->warnings.append(notice.toString());
    EngineParts parts{d->clock,
                      *d->log,
                      d->evidence,
                      *d->connections,
                      *d->keychain,
                      d->registry,
                      *d->redactor,
                      library.playbooks(),
                      d->session->sessionId(),
                      QDir(d->profile.directory()).dirName(),
                      QStringLiteral(COCKPIT_VERSION),
                      d->lead != nullptr,
                      [profile = d->profile](const QString& id) { return SessionLock::isAlive(profile, id); },
                      [file = d->profile.log()] { return verifyFile(file); },
                      adapters::document::renderDocument,
                      [] { return QRandomGenerator::global()->generateDouble(); },
                      std::make_shared<adapters::signing::Ed25519Keys>(*d->keychain, approvalKeyName(d->profile))};
    d->engine = std::make_unique<Engine>(std::move(parts));
    return std::unique_ptr<EngineAssembly>(new EngineAssembly(std::move(d)));
}

Engine& EngineAssembly::engine()
{
    return *d->engine;
}
const Clock& EngineAssembly::clock() const
{
    return d->clock;
}
QString EngineAssembly::settingsFile() const
{
    return d->profile.settings();
}
QString EngineAssembly::logDirectory() const
{
    return QDir(d->profile.directory()).filePath(QStringLiteral("logs"));
}
bool EngineAssembly::leads() const
{
    return d->lead != nullptr;
}
QStringList EngineAssembly::warnings() const
{
    return d->warnings;
}

QString actorName()
{
    QString login = qEnvironmentVariable("USER");
    if (login.isEmpty())
        login = qEnvironmentVariable("LOGNAME", QStringLiteral("operator"));
    return QSysInfo::machineHostName() + QLatin1Char('/') + login;
}

}  // namespace cockpit
