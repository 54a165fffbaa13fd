// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/sqlite/SqliteEventStore.h"
#include "core/base/Ids.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace cockpit::test {

/// An empty folder for a log, and what is needed to write one.
class LogFixture : public testing::Test
{
protected:
    using Store = adapters::sqlite::SqliteEventStore;

    QString file() const { return m_folder.filePath(QStringLiteral("log.sqlite")); }
    QString folder() const { return m_folder.path(); }

    std::unique_ptr<Store> openStore()
    {
        auto store = Store::open(file(), m_clock);
        if (store)
            return std::move(store).value();
        ADD_FAILURE() << store.error().message.toStdString() << " (" << store.error().detail.toStdString() << ")";
        return nullptr;
    }

    Event note(const QString& text)
    {
        Event event;
        event.id = newId();
        event.at = m_clock.utcNow();
        event.type = EventType::NoteAdded;
        event.incident = QStringLiteral("20261121-0301-7f3a");
        event.actor = QStringLiteral("maria");
        event.workstation = QStringLiteral("ops-3");
        event.data = {{QStringLiteral("text"), text}};
        m_clock.advance(Milliseconds(1'234));
        return event;
    }

    void writeNotes(int count)
    {
        const auto store = openStore();
        for (int i = 1; i <= count; ++i)
            ASSERT_TRUE(store->append(note(QStringLiteral("note %1").arg(i))).ok());
    }

    ChainReport verified()
    {
        const auto report = openStore()->verify();
        if (report)
            return *report;
        ADD_FAILURE() << report.error().message.toStdString();
        return {};
    }

    ManualClock m_clock;

private:
    QTemporaryDir m_folder;
};

}  // namespace cockpit::test
