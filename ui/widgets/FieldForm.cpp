// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/FieldForm.h"

#include "core/base/SafeText.h"
#include "core/runbook/Placeholders.h"
#include "ui/widgets/PlainLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit {

namespace {

QString settingText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.toVariant().toString();
}

QString problemOfField(const ConnectionField& field, const QString& value)
{
    if (value.trimmed().isEmpty())
        return field.required ? FieldForm::tr("%1 is needed.").arg(field.label) : QString();
    bool number = true;
    if (field.type == ConnectionField::Type::Number)
        value.toDouble(&number);
    return number ? QString() : FieldForm::tr("%1 must be a number.").arg(field.label);
}

QString problemOfInput(const InputSpec& input, const QString& value)
{
    StepSpec spec;
    spec.inputs.append(input);
    const auto checked = checkInputs(spec, {{input.id, value}});
    return checked.ok() ? QString() : checked.error().message;
}

}  // namespace

FieldForm::FieldForm(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    connect(this, &FieldForm::changed, this, &FieldForm::markOffers);
}

void FieldForm::clearRows()
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_rows.clear();
}

void FieldForm::setFields(const QList<ConnectionField>& fields, const QJsonObject& values)
{
    clearRows();
    for (const ConnectionField& field : fields) {
        const QString value = values.contains(field.id) ? settingText(values.value(field.id)) : field.defaultValue;
        Row row{field.id,
                field.type,
                makeEditor(field.type, field.choices, value),
                nullptr,
                nullptr,
                {},
                {},
                [field](const QString& text) { return problemOfField(field, text); }};
        addRow(std::move(row), field.label, field.help);
    }
}

void FieldForm::setInputs(const QList<InputSpec>& inputs, const QMap<QString, QString>& values)
{
    clearRows();
    for (const InputSpec& input : inputs) {
        const auto type =
            input.type == InputSpec::Type::Choice ? ConnectionField::Type::Choice : ConnectionField::Type::Text;
        Row row{input.id,
                type,
                makeEditor(type, input.choices, values.value(input.id, input.defaultValue)),
                nullptr,
                nullptr,
                {},
                {},
                [input](const QString& text) { return problemOfInput(input, text); }};
        addRow(std::move(row), input.title.isEmpty() ? input.id : input.title, {});
    }
}

QWidget* FieldForm::makeEditor(ConnectionField::Type type, const QStringList& choices, const QString& value)
{
    if (type == ConnectionField::Type::Choice) {
        auto* combo = new QComboBox(this);
        for (const QString& choice : choices)
            combo->addItem(safeLine(choice), choice);
        combo->setCurrentIndex(qMax(0, combo->findData(value)));
        connect(combo, &QComboBox::currentIndexChanged, this, &FieldForm::changed);
        return combo;
    }
    if (type == ConnectionField::Type::Flag) {
        auto* check = new QCheckBox(this);
        check->setChecked(value == QLatin1String("true"));
        connect(check, &QCheckBox::toggled, this, &FieldForm::changed);
        return check;
    }
    auto* edit = new QLineEdit(value, this);
    connect(edit, &QLineEdit::textChanged, this, &FieldForm::changed);
    return edit;
}

void FieldForm::addRow(Row row, const QString& label, const QString& help)
{
    auto* cell = new QWidget(this);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(row.editor);
    if (!help.isEmpty()) {
        QLabel* helpLabel = makePlainLabel("muted", cell);
        helpLabel->setText(help);
        column->addWidget(helpLabel);
    }
    row.origin = makePlainLabel("muted", cell);
    row.origin->hide();
    column->addWidget(row.origin);
    row.problem = makePlainLabel("danger", cell);
    row.problem->hide();
    column->addWidget(row.problem);
    row.initial = textOf(row);
    row.editor->setAccessibleName(label);
    row.editor->setAccessibleDescription(help);
    row.editor->setObjectName(row.id);
    auto* name = makePlainLabel("muted", this);
    name->setWordWrap(false);
    name->setText(safeLine(label, 60));
    name->setBuddy(row.editor);
    m_layout->addRow(name, cell);
    m_rows.append(std::move(row));
}

QString FieldForm::textOf(const Row& row)
{
    if (const auto* combo = qobject_cast<const QComboBox*>(row.editor))
        return combo->currentData().toString();
    if (const auto* check = qobject_cast<const QCheckBox*>(row.editor))
        return check->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    return static_cast<const QLineEdit*>(row.editor)->text();
}

void FieldForm::setText(const Row& row, const QString& text)
{
    if (auto* combo = qobject_cast<QComboBox*>(row.editor)) {
        if (const int at = combo->findData(text); at >= 0)
            combo->setCurrentIndex(at);
    } else if (auto* check = qobject_cast<QCheckBox*>(row.editor)) {
        check->setChecked(text == QLatin1String("true"));
    } else {
        static_cast<QLineEdit*>(row.editor)->setText(text);
    }
}

void FieldForm::offer(const QString& id, const QString& value, const QString& from)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& other) { return other.id == id; });
    if (row == m_rows.end() || row->offered == value)
        return;
    // Neither an earlier offer nor a default is anybody's own text.
    const QString present = textOf(*row);
    const bool own = !present.isEmpty() && present != row->offered && present != row->initial;
    row->offered = value;
    row->origin->setText(tr("from %1").arg(safeLine(from, 80)));
    if (!own)
        setText(*row, value);
    markOffers();
}

void FieldForm::markOffers()
{
    for (const Row& row : std::as_const(m_rows)) {
        if (row.origin)
            row.origin->setVisible(!row.offered.isEmpty() && textOf(row) == row.offered);
    }
}

QJsonObject FieldForm::settings() const
{
    QJsonObject settings;
    for (const Row& row : m_rows) {
        const QString text = textOf(row).trimmed();
        if (row.type == ConnectionField::Type::Flag)
            settings.insert(row.id, text == QLatin1String("true"));
        else if (row.type == ConnectionField::Type::Number && !text.isEmpty())
            settings.insert(row.id, text.toDouble());
        else if (!text.isEmpty())
            settings.insert(row.id, text);
    }
    return settings;
}

QMap<QString, QString> FieldForm::inputs() const
{
    QMap<QString, QString> inputs;
    for (const Row& row : m_rows)
        inputs.insert(row.id, textOf(row));
    return inputs;
}

bool FieldForm::validate()
{
    QWidget* first = nullptr;
    for (Row& row : m_rows) {
        const QString problem = row.check(textOf(row));
        mark(row, problem);
        if (!problem.isEmpty() && !first)
            first = row.editor;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void FieldForm::mark(Row& row, const QString& problem)
{
    row.problem->setText(problem);
    row.problem->setVisible(!problem.isEmpty());
    row.editor->setProperty("invalid", !problem.isEmpty());
    row.editor->style()->unpolish(row.editor);
    row.editor->style()->polish(row.editor);
}

}  // namespace cockpit
