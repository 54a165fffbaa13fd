// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Entry point of every test executable: no user files are touched, no display is needed, and a Qt warning that no test
// expected fails the test it appeared in.
#include "tests/support/ExpectedWarnings.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QStandardPaths>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("incident-cockpit"));
#ifdef QT_WIDGETS_LIB
    QApplication::setCursorFlashTime(0);
    QApplication application(argc, argv);
#else
    QCoreApplication application(argc, argv);
#endif
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    cockpit::test::installWarningGuard();
    return RUN_ALL_TESTS();
}
