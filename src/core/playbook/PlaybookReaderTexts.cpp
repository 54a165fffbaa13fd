// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookReader.h"
#include "core/playbook/Template.h"

#include <QCoreApplication>
#include <QUrl>

namespace cockpit {

void PlaybookReader::readLifecycle(FieldReader& top)
{
    QMap<QString, int> lineOfId;
    qsizetype number = 0;
    for (const YamlNode& node : top.list(QStringLiteral("lifecycle"))) {
        FieldReader phase = reader(
            top.file(), node, nameOf(QCoreApplication::translate("Playbook", "phase"), node, ++number),
            {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("time_box"), QStringLiteral("checklist")});
        if (!phase.isMap())
            continue;
        LifecyclePhase target;
        target.id = phase.id(QStringLiteral("id"));
        target.title = phase.text(QStringLiteral("title"));
        if (target.title.isEmpty())
            target.title = titleFromId(target.id);
        target.timeBox = phase.duration(QStringLiteral("time_box"), target.timeBox);
        target.checklist = phase.texts(QStringLiteral("checklist"));
        const YamlNode* id = node.find(QStringLiteral("id"));
        if (!target.id.isEmpty() && lineOfId.contains(target.id))
            phase.problem(*id,
                          QCoreApplication::translate("Playbook", "duplicate phase \"%1\"; the first is in line %2")
                              .arg(target.id)
                              .arg(lineOfId.value(target.id)));
        else if (id)
            lineOfId.insert(target.id, id->line);
        m_book.lifecycle.append(target);
    }
}

void PlaybookReader::readResolve(FieldReader& top)
{
    const QString key = QStringLiteral("resolve");
    const YamlNode* node = top.find(key);
    if (!node)
        return;
    FieldReader resolve = reader(top.file(), *node, key, {QStringLiteral("quiet_for")});
    if (resolve.isMap())
        m_book.quietFor = resolve.duration(QStringLiteral("quiet_for"), m_book.quietFor);
}

void PlaybookReader::readAlerts(FieldReader& top)
{
    const QString key = QStringLiteral("alerts");
    const YamlNode* node = top.find(key);
    if (!node)
        return;
    FieldReader alerts = reader(top.file(), *node, key, {QStringLiteral("severity_labels")});
    if (!alerts.isMap())
        return;
    for (const auto& [label, severity] : alerts.map(QStringLiteral("severity_labels"), Need::Required)) {
        const QString what = QCoreApplication::translate("Playbook", "severity label \"%1\"").arg(label.text.left(63));
        if (const auto id = alerts.textOf(severity, what)) {
            m_book.severityLabels.insert(label.text, *id);
            m_references.use(References::Kind::Severity, *id, alerts, {severity.line, severity.column}, what);
        }
    }
}

void PlaybookReader::readMessages(FieldReader& top)
{
    for (const auto& [key, value] : top.map(QStringLiteral("messages"))) {
        const QString what = QCoreApplication::translate("Playbook", "message \"%1\"").arg(key.text.left(63));
        MessageTemplate target;
        if (!top.checkId(key, key.text, what, FieldReader::IdStyle::LowerDashes))
            continue;
        target.id = key.text;
        target.title = titleFromId(key.text);
        if (value.type != YamlNode::Type::Map) {
            target.body = readTemplate(top, value, what);
        } else {
            FieldReader message = reader(top.file(), value, what,
                                         {QStringLiteral("title"), QStringLiteral("file"),
                                          QStringLiteral("next_update"), QStringLiteral("fields")});
            if (message.node().find(QStringLiteral("title")))
                target.title = message.text(QStringLiteral("title"));
            if (const YamlNode* name = message.find(QStringLiteral("file"), Need::Required))
                target.body = readTemplate(message, *name, message.label(QStringLiteral("file")));
            target.nextUpdate = message.duration(QStringLiteral("next_update"), target.nextUpdate);
            target.fields = readInputs(message, QStringLiteral("fields"));
            for (const InputSpec& field : std::as_const(target.fields)) {
                if (!field.from.isEmpty())
                    message.problem(*message.find(QStringLiteral("fields")),
                                    QCoreApplication::translate("Playbook", "\"from\" of field \"%1\" has no step to "
                                                                            "take a value from; only steps have")
                                        .arg(field.id));
            }
        }
        m_book.messages.append(target);
    }
}

QString PlaybookReader::readTemplate(FieldReader& owner, const YamlNode& name, const QString& label)
{
    const auto path = owner.textOf(name, label);
    if (!path)
        return {};
    const Result<QByteArray> bytes = m_files.read(*path);
    if (!bytes) {
        owner.problem(name, QStringLiteral("%1: %2").arg(label, bytes.error().message));
        return {};
    }
    if (!checkText(m_files.displayName(*path), *bytes, m_problems))
        return {};
    QString text = QString::fromUtf8(*bytes);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const TemplateProblem& problem : checkTemplate(text)) {
        const QString before = text.left(problem.offset);
        const auto line = static_cast<int>(before.count(QLatin1Char('\n'))) + 1;
        const auto column = static_cast<int>(before.size() - (before.lastIndexOf(QLatin1Char('\n')) + 1)) + 1;
        m_problems.append({m_files.displayName(*path), line, column, problem.message});
    }
    return text;
}

void PlaybookReader::readPostmortem(FieldReader& top)
{
    const YamlNode* node = top.find(QStringLiteral("postmortem"));
    if (!node)
        return;
    FieldReader postmortem =
        reader(top.file(), *node, QStringLiteral("postmortem"),
               {QStringLiteral("template"), QStringLiteral("due_within"), QStringLiteral("agenda")});
    if (!postmortem.isMap())
        return;
    if (const YamlNode* name = postmortem.find(QStringLiteral("template"), Need::Required))
        m_book.postmortem.templateText = readTemplate(postmortem, *name, postmortem.label(QStringLiteral("template")));
    m_book.postmortem.dueWithin = postmortem.duration(QStringLiteral("due_within"), Milliseconds{0});
    readAgenda(postmortem);
}

void PlaybookReader::readAgenda(FieldReader& postmortem)
{
    qsizetype number = 0;
    for (const YamlNode& node : postmortem.list(QStringLiteral("agenda"))) {
        FieldReader item =
            reader(postmortem.file(), node, QCoreApplication::translate("Playbook", "agenda item %1").arg(++number),
                   {QStringLiteral("title"), QStringLiteral("time")});
        if (item.isMap())
            m_book.postmortem.agenda.append({item.text(QStringLiteral("title"), Need::Required),
                                             item.duration(QStringLiteral("time"), Milliseconds{0}, Need::Required)});
    }
}

void PlaybookReader::readContacts(FieldReader& top)
{
    qsizetype number = 0;
    for (const YamlNode& node : top.list(QStringLiteral("contacts"))) {
        FieldReader contact =
            reader(top.file(), node, QCoreApplication::translate("Playbook", "contact %1").arg(++number),
                   {QStringLiteral("name"), QStringLiteral("role"), QStringLiteral("reach")});
        if (!contact.isMap())
            continue;
        m_book.contacts.append({contact.text(QStringLiteral("name"), Need::Required),
                                contact.text(QStringLiteral("role")),
                                contact.text(QStringLiteral("reach"), Need::Required)});
    }
}

void PlaybookReader::readStatusPages(FieldReader& top)
{
    qsizetype number = 0;
    for (const YamlNode& node : top.list(QStringLiteral("status_pages"))) {
        FieldReader page =
            reader(top.file(), node, QCoreApplication::translate("Playbook", "status page %1").arg(++number),
                   {QStringLiteral("title"), QStringLiteral("url"), QStringLiteral("signal")});
        if (!page.isMap())
            continue;
        const StatusPage target{page.text(QStringLiteral("title"), Need::Required),
                                page.text(QStringLiteral("url"), Need::Required), page.text(QStringLiteral("signal"))};
        if (const YamlNode* at = page.find(QStringLiteral("signal")))
            m_references.use(References::Kind::Signal, target.signal, page, {at->line, at->column},
                             page.label(QStringLiteral("signal")));
        const QUrl url(target.url, QUrl::StrictMode);
        const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!target.url.isEmpty() && (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty()))
            page.problem(
                *page.find(QStringLiteral("url")),
                QCoreApplication::translate("Playbook", "%1 must be an address like https://status.example.com")
                    .arg(page.label(QStringLiteral("url"))));
        m_book.statusPages.append(target);
    }
}

}  // namespace cockpit
