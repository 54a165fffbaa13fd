// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/shell/KeptProcess.h"
#include "adapters/shell/ProgramRun.h"
#include "adapters/shell/ShellSettings.h"

namespace cockpit::adapters::shell {

/// A program on this workstation, with its keeper (KeptProcess.h).
class LocalProgram final : public ProgramRun
{
    Q_OBJECT

public:
    explicit LocalProgram(ShellSettings settings, QObject* parent = nullptr);

    Status begin(const ProgramRequest& request) override;
    bool isRunning() const override { return m_process.isRunning(); }
    void askToEnd() override;
    Milliseconds patience() const override { return Milliseconds(3'000); }
    void endEverything() override;

private:
    ShellSettings m_settings;
    KeptProcess m_process;
};

}  // namespace cockpit::adapters::shell
