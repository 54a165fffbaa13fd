// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlStep.h"

#include "adapters/postgres/PostgresSession.h"
#include "adapters/postgres/SqlJob.h"
#include "adapters/postgres/SqlText.h"
#include "core/base/SafeText.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr Milliseconds previewTime{10'000};
constexpr qsizetype rememberedTargets = 256;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

/// The statement as it will be sent, with what is bound to each $n.
QString shown(const Statement& statement)
{
    QString text = QString::fromUtf8(statement.sql).trimmed();
    for (qsizetype i = 0; i < statement.parameters.size(); ++i) {
        const auto& value = statement.parameters.at(i).value;
        text += QStringLiteral("\n-- $%1 = %2")
                    .arg(i + 1)
                    .arg(value ? safeLine(QString::fromUtf8(*value)) : QStringLiteral("NULL"));
    }
    return text;
}

class SqlExecution final : public StepExecution
{
public:
    SqlExecution(ConnectionResolver& connections, const ResolvedStep& step,
                 const std::optional<TargetIdentity>& approved)
        : m_step(step)
        , m_approved(approved)
    {
        // Queued, so that nothing leaves before the event loop is reached again.
        QMetaObject::invokeMethod(
            this,
            [this, &connections] {
                if (!m_finished)
                    connections.resolve(m_step.connectionId).then(this, [this](const Result<ResolvedConnection>& c) {
                        run(c);
                    });
            },
            Qt::QueuedConnection);
    }

    void cancel() override
    {
        if (m_session)
            m_session->cancel();
        else
            finish(StepState::Cancelled, Say::tr("cancelled; nothing was sent"));
    }

private:
    void run(const Result<ResolvedConnection>& connection)
    {
        if (m_finished)
            return;
        if (!connection)
            return finish(StepState::Failed, connection.error().message);
        const auto settings = PostgresSettings::from(*connection);
        if (!settings)
            return finish(StepState::Failed, settings.error().message);
        m_session = std::make_unique<PostgresSession>();
        SqlPlan plan = SqlPlan::fromPayload(m_step.payload);
        plan.expectedAffected = m_step.approvedCount;
        const std::function<Result<StepOutcome>(PostgresLink&, const Bounds&)> job =
            [plan, settings = *settings, approved = m_approved](PostgresLink& link,
                                                                const Bounds& bounds) -> Result<StepOutcome> {
            return runSql(link, settings, plan, approved, bounds);
        };
        m_session->perform(m_step.spec.deadline, job).then(this, [this](const Result<StepOutcome>& outcome) {
            if (outcome)
                finish(*outcome);
            else
                finish(StepState::OutcomeUnknown,
                       Say::tr("%1; look at the data before you repeat it").arg(outcome.error().message));
        });
    }

    void finish(StepState state, const QString& summary)
    {
        StepOutcome outcome;
        outcome.state = state;
        outcome.summary = summary;
        finish(outcome);
    }

    void finish(const StepOutcome& outcome)
    {
        if (std::exchange(m_finished, true))
            return;
        if (!outcome.output.isEmpty())
            emit output(outcome.output);
        emit finished(outcome);
    }

    ResolvedStep m_step;
    std::optional<TargetIdentity> m_approved;
    std::unique_ptr<PostgresSession> m_session;
    bool m_finished = false;
};

}  // namespace

SqlStep::SqlStep(ConnectionResolver& connections)
    : m_connections(connections)
    , m_shown(std::make_shared<QHash<QByteArray, TargetIdentity>>())
{
}

QString SqlStep::kind() const
{
    return QStringLiteral("sql");
}

Result<ResolvedStep> SqlStep::resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                      const QMap<QString, QString>& inputs) const
{
    const auto checked = checkInputs(spec, inputs);
    if (!checked)
        return checked.error();
    const QString sql = spec.parameters.value(QStringLiteral("run")).toString();
    const QString previewSqlText = spec.parameters.value(QStringLiteral("preview")).toString();
    if (const Status allowed = checkSql(sql, spec.danger); !allowed)
        return allowed.error();
    SqlPlan plan;
    plan.danger = spec.danger;
    plan.maximumRows =
        std::clamp<qint64>(spec.parameters.value(QStringLiteral("max_rows")).toInteger(plan.maximumRows), 1, 100'000);
    const auto bound = bindSql(sql, spec, *checked);
    if (!bound)
        return bound.error();
    plan.run = *bound;
    if (!previewSqlText.isEmpty()) {
        if (const Status allowed = checkSql(previewSqlText, Danger::Read); !allowed)
            return fail(allowed.error().kind, Say::tr("The preview: %1").arg(allowed.error().message));
        const auto boundPreview = bindSql(previewSqlText, spec, *checked);
        if (!boundPreview)
            return boundPreview.error();
        plan.preview = *boundPreview;
    }
    ResolvedStep step;
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.connectionId = platform + QLatin1Char('/') + spec.connection;
    step.text = shown(plan.run);
    step.payload = plan.toPayload();
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    return step;
}

QFuture<Result<StepPreview>> SqlStep::preview(const ResolvedStep& step)
{
    auto promise = std::make_shared<QPromise<Result<StepPreview>>>();
    promise->start();
    const auto settle = [promise](Result<StepPreview> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    const auto look = [step, settle, shownTargets = m_shown](const Result<ResolvedConnection>& connection) {
        if (!connection)
            return settle(connection.error());
        const auto settings = PostgresSettings::from(*connection);
        if (!settings)
            return settle(settings.error());
        auto* session = new PostgresSession;
        const std::function<Result<StepPreview>(PostgresLink&, const Bounds&)> job =
            [plan = SqlPlan::fromPayload(step.payload), settings = *settings](
                PostgresLink& link, const Bounds& bounds) { return previewSql(link, settings, plan, bounds); };
        session->perform(std::min(step.spec.deadline, previewTime), job)
            .then(session, [session, settle, step, shownTargets](const Result<StepPreview>& preview) {
                if (preview) {
                    if (shownTargets->size() > rememberedTargets)
                        shownTargets->clear();
                    shownTargets->insert(step.digest, preview->target);
                }
                settle(preview);
                session->deleteLater();
            });
    };
    m_connections.resolve(step.connectionId).then(look);
    return promise->future();
}

std::unique_ptr<StepExecution> SqlStep::start(const ResolvedStep& step)
{
    std::optional<TargetIdentity> approved;
    if (const auto found = m_shown->constFind(step.digest); found != m_shown->constEnd())
        approved = *found;
    return std::make_unique<SqlExecution>(m_connections, step, approved);
}

}  // namespace cockpit::adapters::postgres
