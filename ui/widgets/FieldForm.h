// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/playbook/Playbook.h"

#include <QJsonObject>
#include <QMap>
#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;

namespace cockpit {

/// A form from a list of fields: the settings of a connection or the inputs of a step. Says under each field what is
/// wrong with it.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget* parent = nullptr);

    void setFields(const QList<ConnectionField>& fields, const QJsonObject& values);
    void setInputs(const QList<InputSpec>& inputs, const QMap<QString, QString>& values = {});

    /// Fills a field with a value that somebody need not type and says under it where it comes from ("from …").
    /// Never overwrites what a person wrote; the mark goes when they change it.
    void offer(const QString& id, const QString& value, const QString& from);

    /// Settings as typed: numbers as numbers, flags as booleans; fields left empty are left out.
    QJsonObject settings() const;
    QMap<QString, QString> inputs() const;

    /// Marks what is wrong, puts the focus on the first of it, and returns whether all is well.
    bool validate();
    bool isEmpty() const { return m_rows.isEmpty(); }

signals:
    void changed();

private:
    struct Row {
        QString id;
        ConnectionField::Type type = ConnectionField::Type::Text;
        QWidget* editor = nullptr;
        QLabel* problem = nullptr;
        QLabel* origin = nullptr;
        QString initial;
        QString offered;                                     ///< what was filled in for the person
        std::function<QString(const QString& value)> check;  ///< what is wrong; empty: nothing
    };

    void clearRows();
    void addRow(Row row, const QString& label, const QString& help);
    QWidget* makeEditor(ConnectionField::Type type, const QStringList& choices, const QString& value);
    static QString textOf(const Row& row);
    static void setText(const Row& row, const QString& text);
    void markOffers();
    void mark(Row& row, const QString& problem);

    QFormLayout* m_layout;
    QList<Row> m_rows;
};

}  // namespace cockpit
