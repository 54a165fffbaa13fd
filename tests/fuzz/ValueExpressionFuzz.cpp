// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ValueExpression.h"
#include "tests/fuzz/Require.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace cockpit;

// An expression and the document it reads, split at the first line feed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype line = input.indexOf('\n');
    const auto expression = ValueExpression::parse(QString::fromUtf8(line < 0 ? input : input.left(line)));
    if (!expression) {
        require(expression.error().kind == ErrorKind::InvalidInput, "a refused expression is invalid input");
        require(!expression.error().message.isEmpty(), "a refused expression is explained");
        return 0;
    }
    const QJsonDocument document = QJsonDocument::fromJson(line < 0 ? QByteArray("{}") : input.mid(line + 1));
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'795'230'000'000, Qt::UTC);
    ValueMemory memory;
    for (int poll = 0; poll < 2; ++poll) {
        const auto value = expression->evaluate(root, now, memory);
        if (value)
            require(std::isfinite(*value), "a value is a finite number");
        else
            require(value.error().kind == ErrorKind::MissingField, "without a value a field is missing");
    }
    return 0;
}
