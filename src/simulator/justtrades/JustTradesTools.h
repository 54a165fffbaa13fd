// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"

#include <functional>

namespace cockpit {

class JustTradesModel;
class JustTradesPages;

/// The command line of the hosting provider (railway), as far as the runbooks use it. Thread: the model's.
class JustTradesTools
{
public:
    /// Names the release in a directory; empty when there is none.
    using ReleaseIn = std::function<QString(const QString& directory)>;

    JustTradesTools(JustTradesModel& model, const JustTradesPages& pages, ReleaseIn releaseIn);

    /// `argv`: the tool's name and its arguments. What the real tool does not know is refused as it does.
    ToolAnswer run(const QStringList& argv);

private:
    ToolAnswer logs(QStringList options) const;
    ToolAnswer restart(const QStringList& options, const QString& said);
    ToolAnswer up(const QStringList& arguments);

    JustTradesModel& m_model;
    const JustTradesPages& m_pages;
    ReleaseIn m_releaseIn;
};

}  // namespace cockpit
