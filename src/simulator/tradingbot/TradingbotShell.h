// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"

#include <QMap>

namespace cockpit {

class TradingbotModel;

/// "python manage.py shell -c CODE" of the trading bot. It understands imports, assignments, calls and print() of the
/// bot's own objects; anything else ends as Python ends: a traceback on standard error and exit code 1.
/// Thread: the model's.
class TradingbotShell
{
public:
    explicit TradingbotShell(TradingbotModel& model);

    /// Arguments after "python".
    ToolAnswer run(const QStringList& arguments);

private:
    struct Value {
        enum Kind { Nothing, Text, Callable, Object };
        Kind kind = Nothing;
        QString text;  ///< of a text; of the others the name of what it is
    };
    using Names = QMap<QString, Value>;

    ToolAnswer execute(const QString& code);
    Result<QString> executeLine(const QString& line, Names& names);
    static Status importName(const QString& module, const QString& name, Names& names);
    Result<Value> evaluate(const QString& expression, const Names& names);
    Result<Value> call(const Value& callee, const QStringList& arguments);
    static QString printed(const Value& value);

    TradingbotModel& m_model;
};

}  // namespace cockpit
