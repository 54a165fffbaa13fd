// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexPlatform.h"

#include "simulator/SimulatedPlatform.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <csignal>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

using Fault = FlowrexModel::Fault;
using Certificate = FlowrexNginx::Certificate;

constexpr Milliseconds lookEvery{1'000};
constexpr qsizetype backupBytes = 48 * 1024;
constexpr auto backupName = "'flowrex_'yyyyMMdd_hhmmss";

FlowrexDatabase::Hold holdOf(Fault fault)
{
    switch (fault) {
    case Fault::PoolExhausted: return FlowrexDatabase::Hold::LongQueries;
    case Fault::PoolBlocked: return FlowrexDatabase::Hold::Blocker;
    default: return FlowrexDatabase::Hold::Nothing;
    }
}

Certificate certificateOf(Fault fault)
{
    switch (fault) {
    case Fault::CertificateExpiring: return Certificate::Expiring;
    case Fault::CertificateExpired: return Certificate::Expired;
    default: return Certificate::Fresh;
    }
}

Error missing(const QString& what)
{
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("Simulator", "This scenario needs %1, which is not there.").arg(what));
}

}  // namespace

FlowrexPlatform::FlowrexPlatform(const Clock& clock, QString folder, Milliseconds restartDelay)
    : m_clock(clock)
    , m_folder(std::move(folder))
    , m_model(clock, restartDelay)
    , m_pages(m_model)
    , m_nginx(m_folder)
    , m_certificates(clock, QDir(m_folder).filePath(u"certificates"_s))
    , m_site(m_model, m_nginx, m_certificates)
{
}

FlowrexPlatform::~FlowrexPlatform()
{
    release();
}

Status FlowrexPlatform::prepareFolder()
{
    if (const Status written = m_nginx.writeFile(true); !written)
        return written;
    m_nginx.load();
    const QDir backups(QDir(m_folder).filePath(u"backups/postgres"_s));
    for (int days = 3; days >= 1; --days) {
        QFile file(backups.filePath(m_model.now().addDays(-days).toString(QLatin1String(backupName)) + u".sql.gz"_s));
        const QByteArray content = QByteArray("\x1f\x8b\x08", 3) + QByteArray(backupBytes - days * 700, 'f');
        if (!backups.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return fail(ErrorKind::Storage,
                        QCoreApplication::translate("Simulator", "The file %1 cannot be written: %2.")
                            .arg(file.fileName(), file.errorString()));
    }
    return Done{};
}

Status FlowrexPlatform::useDatabase(const ServerAddress& address)
{
    auto database = std::make_unique<FlowrexDatabase>(address);
    if (const Status prepared = database->prepare(); !prepared)
        return prepared;
    m_database = std::move(database);
    m_model.setPool(m_database->connections(), m_database->stuck());
    return Done{};
}

void FlowrexPlatform::release()
{
    freezeRedis(false);
}

void FlowrexPlatform::freezeRedis(bool frozen)
{
    if (m_redisProcess > 0)
        ::kill(static_cast<pid_t>(m_redisProcess), frozen ? SIGSTOP : SIGCONT);
}

Status FlowrexPlatform::setScenario(const QString& name)
{
    const qsizetype index = FlowrexModel::scenarios().indexOf(name);
    if (index < 0)
        return unknownWord(name, FlowrexModel::scenarios());
    const auto fault = static_cast<Fault>(index);
    if (holdOf(fault) != FlowrexDatabase::Hold::Nothing && !m_database)
        return missing(u"PostgreSQL"_s);
    if (certificateOf(fault) != Certificate::Fresh && !m_certificates.made())
        return missing(u"OpenSSL"_s);
    if (const Status set = m_model.setScenario(name); !set)
        return set;
    if (const Status written = m_nginx.writeFile(fault != Fault::WebSocketProxy); !written)
        return written;
    m_nginx.setCertificate(certificateOf(fault));
    m_nginx.load();
    m_model.setProxy(m_nginx.passesWebSockets(), m_nginx.maintenance());
    m_site.useCertificate();
    freezeRedis(fault == Fault::CacheHung);
    if (!m_database || m_database->held() == holdOf(fault))
        return Done{};
    const Status held = m_database->hold(holdOf(fault));
    m_model.setPool(m_database->connections(), m_database->stuck());
    return held;
}

QStringList FlowrexPlatform::acts()
{
    return {u"break-circuit"_s,      u"renew-broker-credentials"_s, u"raise-risk-limits"_s,
            u"correct-nginx-file"_s, u"write-maintenance-lines"_s,  u"remove-maintenance-lines"_s};
}

Status FlowrexPlatform::act(const QString& name)
{
    switch (acts().indexOf(name)) {
    case 0: m_model.cure(Fault::MarketDataDown); return Done{};
    case 1: m_model.cure(Fault::TradesFailing); return Done{};
    case 2: m_model.raiseRiskLimits(); return Done{};
    case 3: return m_nginx.writeFile(true);
    case 4: return m_nginx.editMaintenance(true);
    case 5: return m_nginx.editMaintenance(false);
    default: return unknownWord(name, acts());
    }
}

void FlowrexPlatform::tend()
{
    m_model.advance();
    const Milliseconds now = m_clock.monotonicNow();
    if (!m_database || (now - m_lookedAt < lookEvery && !m_database->filling()))
        return;
    m_lookedAt = now;
    m_database->tend();
    m_model.setPool(m_database->connections(), m_database->stuck());
    m_database->write(m_model.takeTrades());
    if (m_database->held() == FlowrexDatabase::Hold::Nothing) {
        m_model.cure(Fault::PoolExhausted);
        m_model.cure(Fault::PoolBlocked);
    }
}

void FlowrexPlatform::restartBackend()
{
    m_model.restart();
    if (m_database)
        m_database->dropPool();
}

void FlowrexPlatform::stopBackend()
{
    m_model.stop();
}

void FlowrexPlatform::loadedNginx()
{
    m_model.setProxy(m_nginx.passesWebSockets(), m_nginx.maintenance());
    m_site.useCertificate();
    if (m_nginx.shownCertificate() == Certificate::Fresh) {
        m_model.cure(Fault::CertificateExpiring);
        m_model.cure(Fault::CertificateExpired);
    }
}

ToolAnswer FlowrexPlatform::reloadNginx()
{
    const ToolAnswer answer = m_nginx.reload();
    if (answer.exitCode == 0)
        loadedNginx();
    return answer;
}

void FlowrexPlatform::restartNginx()
{
    m_model.dropWebSockets();
    if (m_nginx.load())
        loadedNginx();
}

void FlowrexPlatform::restartRedis()
{
    freezeRedis(false);
    m_model.cure(Fault::CacheHung);
}

void FlowrexPlatform::restartPostgres()
{
    if (m_database)
        m_database->endAllSessions();
}

bool FlowrexPlatform::renewCertificate()
{
    if (m_nginx.storedCertificate() == Certificate::Fresh)
        return false;
    m_nginx.renewCertificate();
    return true;
}

bool FlowrexPlatform::postgresAnswers()
{
    return m_database && m_database->answers();
}

bool FlowrexPlatform::restore(const QString& backup)
{
    const QDateTime taken = QDateTime::fromString(backup, QLatin1String(backupName));
    if (!taken.isValid() || !m_database ||
        !QFile::exists(QDir(m_folder).filePath(u"backups/postgres/%1.sql.gz"_s.arg(backup))))
        return false;
    m_database->forgetTradesSince(QDateTime(taken.date(), taken.time(), Qt::UTC));
    return true;
}

}  // namespace cockpit
