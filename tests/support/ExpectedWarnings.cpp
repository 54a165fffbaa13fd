// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/ExpectedWarnings.h"

#include <gtest/gtest.h>

#include <QMutex>
#include <QStringList>

#include <cstdio>

namespace cockpit::test {

namespace {

QMutex mutex;
// The display-less platform says this of every window; it says nothing about the program.
QStringList expected{QStringLiteral("This plugin does not support propagateSizeHints")};

void guard(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    const QMutexLocker lock(&mutex);
    for (const QString& fragment : expected) {
        if (message.contains(fragment))
            return;
    }
    ADD_FAILURE() << "Qt warning: " << qPrintable(message);
}

}  // namespace

void installWarningGuard()
{
    qInstallMessageHandler(guard);
}

ExpectWarning::ExpectWarning(const QString& fragment)
{
    const QMutexLocker lock(&mutex);
    expected.append(fragment);
}

ExpectWarning::~ExpectWarning()
{
    const QMutexLocker lock(&mutex);
    expected.removeLast();
}

}  // namespace cockpit::test
