// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/EngineThread.h"

#include <QPromise>

namespace cockpit {

EngineThread::EngineThread(AssemblyOptions options)
    : m_options(std::move(options))
    , m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

EngineThread::~EngineThread()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            if (m_assembly)
                m_assembly->engine().stop();
            m_assembly.reset();
            delete m_context;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<EngineAssembly*>> EngineThread::build()
{
    auto promise = std::make_shared<QPromise<Result<EngineAssembly*>>>();
    promise->start();
    QMetaObject::invokeMethod(m_context, [this, promise] {
        auto made = EngineAssembly::make(m_options);
        if (made) {
            m_assembly = std::move(made.value());
            promise->addResult(Result<EngineAssembly*>(m_assembly.get()));
        } else {
            promise->addResult(Result<EngineAssembly*>(made.error()));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<Status> EngineThread::start(const QString& mode)
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    QMetaObject::invokeMethod(m_context, [this, promise, mode] {
        promise->addResult(m_assembly ? m_assembly->engine().start(mode)
                                      : Status(fail(ErrorKind::Conflict, QStringLiteral("the engine was not built"))));
        promise->finish();
    });
    return promise->future();
}

}  // namespace cockpit
