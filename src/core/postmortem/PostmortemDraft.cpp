// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/PostmortemDraft.h"

#include "core/base/Duration.h"

#include "core/playbook/Template.h"
#include "core/postmortem/GeneratedBlocks.h"
#include "core/postmortem/MarkdownHtml.h"
#include "core/postmortem/PostmortemWords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PostmortemDraft)
};

/// For playbooks without a template.
QString builtInTemplate()
{
    struct Section {
        const char* title;
        const char* body;  // a block's name, or a question when it ends in '?'
    };
    static constexpr Section sections[] = {
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Summary"), "summary"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Impact"), "impact"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Root cause"),
         QT_TRANSLATE_NOOP("PostmortemDraft", "Question for you: what caused it?")},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Timeline"), "timeline"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Responders"), "responders"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Steps taken"), "steps"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Notifications"), "notifications"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Evidence"), "evidence"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Open questions"), "questions"},
        {QT_TRANSLATE_NOOP("PostmortemDraft", "Action items"),
         QT_TRANSLATE_NOOP("PostmortemDraft", "Question for you: who does what by when?")}};
    QString text = QStringLiteral("# %1\n").arg(Say::tr("Postmortem: %1").arg(QStringLiteral("{{{title}}}")));
    for (const Section& section : sections) {
        const QString body = QString::fromLatin1(section.body);
        text += QStringLiteral("\n## %1\n\n").arg(Say::tr(section.title));
        text += body.endsWith(QLatin1Char('?')) ? Say::tr(section.body) + QLatin1Char('\n') : renderBlock(body, {});
    }
    return text;
}

QString commander(const PostmortemFacts& facts)
{
    for (auto it = facts.incident.roles.begin(); it != facts.incident.roles.end(); ++it) {
        if (it.key().contains(QLatin1String("command")))
            return it.value();
    }
    return facts.incident.acknowledgedBy;
}

/// Fields that were not known when the draft was made ("{{resolved_at}}") and are now. Generated blocks are left out:
/// a double brace in one came from outside.
QString withFieldsFilled(const QString& markdown, const QJsonObject& context)
{
    static const QRegularExpression field(QStringLiteral("\\{\\{([a-z][a-z0-9_]*)\\}\\}"));
    const auto filled = [&](QString line) {
        qsizetype from = 0;
        for (auto match = field.match(line); match.hasMatch(); match = field.match(line, from)) {
            const QString known = context.value(match.captured(1)).toString();
            from = match.capturedEnd();
            if (known.isEmpty() || known.startsWith(QLatin1String("<!-- cockpit:")))
                continue;
            line.replace(match.capturedStart(), match.capturedLength(), known);
            from = match.capturedStart() + known.size();
        }
        return line;
    };
    const QStringList lines = markdown.split(QLatin1Char('\n'));
    QStringList out;
    int next = 0;
    const auto fillUntil = [&](int end) {
        for (; next < end; ++next)
            out.append(filled(lines.at(next)));
    };
    for (const BlockSpan& span : findBlocks(markdown)) {
        fillUntil(span.first);
        out += lines.mid(span.first, span.last - span.first + 1);
        next = span.last + 1;
    }
    fillUntil(static_cast<int>(lines.size()));
    return out.join(QLatin1Char('\n'));
}

bool isOpenQuestion(const QString& line)
{
    static const QRegularExpression lead(QStringLiteral("\\A[\\s>]*(?:[*+-]\\s+)?(?:\\[[ xX]\\]\\s*)?"));
    static const QRegularExpression placeholder(
        QStringLiteral("\\A(?:\\*\\*[^*]+\\*\\*:?\\s*)?(?:\\[[^\\]]*\\]|\\{\\{[^}]*\\}\\})\\.?\\z"));
    QString text = line;
    text.remove(lead);
    text = text.trimmed();
    if (text.isEmpty() || placeholder.match(text).hasMatch())
        return true;
    static const QRegularExpression emphasis(QStringLiteral("\\A[_*]+"));
    text.remove(emphasis);
    const QStringList prefixes = questionPrefixes();
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString& prefix) { return text.startsWith(prefix); });
}

}  // namespace

QStringList questionPrefixes()
{
    QStringList prefixes{QStringLiteral("Question for you:"), Say::tr("Question for you:")};
    prefixes.removeDuplicates();
    return prefixes;
}

ResponseTimes responseTimes(const Incident& incident, const QDateTime& now)
{
    ResponseTimes times;
    times.began = incident.proposedAt.isValid() ? incident.proposedAt : incident.declaredAt;
    if (!times.began.isValid())
        return times;
    // A clock set back must not make a negative duration.
    const auto since = [&](const QDateTime& end) { return Milliseconds{qMax<qint64>(0, times.began.msecsTo(end))}; };
    if (incident.acknowledgedAt.isValid())
        times.toAcknowledge = since(incident.acknowledgedAt);
    if (incident.resolvedAt.isValid())
        times.toResolve = since(incident.resolvedAt);
    times.open = since(incident.resolvedAt.isValid() ? incident.resolvedAt : now);
    return times;
}

QJsonObject postmortemContext(const PostmortemFacts& facts)
{
    const Incident& incident = facts.incident;
    const ResponseTimes times = responseTimes(incident, facts.now);
    const Severity* severity = facts.playbook ? facts.playbook->severity(incident.severity) : nullptr;
    QJsonObject context;
    const auto set = [&](const char* name, const QString& value) { context.insert(QLatin1String(name), value); };
    set("title", markdownEscaped(incident.title));
    set("id", markdownEscaped(incident.id));
    set("severity", markdownEscaped(incident.severity));
    set("severity_title", severity ? markdownEscaped(severity->title) : QString());
    set("platform", markdownEscaped(facts.playbook ? facts.playbook->title : incident.platform));
    set("environment", facts.playbook ? environmentName(facts.playbook->environment) : QString());
    set("reason", markdownEscaped(incident.reason));
    set("status", statusText(incident));
    set("date", times.began.toUTC().toString(QStringLiteral("yyyy-MM-dd")));
    set("began_at", utcText(times.began));
    set("declared_at", utcText(incident.declaredAt));
    set("acknowledged_at", utcText(incident.acknowledgedAt));
    set("resolved_at", utcText(incident.resolvedAt));
    set("duration", shortDuration(times.open));
    set("time_to_acknowledge", times.toAcknowledge ? shortDuration(*times.toAcknowledge) : QString());
    set("time_to_resolve", times.toResolve ? shortDuration(*times.toResolve) : QString());
    set("commander", markdownEscaped(commander(facts)));
    set("declared_by", markdownEscaped(incident.declaredBy));
    set("acknowledged_by", markdownEscaped(incident.acknowledgedBy));
    if (facts.playbook && facts.playbook->postmortem.dueWithin.count() > 0) {
        const QDateTime from = incident.resolvedAt.isValid() ? incident.resolvedAt : facts.now;
        set("due_at", utcText(from.addMSecs(facts.playbook->postmortem.dueWithin.count())));
    }
    QJsonArray agenda;
    if (facts.playbook) {
        for (const AgendaItem& item : facts.playbook->postmortem.agenda)
            agenda.append(Say::tr("%1: %2").arg(formatDuration(item.time), markdownEscaped(item.title)));
    }
    context.insert(QLatin1String("agenda"), agenda);
    const auto blocks = postmortemBlocks(facts);
    for (auto it = blocks.begin(); it != blocks.end(); ++it)
        context.insert(it.key(), renderBlock(it.key(), it.value()));
    return context;
}

QString buildDraft(const PostmortemFacts& facts)
{
    const QJsonObject context = postmortemContext(facts);
    const QString own = facts.playbook ? facts.playbook->postmortem.templateText : QString();
    QString text;
    if (!own.isEmpty()) {
        if (const auto rendered = renderTemplate(withEmptyBlocks(own), context); rendered.ok())
            text = rendered->text;
    }
    if (text.isEmpty()) {
        const auto rendered = renderTemplate(builtInTemplate(), context);
        text = rendered.ok() ? rendered->text : builtInTemplate();
    }
    return refreshDraft(text, facts);
}

QString refreshDraft(const QString& existing, const PostmortemFacts& facts)
{
    const QString refreshed = refreshBlocks(existing, postmortemBlocks(facts));
    return refreshed.contains(QLatin1String("{{")) ? withFieldsFilled(refreshed, postmortemContext(facts)) : refreshed;
}

int percentFilled(const QString& markdown)
{
    int sections = 0;
    int filled = 0;
    bool inSection = false;
    bool saysSomething = false;
    const auto close = [&] {
        if (inSection && saysSomething)
            ++filled;
    };
    static const QRegularExpression heading(QStringLiteral("\\A {0,3}#{2,6}\\s"));
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        if (heading.match(line).hasMatch()) {
            close();
            ++sections;
            inSection = true;
            saysSomething = false;
        } else if (inSection && !saysSomething && !parseBlockMarker(line) && !isOpenQuestion(line)) {
            saysSomething = true;
        }
    }
    close();
    return sections == 0 ? (markdown.trimmed().isEmpty() ? 0 : 100) : filled * 100 / sections;
}

}  // namespace cockpit
