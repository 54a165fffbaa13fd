// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"
#include "core/connections/Connection.h"

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <optional>

namespace cockpit::adapters::shell {

/// A program as a step wants it, here or elsewhere.
struct ProgramRequest {
    QStringList argv;
    QJsonObject environment;                   ///< as declared by the step
    QMap<QString, Secret> secrets{};           ///< handed over in these variables, never on a command line
    QByteArray input{};                        ///< its whole standard input
    std::optional<TargetIdentity> approved{};  ///< anyone else is refused
};

/// One program under way somewhere. Nothing it starts outlives it. Thread: the engine's.
class ProgramRun : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once. Errors: what is wrong before anything was started; later problems come by failed().
    virtual Status begin(const ProgramRequest& request) = 0;
    virtual bool isRunning() const = 0;
    /// Politely; whoever ignores it is still there.
    virtual void askToEnd() = 0;
    /// How long to wait after that before endEverything().
    virtual Milliseconds patience() const = 0;
    /// The program and all it has started.
    virtual void endEverything() = 0;

signals:
    void output(const QByteArray& bytes);
    /// The program and all it started are gone; 128 plus the number when a signal ended it.
    void ended(int exitCode);
    /// It was not started, for this reason (a sentence).
    void failed(const QString& sentence);
};

/// The sentence for a target that is not the one that was looked at.
Error otherTarget(const TargetIdentity& approved, const TargetIdentity& found);

}  // namespace cockpit::adapters::shell
