// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/DemoSession.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

/// Saves one binding after the other; ends with the first error or with `problems`.
void bindNext(EngineClient& engine, QList<DemoBinding> left, const QStringList& problems,
              const std::shared_ptr<QPromise<Result<QStringList>>>& promise)
{
    if (left.isEmpty()) {
        promise->addResult(Result<QStringList>(problems));
        promise->finish();
        return;
    }
    const DemoBinding binding = left.takeFirst();
    const std::optional<Secret> secret =
        binding.spec.secretStorage == SecretStorage::None ? std::nullopt : std::optional<Secret>(binding.secret);
    engine
        .call([binding, secret, actor = engine.actor()](Engine& e) {
            return e.saveConnection(binding.spec, secret, actor);
        })
        .then(&engine, [&engine, left, problems, promise](const Status& saved) {
            if (saved) {
                bindNext(engine, left, problems, promise);
                return;
            }
            promise->addResult(Result<QStringList>(saved.error()));
            promise->finish();
        });
}

}  // namespace

DemoSession::DemoSession(Milliseconds restartDelay)
    : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("platforms"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
    DemoOptions options;
    options.folder = m_folder.filePath(QStringLiteral("platforms"));
    options.program = QCoreApplication::applicationFilePath();
    options.restartDelay = restartDelay;
    QMetaObject::invokeMethod(m_context,
                              [this, options] { m_platforms = std::make_unique<DemoPlatforms>(m_clock, options); });
}

DemoSession::~DemoSession()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_platforms.reset();
            delete m_context;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString DemoSession::profileDirectory() const
{
    return m_folder.filePath(QStringLiteral("demo"));
}

QFuture<Result<QStringList>> DemoSession::start(EngineClient& engine)
{
    auto promise = std::make_shared<QPromise<Result<QStringList>>>();
    promise->start();
    QMetaObject::invokeMethod(m_context, [this, &engine, promise] {
        m_platforms->start().then(m_context, [this, &engine, promise](const Result<QList<DemoBinding>>& bindings) {
            const QStringList problems = m_platforms->problems();
            QMetaObject::invokeMethod(&engine, [&engine, bindings, problems, promise] {
                if (bindings) {
                    bindNext(engine, *bindings, problems, promise);
                    return;
                }
                promise->addResult(Result<QStringList>(bindings.error()));
                promise->finish();
            });
        });
    });
    return promise->future();
}

void DemoSession::onPlatforms(const std::function<void(DemoPlatforms&)>& work)
{
    QMetaObject::invokeMethod(m_context, [this, work] { work(*m_platforms); });
}

}  // namespace cockpit
