// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlStep.h"

#include "adapters/postgres/PostgresSession.h"
#include "adapters/postgres/SqlCommandLine.h"
#include "adapters/postgres/SqlJob.h"
#include "adapters/postgres/SqlText.h"
#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr Milliseconds previewTime{10'000};
constexpr Milliseconds longestPatience{15 * 60'000};
constexpr qsizetype rememberedPreviews = 64;

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
                 const std::optional<QList<SessionKey>>& sessions)
        : m_step(step)
        , m_plan(SqlPlan::fromPayload(step.payload))
        , m_gate(std::make_shared<HoldGate>())
    {
        m_plan.expectedAffected = step.approvedCount;
        m_plan.approved = step.approved;
        m_plan.sessions = sessions;
        m_plan.connectionId = step.connectionId;
        m_plan.deadline = step.spec.deadline;
        // The relay outlives this object while a worker hangs, so that what it says last goes nowhere.
        const std::shared_ptr<QObject> relay(new QObject, [](QObject* object) { object->deleteLater(); });
        m_gate->tell = [relay, self = QPointer<SqlExecution>(this)](const StepHold& hold) {
            QMetaObject::invokeMethod(relay.get(), [self, hold] {
                if (self && !self->m_finished)
                    emit self->holding(hold);
            });
        };
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

    void settle(bool goOn) override
    {
        m_gate->goOn = goOn;
        m_gate->decided.raise();
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
        const std::function<Result<StepOutcome>(PostgresLink&, const Bounds&)> job =
            [plan = m_plan, settings = *settings, gate = m_gate](PostgresLink& link,
                                                                 const Bounds& bounds) -> Result<StepOutcome> {
            return runSql(link, settings, plan, *gate, bounds);
        };
        m_session->perform(m_step.spec.deadline, job, m_plan.longestHold())
            .then(this, [this](const Result<StepOutcome>& outcome) {
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
    SqlPlan m_plan;
    std::shared_ptr<HoldGate> m_gate;
    std::unique_ptr<PostgresSession> m_session;
    bool m_finished = false;
};

/// The plan of what a playbook wrote, and why it is more dangerous than declared, if it is.
Result<SqlPlan> planFor(const StepSpec& spec, const QMap<QString, QString>& inputs, QString& raised)
{
    const auto bound = bindSql(spec.parameters.value(QStringLiteral("run")).toString(), spec, inputs);
    if (!bound)
        return bound.error();
    const auto classified = classifySql(QString::fromUtf8(bound->sql));
    if (!classified)
        return classified.error();
    SqlPlan plan;
    plan.run = *bound;
    plan.danger = std::max(spec.danger, classified->danger);
    if (classified->danger > spec.danger)
        raised = Say::tr("The playbook declares this step %1, but %2: it counts as %3")
                     .arg(dangerName(spec.danger), classified->why, dangerName(classified->danger));
    plan.shape = classified->shape;
    plan.stays = classified->stays;
    if (plan.danger == Danger::Read)
        plan.names = classified->names;
    plan.maximumRows =
        std::clamp<qint64>(spec.parameters.value(QStringLiteral("max_rows")).toInteger(plan.maximumRows), 1, 100'000);
    if (const QString hold = spec.parameters.value(QStringLiteral("hold")).toString(); !hold.isEmpty()) {
        const auto patience = parseDuration(hold);
        if (!patience)
            return patience.error();
        plan.patience = std::min(*patience, longestPatience);
    }
    const QString preview = spec.parameters.value(QStringLiteral("preview")).toString();
    if (preview.isEmpty())
        return plan;
    const auto boundPreview = bindSql(preview, spec, inputs);
    if (!boundPreview)
        return boundPreview.error();
    if (const Status allowed = checkReads(QString::fromUtf8(boundPreview->sql)); !allowed)
        return fail(allowed.error().kind, Say::tr("The preview: %1").arg(allowed.error().message));
    plan.preview = *boundPreview;
    return plan;
}

}  // namespace

SqlStep::SqlStep(ConnectionResolver& connections)
    : m_connections(connections)
    , m_sessions(std::make_shared<QHash<QByteArray, QList<SessionKey>>>())
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
    QString raised;
    const Result<SqlPlan> plan = planFor(spec, *checked, raised);
    if (!plan)
        return plan.error();
    ResolvedStep step;
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.spec.danger = plan->danger;
    step.raised = raised;
    step.connectionId = platform + QLatin1Char('/') + spec.connection;
    step.text = shown(plan->run);
    step.payload = plan->toPayload();
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    if (const auto connection = m_connections.find(step.connectionId))
        step.commandLine = psqlLine(*connection, plan->run, plan->danger);
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
    const auto look = [step, settle, sessions = m_sessions](const Result<ResolvedConnection>& connection) {
        if (!connection)
            return settle(connection.error());
        const auto settings = PostgresSettings::from(*connection);
        if (!settings)
            return settle(settings.error());
        auto* session = new PostgresSession;
        SqlPlan plan = SqlPlan::fromPayload(step.payload);
        plan.deadline = step.spec.deadline;
        const std::function<Result<SqlPreview>(PostgresLink&, const Bounds&)> job =
            [plan, settings = *settings](PostgresLink& link, const Bounds& bounds) {
                return previewSql(link, settings, plan, bounds);
            };
        session->perform(std::min(step.spec.deadline, previewTime), job)
            .then(session, [session, settle, step, sessions](const Result<SqlPreview>& preview) {
                if (preview && preview->sessions) {
                    if (sessions->size() > rememberedPreviews)
                        sessions->clear();
                    sessions->insert(step.digest, *preview->sessions);
                }
                settle(preview ? Result<StepPreview>(preview->shown) : Result<StepPreview>(preview.error()));
                session->deleteLater();
            });
    };
    m_connections.resolve(step.connectionId).then(look);
    return promise->future();
}

std::unique_ptr<StepExecution> SqlStep::start(const ResolvedStep& step)
{
    std::optional<QList<SessionKey>> sessions;
    if (const auto found = m_sessions->constFind(step.digest); found != m_sessions->constEnd())
        sessions = *found;
    return std::make_unique<SqlExecution>(m_connections, step, sessions);
}

}  // namespace cockpit::adapters::postgres
