// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpCall.h"
#include "core/metrics/ExpositionStore.h"
#include "core/metrics/SignalSource.h"

#include <map>
#include <memory>

namespace cockpit::adapters::prometheus {

/// Signals of kind "prometheus": one GET of a page answers all signals that look at it. Keeps the last page of each,
/// for rates and ratios.
class PageSource final : public SignalSource
{
public:
    PageSource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections);

    QString kind() const override { return QStringLiteral("prometheus"); }
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    /// How one signal is computed; selectors are handles of the store.
    struct Watch {
        enum class Form { Sum, Rate, Ratio } form = Form::Sum;
        int of = -1;
        int to = -1;
        double scale = 1;
        QString problem;  ///< why it cannot be computed; empty: it can
    };
    struct Page {
        ExpositionStore store;
        QList<Watch> watches;  ///< as the signals of the poll
        QString signature;
    };
    using PagePointer = std::shared_ptr<Page>;

    PagePointer pageFor(const PollRequest& request);
    static Watch makeWatch(const SignalSpec& signal, ExpositionStore& store);
    static QList<Reading> judge(const PollRequest& request, const Result<HttpReply>& reply, const Clock& clock,
                                Page& page);
    static void compute(const Page& page, const Watch& watch, Reading& reading);

    const Clock& m_clock;
    HttpTransport& m_http;
    ConnectionResolver& m_connections;
    std::map<QString, PagePointer> m_pages;
};

}  // namespace cockpit::adapters::prometheus
