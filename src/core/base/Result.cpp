// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Result.h"

namespace cockpit {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput: return QStringLiteral("invalid_input");
    case ErrorKind::NotFound: return QStringLiteral("not_found");
    case ErrorKind::Conflict: return QStringLiteral("conflict");
    case ErrorKind::Refused: return QStringLiteral("refused");
    case ErrorKind::Unreachable: return QStringLiteral("unreachable");
    case ErrorKind::Unauthorized: return QStringLiteral("unauthorized");
    case ErrorKind::TimedOut: return QStringLiteral("timed_out");
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::Malformed: return QStringLiteral("malformed");
    case ErrorKind::TooLarge: return QStringLiteral("too_large");
    case ErrorKind::MissingField: return QStringLiteral("missing_field");
    case ErrorKind::Storage: return QStringLiteral("storage");
    case ErrorKind::Unsupported: return QStringLiteral("unsupported");
    }
    return QStringLiteral("unknown");
}

}  // namespace cockpit
