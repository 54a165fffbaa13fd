// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/tradingbot/TradingbotShell.h"

#include "simulator/tradingbot/TradingbotHealth.h"
#include "simulator/tradingbot/TradingbotModel.h"

#include <QRegularExpression>

#include <array>
#include <optional>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char folder[] = "/srv/tradingbot/";

struct Name {
    const char16_t* module;
    const char16_t* name;
    const char16_t* makes;  ///< the class of what a call gives
};
constexpr std::array<Name, 4> importable{{
    {u"tradingbot.risk.circuit_breaker", u"get_circuit_breaker", u"CircuitBreaker"},
    {u"tradingbot.core.trading_interface", u"TradingInterface", u"TradingInterface"},
    {u"tradingbot.monitoring.system_health", u"SystemHealthMonitor", u"SystemHealthMonitor"},
    {u"tradingbot.reconciliation.position_reconciler", u"PositionReconciler", u"PositionReconciler"},
}};

const QStringList& methods()
{
    static const QStringList all{u"CircuitBreaker.trip"_s,
                                 u"CircuitBreaker.reset"_s,
                                 u"CircuitBreaker.can_trade"_s,
                                 u"TradingInterface.cancel_all_orders"_s,
                                 u"SystemHealthMonitor.full_health_check"_s,
                                 u"PositionReconciler.reconcile"_s};
    return all;
}

/// A Python exception; its last line is the message.
Error raise(const QString& message)
{
    return fail(ErrorKind::InvalidInput, message);
}

const Error& syntaxError()
{
    static const Error error = raise(u"SyntaxError: invalid syntax"_s);
    return error;
}

/// The literal strings between the parentheses of a call; nothing when there is something else.
std::optional<QStringList> literals(const QString& between)
{
    static const QRegularExpression literal(uR"re(\G\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*(?:,|$))re"_s);
    QStringList values;
    qsizetype at = 0;
    while (at < between.size()) {
        const auto match = literal.match(between, at);
        if (!match.hasMatch())
            return {};
        values << match.captured(1) + match.captured(2);
        at = match.capturedEnd();
    }
    return values;
}

QString traceback(int line, const QString& message)
{
    return u"Traceback (most recent call last):\n  File \"%1manage.py\", line 22, in <module>\n    main()\n  File "
           "\"%1manage.py\", line 18, in main\n    execute_from_command_line(sys.argv)\n  File \"<string>\", line %2, "
           "in "
           "<module>\n%3\n"_s.arg(QString::fromLatin1(folder), QString::number(line), message);
}

}  // namespace

TradingbotShell::TradingbotShell(TradingbotModel& model)
    : m_model(model)
{
}

ToolAnswer TradingbotShell::run(const QStringList& arguments)
{
    const QString script = arguments.value(0);
    if (script.isEmpty())
        return {};
    if (script != u"manage.py")
        return {2,
                {},
                u"python: can't open file '%1%2': [Errno 2] No such file or directory\n"_s.arg(
                    QString::fromLatin1(folder), script)};
    const QString command = arguments.value(1);
    if (command != u"shell")
        return {1, {}, u"Unknown command: '%1'\nType 'manage.py help' for usage.\n"_s.arg(command)};
    if (arguments.size() == 2)
        return {};
    if (arguments.size() == 4 && (arguments.at(2) == u"-c" || arguments.at(2) == u"--command"))
        return execute(arguments.at(3));
    return {2,
            {},
            u"usage: manage.py shell [-h] [--no-startup] [-i {ipython,bpython,python}] [-c COMMAND]\nmanage.py shell: "
            "error: unrecognized arguments: %1\n"_s.arg(arguments.mid(2).join(u' '))};
}

ToolAnswer TradingbotShell::execute(const QString& code)
{
    ToolAnswer answer;
    Names names;
    int number = 0;
    for (const QString& line : code.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto printed = executeLine(line, names);
        if (!printed)
            return {1, answer.output, traceback(number, printed.error().message)};
        answer.output += *printed;
    }
    return answer;
}

Result<QString> TradingbotShell::executeLine(const QString& line, Names& names)
{
    static const QRegularExpression importing(uR"(^from ([\w.]+) import (\w+)$)"_s);
    static const QRegularExpression library(uR"(^import (os|sys|json|time|logging)$)"_s);
    static const QRegularExpression print(uR"(^print\((.*)\)$)"_s);
    static const QRegularExpression assignment(uR"(^([A-Za-z_]\w*)\s*=\s*([^=].*)$)"_s);
    if (const auto match = importing.match(line); match.hasMatch()) {
        const Status imported = importName(match.captured(1), match.captured(2), names);
        return imported ? Result<QString>(QString()) : Result<QString>(imported.error());
    }
    if (const auto match = library.match(line); match.hasMatch()) {
        names[match.captured(1)] = {Value::Object, u"module"_s};
        return QString();
    }
    const auto printMatch = print.match(line);
    const auto assignmentMatch = assignment.match(line);
    const QString expression = printMatch.hasMatch()        ? printMatch.captured(1)
                               : assignmentMatch.hasMatch() ? assignmentMatch.captured(2)
                                                            : line;
    const auto value = evaluate(expression, names);
    if (!value)
        return value.error();
    if (printMatch.hasMatch())
        return printed(*value) + u'\n';
    if (assignmentMatch.hasMatch())
        names[assignmentMatch.captured(1)] = *value;
    return QString();
}

Status TradingbotShell::importName(const QString& module, const QString& name, Names& names)
{
    bool known = false;
    for (const Name& each : importable) {
        if (module != QString::fromUtf16(each.module))
            continue;
        known = true;
        if (name == QString::fromUtf16(each.name)) {
            names[name] = {Value::Callable, QString::fromUtf16(each.makes)};
            return Done{};
        }
    }
    if (!known)
        return raise(u"ModuleNotFoundError: No module named '%1'"_s.arg(module));
    return raise(u"ImportError: cannot import name '%1' from '%2' (%3%4.py)"_s.arg(
        name, module, QString::fromLatin1(folder), QString(module).replace(u'.', u'/')));
}

Result<TradingbotShell::Value> TradingbotShell::evaluate(const QString& expression, const Names& names)
{
    static const QRegularExpression first(uR"(^[A-Za-z_]\w*)"_s);
    static const QRegularExpression next(uR"(\G(?:\.([A-Za-z_]\w*)|\(([^()]*)\)))"_s);
    const auto start = first.match(expression);
    if (!start.hasMatch())
        return syntaxError();
    if (!names.contains(start.captured()))
        return raise(u"NameError: name '%1' is not defined"_s.arg(start.captured()));
    Value value = names.value(start.captured());
    qsizetype at = start.capturedEnd();
    while (at < expression.size()) {
        const auto match = next.match(expression, at);
        if (!match.hasMatch())
            return syntaxError();
        at = match.capturedEnd();
        if (const QString attribute = match.captured(1); !attribute.isEmpty()) {
            const QString method = value.text + u'.' + attribute;
            if (value.kind != Value::Object || !methods().contains(method))
                return raise(u"AttributeError: '%1' object has no attribute '%2'"_s.arg(
                    value.kind == Value::Object ? value.text : u"NoneType"_s, attribute));
            value = {Value::Callable, method};
            continue;
        }
        const auto arguments = literals(match.captured(2));
        if (!arguments)
            return syntaxError();
        const auto result = call(value, *arguments);
        if (!result)
            return result.error();
        value = *result;
    }
    return value;
}

Result<TradingbotShell::Value> TradingbotShell::call(const Value& callee, const QStringList& arguments)
{
    if (callee.kind != Value::Callable)
        return raise(u"TypeError: '%1' object is not callable"_s.arg(callee.kind == Value::Object ? callee.text
                                                                                                  : u"NoneType"_s));
    const bool trips = callee.text == u"CircuitBreaker.trip";
    if (trips && arguments.isEmpty())
        return raise(u"TypeError: CircuitBreaker.trip() missing 1 required positional argument: 'reason'"_s);
    if (arguments.size() > (trips ? 2 : 0))
        return raise(u"TypeError: %1() takes %2 but %3 were given"_s.arg(
            callee.text, trips ? u"from 2 to 3 positional arguments"_s : u"1 positional argument"_s,
            QString::number(arguments.size() + 1)));
    switch (methods().indexOf(callee.text)) {
    case 0: m_model.trip(arguments.first(), arguments.value(1)); return Value{};
    case 1:
        if (const Status closed = m_model.act(u"close-breaker"_s); !closed)
            return closed.error();
        return Value{};
    case 2: return Value{Value::Text, m_model.breakerOpen() ? u"False"_s : u"True"_s};
    case 3: m_model.cancelAllOrders(); return Value{};
    case 4: return Value{Value::Text, tradingbotHealth(m_model)};
    case 5: return Value{Value::Text, tradingbotReportText(m_model.reconcile(), m_model)};
    default: return Value{Value::Object, callee.text};
    }
}

QString TradingbotShell::printed(const Value& value)
{
    switch (value.kind) {
    case Value::Nothing: return u"None"_s;
    case Value::Text: return value.text;
    case Value::Callable: return u"<function %1 at 0x7f3a5c1e8d60>"_s.arg(value.text);
    case Value::Object: break;
    }
    return u"<tradingbot.%1 object at 0x7f3a5c1f0a90>"_s.arg(value.text);
}

}  // namespace cockpit
