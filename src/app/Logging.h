// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"

#include <QString>

#include <memory>

namespace cockpit {

/// Sends Qt's and our own messages through spdlog: warnings and worse to standard error, everything to a rotating file
/// in `directory` (3 files of 2 MiB, mode 0600; nothing when empty), with known secrets masked first. The log is for
/// mending the program; what happened in an incident is in the incident log. Installed once per process.
class Logging
{
public:
    Logging(const QString& directory, std::shared_ptr<const Redactor> redactor);
    ~Logging();
    Logging(const Logging&) = delete;
    Logging& operator=(const Logging&) = delete;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
