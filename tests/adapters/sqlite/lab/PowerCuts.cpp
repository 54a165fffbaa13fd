// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/sqlite/lab/Experiments.h"
#include "tests/adapters/sqlite/lab/FaultShim.h"
#include "tests/adapters/sqlite/lab/Scenario.h"

#include <QDir>
#include <QFile>

#include <map>
#include <random>

namespace cockpit::test {

namespace {

using fault::Operation;
using Kind = fault::Operation::Kind;

constexpr size_t sector = 512;

/// What the disk keeps of the writes that were not synced when the power went.
enum class Fate { AllLost, AllKept, HalfKept, Torn };

void apply(std::string& content, const Operation& operation)
{
    const auto offset = static_cast<size_t>(operation.offset);
    if (operation.kind == Kind::Truncate) {
        content.resize(offset, '\0');
        return;
    }
    if (content.size() < offset + operation.bytes.size())
        content.resize(offset + operation.bytes.size(), '\0');
    content.replace(offset, operation.bytes.size(), operation.bytes);
}

/// The files as they are on disk, and as they would be if everything had got there.
class Disk
{
public:
    explicit Disk(const QString& base)
    {
        for (const QString& name : QDir(base).entryList(QDir::Files)) {
            QFile file(base + QLatin1Char('/') + name);
            if (file.open(QIODevice::ReadOnly))
                m_durable[name.toStdString()] = file.readAll().toStdString();
        }
    }

    void take(const Operation& operation)
    {
        switch (operation.kind) {
        case Kind::Write:
        case Kind::Truncate: m_pending[operation.file].push_back(&operation); break;
        case Kind::Sync:
            if (operation.file.empty())
                break;
            for (const Operation* write : m_pending[operation.file])
                apply(m_durable[operation.file], *write);
            m_pending[operation.file].clear();
            break;
        case Kind::Unlink:
            m_durable.erase(operation.file);
            m_pending.erase(operation.file);
            break;
        case Kind::Rename:
            m_durable[operation.target] = m_durable[operation.file];
            m_pending[operation.target] = m_pending[operation.file];
            m_durable.erase(operation.file);
            m_pending.erase(operation.file);
            break;
        case Kind::Acknowledge: break;
        }
    }

    void writeImage(const QString& folder, Fate fate, std::mt19937& random) const
    {
        refill(folder, {});
        auto image = m_durable;
        for (const auto& [file, writes] : m_pending) {
            for (const Operation* write : writes)
                keep(image[file], *write, fate, random);
        }
        for (const auto& [name, content] : image) {
            const QString path = folder + QLatin1Char('/') + QString::fromStdString(name);
            QDir().mkpath(path.left(path.lastIndexOf(QLatin1Char('/'))));
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write(content.data(), static_cast<qint64>(content.size()));
        }
    }

private:
    static void keep(std::string& content, const Operation& write, Fate fate, std::mt19937& random)
    {
        const auto coin = [&] { return (random() & 1U) != 0; };
        if (fate == Fate::AllKept || (fate == Fate::HalfKept && coin()))
            apply(content, write);
        if (fate != Fate::Torn)
            return;
        if (write.kind == Kind::Truncate) {
            if (coin())
                apply(content, write);
            return;
        }
        for (size_t at = 0; at < write.bytes.size(); at += sector) {
            if (coin())
                apply(content, {Kind::Write,
                                write.file,
                                write.offset + static_cast<std::int64_t>(at),
                                write.bytes.substr(at, sector),
                                {}});
        }
    }

    std::map<std::string, std::string> m_durable;
    std::map<std::string, std::vector<const Operation*>> m_pending;
};

struct Tally {
    int images = 0;
    int bad = 0;
    QString first;
};

/// The two fates that leave no choice, then `rounds` times the two that draw lots.
QList<Fate> fates(int rounds)
{
    QList<Fate> list{Fate::AllLost, Fate::AllKept};
    for (int round = 0; round < rounds; ++round)
        list << Fate::HalfKept << Fate::Torn;
    return list;
}

void judge(const Scenario& scenario, const QString& base, const QString& work, const std::vector<Operation>& operations,
           int rounds, Tally& tally)
{
    Disk disk(base);
    std::mt19937 random(20'261'121);
    int acknowledged = 0;
    fault::skipSyncs(true);
    for (size_t i = 0; i < operations.size(); ++i) {
        disk.take(operations[i]);
        acknowledged += operations[i].kind == Kind::Acknowledge ? 1 : 0;
        for (const Fate fate : fates(rounds)) {
            disk.writeImage(work, fate, random);
            ++tally.images;
            const QString flaw = flawIn(work, scenario.existing, acknowledged);
            if (flaw.isEmpty())
                continue;
            ++tally.bad;
            if (tally.first.isEmpty())
                tally.first = QStringLiteral("%1, after operation %2: %3").arg(scenario.name).arg(i + 1).arg(flaw);
        }
    }
    fault::skipSyncs(false);
}

}  // namespace

QJsonObject cutPowerEverywhere(const QString& folder, const QString& sabotage, int rounds)
{
    Tally tally;
    int unfinished = 0;
    for (const Scenario& scenario : scenarios(sabotage)) {
        const QString base = folder + QStringLiteral("/base");
        const QString work = folder + QStringLiteral("/work");
        refill(base, {});
        unfinished += scenario.prepare(base) ? 0 : 1;
        refill(work, base);
        fault::watch(work.toStdString());
        fault::record(true);
        unfinished += scenario.run(work, fault::acknowledge) ? 0 : 1;
        const std::vector<Operation> operations = fault::recorded();
        fault::watch({});
        judge(scenario, base, work, operations, rounds, tally);
    }
    return {{QStringLiteral("faults"), tally.images},
            {QStringLiteral("bad"), tally.bad},
            {QStringLiteral("unfinished"), unfinished},
            {QStringLiteral("first"), tally.first}};
}

}  // namespace cockpit::test
