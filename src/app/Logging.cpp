// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/Logging.h"

#include <QDir>
#include <QFile>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>

namespace cockpit {

namespace {

constexpr size_t fileBytes = 2 * 1024 * 1024;
constexpr size_t fileCount = 3;

struct Target {
    std::shared_ptr<spdlog::logger> logger;
    std::shared_ptr<const Redactor> redactor;
};

// Qt's handler is a bare function pointer; this is the one place that gives it something to talk to.
std::atomic<const Target*> installed{nullptr};

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const Target* target = installed.load();
    if (!target)
        return;
    const QByteArray text = target->redactor->redact(message.toUtf8());
    const auto level = type == QtDebugMsg     ? spdlog::level::debug
                       : type == QtInfoMsg    ? spdlog::level::info
                       : type == QtWarningMsg ? spdlog::level::warn
                                              : spdlog::level::err;
    target->logger->log(level, "{}: {}", context.category ? context.category : "default", text.constData());
}

}  // namespace

struct Logging::Private {
    Target target;
};

Logging::Logging(const QString& directory, std::shared_ptr<const Redactor> redactor)
    : d(std::make_unique<Private>())
{
    std::vector<spdlog::sink_ptr> sinks;
    const auto toTerminal = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    toTerminal->set_level(spdlog::level::warn);
    sinks.push_back(toTerminal);
    if (!directory.isEmpty() && QDir().mkpath(directory)) {
        const QString file = QDir(directory).filePath(QStringLiteral("cockpit.log"));
        try {
            sinks.push_back(
                std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.toStdString(), fileBytes, fileCount));
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        } catch (const spdlog::spdlog_ex&) {
            // Without a log file the program still works; standard error keeps the warnings.
        }
    }
    d->target.logger = std::make_shared<spdlog::logger>("cockpit", sinks.begin(), sinks.end());
    d->target.logger->set_level(spdlog::level::info);
    d->target.logger->flush_on(spdlog::level::info);
    d->target.redactor = std::move(redactor);
    installed.store(&d->target);
    qInstallMessageHandler(handle);
}

Logging::~Logging()
{
    qInstallMessageHandler(nullptr);
    installed.store(nullptr);
}

}  // namespace cockpit
