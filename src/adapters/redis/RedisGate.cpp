// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisGate.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

namespace cockpit::adapters::redis {

namespace {

constexpr size_t nameAt = 0;
constexpr size_t flagsAt = 2;
constexpr size_t categoriesAt = 6;
constexpr qsizetype longestName = 64;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

void addWords(const RedisReply& entry, size_t at, QSet<QByteArray>& words)
{
    if (entry.items.size() <= at)
        return;
    for (const RedisReply& word : entry.items[at].items)
        words.insert(word.text.toLower());
}

Status refuse(const QString& sentence)
{
    return fail(ErrorKind::Refused, sentence);
}

/// For a command that no list knows.
Status admitByFlags(const QString& name, Danger danger, const QSet<QByteArray>& flags)
{
    if (flags.contains("blocking"))
        return refuse(Say::tr("The server says that %1 waits for data, so it cannot be used in a step; use a form that "
                              "does not wait")
                          .arg(name));
    if (danger == Danger::Read && flags.contains("write"))
        return refuse(
            Say::tr("The step is declared as reading, but the server says that %1 writes, so it was not sent; "
                    "declare the step write or destructive")
                .arg(name));
    if (danger == Danger::Read && !flags.contains("readonly"))
        return refuse(Say::tr("The step is declared as reading, but the server does not say that %1 only reads, so it "
                              "was not sent; declare the step write or destructive")
                          .arg(name));
    if (danger == Danger::Write && (flags.contains("admin") || flags.contains("@dangerous")))
        return refuse(Say::tr("The server counts %1 among its dangerous commands, so it was not sent; declare the step "
                              "destructive")
                          .arg(name));
    return Done{};
}

}  // namespace

Arguments factsQuestion(const Arguments& command)
{
    Arguments question{"COMMAND", "INFO"};
    if (command.size() > 1 && command.at(1).size() <= longestName)
        question.append(fullName(command));
    question.append(command.first());
    return question;
}

CommandFacts factsFrom(const RedisClient::Answer& answer)
{
    CommandFacts facts;
    if (!answer.reply || answer.reply->kind != RedisReply::Kind::List)
        return facts;
    facts.state = CommandFacts::State::NoSuchCommand;
    for (const RedisReply& entry : answer.reply->items) {
        if (entry.kind != RedisReply::Kind::List || entry.items.size() <= flagsAt)
            continue;
        facts.state = CommandFacts::State::Told;
        facts.name = entry.items[nameAt].text.toLower();
        addWords(entry, flagsAt, facts.flags);
        addWords(entry, categoriesAt, facts.flags);
        break;
    }
    return facts;
}

Status admit(const Arguments& command, Danger danger, const CommandFacts& facts)
{
    const QString name = safeLine(QString::fromUtf8(command.first()), 60).toUpper();
    if (facts.state == CommandFacts::State::NoSuchCommand)
        return fail(ErrorKind::InvalidInput,
                    Say::tr("This Redis has no command %1; check its name and the server's modules").arg(name));
    // The server's owner may have given a command another name; what it is counts.
    Arguments real = command;
    if (facts.state == CommandFacts::State::Told)
        real.first() = facts.name.split('|').first();
    if (const Status allowed = checkCommand(real); !allowed)
        return allowed;
    const auto known = knownDanger(real);
    if (known && known->danger > danger)
        return refuse(Say::tr("%1; at this server it is called %2. Nothing was sent; declare the step %3")
                          .arg(known->why, name, dangerName(known->danger)));
    if (facts.state == CommandFacts::State::Told)
        return known ? Status(Done{}) : admitByFlags(name, danger, facts.flags);
    if (!known && danger == Danger::Read)
        return refuse(
            Say::tr("The step is declared as reading, but the server does not tell what %1 does (the user may "
                    "not ask COMMAND INFO), so it was not sent")
                .arg(name));
    return Done{};
}

}  // namespace cockpit::adapters::redis
