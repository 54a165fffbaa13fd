// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotMachineTools.h"

#include "simulator/tradingbot/TradingbotDisks.h"
#include "simulator/tradingbot/TradingbotModel.h"

#include <algorithm>
#include <cmath>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kibibyte = 1024;

struct Process {
    int id = 0;
    QString user;
    double processor = 0;  ///< percent of one core
    double kibibytes = 0;
    QString elapsed;
    QString command;
};

QList<Process> processes(const TradingbotModel& model)
{
    QList<Process> all{{1841, u"trader"_s, 38.2, 3'906'112, u"2-03:11:47"_s, u"python"_s},
                       {902, u"postgres"_s, 12.4, 2'310'848, u"41-07:20:05"_s, u"postgres"_s},
                       {1877, u"trader"_s, 9.1, 806'420, u"2-03:11:44"_s, u"market_data"_s},
                       {1120, u"prometheus"_s, 2.3, 402'176, u"41-07:19:58"_s, u"prometheus"_s},
                       {1131, u"prometheus"_s, 0.4, 31'744, u"41-07:19:58"_s, u"node_exporter"_s},
                       {1, u"root"_s, 0.0, 12'288, u"41-07:20:31"_s, u"systemd"_s}};
    if (model.cause() == TradingbotFault::Memory)
        all << Process{20417, u"akumar"_s, 3.7, 6'240'256, u"05:42:10"_s, u"jupyter-lab"_s};
    if (model.cause() == TradingbotFault::Processor)
        all << Process{23950, u"akumar"_s, 301.5, 512'000, u"01:08:33"_s, u"backtest"_s};
    if (!model.marketDataUp())
        all.removeIf([](const Process& process) { return process.command == u"market_data"; });
    std::sort(all.begin(), all.end(), [](const Process& a, const Process& b) { return a.kibibytes > b.kibibytes; });
    return all;
}

/// As df -h writes it: rounded up, one decimal below ten.
QString readable(double bytes)
{
    static const QString units = u"BKMGTP"_s;
    int unit = 0;
    for (; bytes >= kibibyte && unit + 1 < units.size(); ++unit)
        bytes /= kibibyte;
    const double rounded = bytes < 10 ? std::ceil(bytes * 10) / 10 : std::ceil(bytes);
    if (bytes == 0)
        return u"0"_s;
    return QString::number(rounded, 'f', rounded < 10 ? 1 : 0) + (unit == 0 ? QString() : QString(units.at(unit)));
}

}  // namespace

QList<TradingbotDisk> tradingbotDisks(const TradingbotMachine& machine)
{
    return {{"/dev/nvme0n1p1", "ext4", "/", 104'857'600'000, 0.41},
            {"/dev/nvme1n1", "ext4", "/var/log", 21'474'836'480, machine.logDisk},
            {"/dev/loop3", "squashfs", "/snap/core20/2318", 66'977'792, 1},
            {"tmpfs", "tmpfs", "/run", 1'717'986'918, 0.001}};
}

ToolAnswer runProcessList(const TradingbotModel& model, const QStringList& arguments)
{
    const QStringList known{u"-eo"_s, u"pid,user,pcpu,pmem,rss,etime,comm"_s, u"--sort=-rss"_s};
    if (arguments != known)
        return {1,
                {},
                u"error: unsupported option (simulated: only ps "_s + known.join(u' ') +
                    u")\n\nUsage:\n ps [options]\n"_s};
    QString text = u"    PID USER     %CPU %MEM   RSS     ELAPSED COMMAND\n"_s;
    for (const Process& process : processes(model))
        text += u"%1 %2 %3 %4 %5 %6 %7\n"_s.arg(process.id, 7)
                    .arg(process.user.left(8), -8)
                    .arg(process.processor, 4, 'f', 1)
                    .arg(100 * process.kibibytes * kibibyte / memoryBytes, 4, 'f', 1)
                    .arg(process.kibibytes, 5, 'f', 0)
                    .arg(process.elapsed, 11)
                    .arg(process.command);
    return {0, text, {}};
}

ToolAnswer runDiskFree(const TradingbotModel& model, const QStringList& arguments)
{
    const bool human = arguments == QStringList{u"-h"_s};
    if (!human && !arguments.isEmpty())
        return {
            1,
            {},
            u"df: invalid option -- '%1'\nTry 'df --help' for more information.\n"_s.arg(arguments.first().mid(1, 1))};
    const auto size = [human](double bytes) {
        return human ? readable(bytes) : QString::number(bytes / kibibyte, 'f', 0);
    };
    const int width = human ? 5 : 10;
    QString text = u"%1 %2 %3 %4 Use% Mounted on\n"_s.arg(u"Filesystem"_s, -14)
                       .arg(human ? u"Size"_s : u"1K-blocks"_s, width)
                       .arg(u"Used"_s, width)
                       .arg(human ? u"Avail"_s : u"Available"_s, width);
    for (const TradingbotDisk& disk : tradingbotDisks(model.machine()))
        text += u"%1 %2 %3 %4 %5% %6\n"_s.arg(QString::fromUtf8(disk.device), -14)
                    .arg(size(disk.bytes), width)
                    .arg(size(disk.bytes * disk.used), width)
                    .arg(size(disk.bytes * (1 - disk.used)), width)
                    .arg(std::ceil(100 * disk.used), 3, 'f', 0)
                    .arg(QString::fromUtf8(disk.mountedOn));
    return {0, text, {}};
}

}  // namespace cockpit
