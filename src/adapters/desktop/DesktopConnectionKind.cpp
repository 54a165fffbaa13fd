// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/desktop/DesktopConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace cockpit::adapters::desktop {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Desktop)
};

}  // namespace

DesktopConnectionKind::DesktopConnectionKind(std::shared_ptr<NotificationService> service)
    : m_service(std::move(service))
{
}

QString DesktopConnectionKind::title() const
{
    return Say::tr("Desktop notifications");
}

QFuture<ConnectionCheck> DesktopConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    QElapsedTimer elapsed;
    elapsed.start();
    TargetIdentity target;
    target.address = QStringLiteral("org.freedesktop.Notifications");
    target.environment = connection.spec.environment;
    return m_service->call(QStringLiteral("GetServerInformation"), {}, timeout)
        .then([target, elapsed](const Result<QVariantList>& reply) {
            if (!reply)
                return failedCheck(reply.error(), target);
            ConnectionCheck check;
            check.ok = true;
            check.target = target;
            check.elapsed = Milliseconds{elapsed.elapsed()};
            check.sentence = Say::tr("%1 %2 shows notifications here (%3 ms); none was shown")
                                 .arg(safeLine(reply->value(0).toString(), 60),
                                      safeLine(reply->value(2).toString(), 20), QString::number(elapsed.elapsed()));
            return check;
        });
}

}  // namespace cockpit::adapters::desktop
