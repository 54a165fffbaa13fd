// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresIdentity.h"

namespace cockpit::adapters::postgres {

Result<PostgresIdentity> readIdentity(PostgresLink& link, const PostgresSettings& settings, const Bounds& bounds)
{
    const auto general =
        link.run(Statement{"SELECT current_database(), current_user, pg_is_in_recovery(), "
                           "current_setting('server_version'), coalesce(host(inet_server_addr()), 'local')",
                           {}},
                 {}, bounds);
    if (!general)
        return general.error();
    if (general->rows.size() != 1 || general->columns.size() != 5)
        return fail(ErrorKind::Malformed, QStringLiteral("The server did not say which database it is"));
    const Row& row = general->rows.first();
    const auto text = [&row](int column) { return row.at(column).value_or(QString()); };
    PostgresIdentity identity;
    identity.target.address = settings.address();
    identity.target.environment = settings.environment;
    identity.target.name = text(0);
    identity.target.role = text(1);
    identity.standby = text(2) == QLatin1String("t");
    identity.version = text(3).section(QLatin1Char(' '), 0, 0);
    const auto control = link.run(Statement{"SELECT system_identifier::text FROM pg_control_system()", {}}, {}, bounds);
    if (control && control->rows.size() == 1)
        identity.target.serverId = control->rows.first().first().value_or(QString());
    else if (!link.isOpen())
        return control.error();
    else
        identity.target.serverId = text(4) + QLatin1Char('/') + identity.version;
    return identity;
}

}  // namespace cockpit::adapters::postgres
