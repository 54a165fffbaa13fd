// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpSession.h"

#include "core/base/Redactor.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>

namespace cockpit::adapters::smtp {

namespace {

constexpr int lookEveryMs = 100;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Smtp)
};

// libcurl's handles are all void to the compiler, so that one deleter could not tell them apart.
using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Multi = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;
using Words = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What libcurl's callbacks see of one conversation.
struct Talk {
    QByteArray mail;
    qsizetype given = 0;   ///< bytes of the mail that libcurl has taken
    bool whole = false;    ///< it has been told that there are no more
    QByteArray lastLine;   ///< the server's last reply
    QByteArray recipient;  ///< the one whose reply comes next
    QStringList refused;
};

size_t giveMail(char* buffer, size_t size, size_t count, void* user)
{
    auto* talk = static_cast<Talk*>(user);
    const qsizetype length = std::min(static_cast<qsizetype>(size * count), talk->mail.size() - talk->given);
    std::memcpy(buffer, talk->mail.constData() + talk->given, static_cast<size_t>(length));
    talk->given += length;
    talk->whole = length == 0;
    return static_cast<size_t>(length);
}

size_t dropBytes(char*, size_t size, size_t count, void*)
{
    return size * count;
}

/// Follows the conversation line by line: which recipient a reply is about is told by nothing else.
int follow(CURL*, curl_infotype type, char* data, size_t size, void* user)
{
    auto* talk = static_cast<Talk*>(user);
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(size)).trimmed();
    if (type == CURLINFO_HEADER_OUT) {
        talk->recipient = line.startsWith("RCPT TO:") ? line.mid(8) : QByteArray();
    } else if (type == CURLINFO_HEADER_IN) {
        // The goodbye that follows a refusal explains nothing.
        if (!line.startsWith("221"))
            talk->lastLine = line;
        const bool isRefusal = line.startsWith('4') || line.startsWith('5');
        if (isRefusal && !talk->recipient.isEmpty())
            talk->refused.append(QStringLiteral("%1 (%2)").arg(QString::fromUtf8(talk->recipient),
                                                               safeLine(QString::fromUtf8(line), 120)));
        if (line.size() > 3 && line.at(3) == ' ')
            talk->recipient.clear();
    }
    return 0;
}

void configure(CURL* curl, const SmtpSettings& settings, const Secret& password, Milliseconds deadline)
{
    const QString host =
        settings.host.contains(QLatin1Char(':')) ? QLatin1Char('[') + settings.host + QLatin1Char(']') : settings.host;
    const QByteArray url = QStringLiteral("%1://%2:%3/")
                               .arg(settings.implicitTls ? QStringLiteral("smtps") : QStringLiteral("smtp"), host)
                               .arg(settings.port)
                               .toLatin1();
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.authorityFile.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.authorityFile.toLocal8Bit().constData());
        // Otherwise the system's folder of authorities would count as well.
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(deadline.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(deadline.count()));
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(deadline.count() / 1'000 + 1));
    if (!settings.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, password.reveal().constData());
    }
}

void configureMail(CURL* curl, const SmtpSettings& settings, const curl_slist* recipients, Talk& talk)
{
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, follow);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &talk);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, dropBytes);
    if (talk.mail.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
        return;
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ('<' + settings.from.toLatin1() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    // One address that is refused must not keep the page from the others.
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, giveMail);
    curl_easy_setopt(curl, CURLOPT_READDATA, &talk);
}

QString reason(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return Say::tr("the mail server's name is not known");
    case CURLE_COULDNT_CONNECT: return Say::tr("the mail server cannot be reached");
    case CURLE_OPERATION_TIMEDOUT: return Say::tr("the mail server did not answer in time");
    case CURLE_USE_SSL_FAILED:
        return Say::tr("the mail server offers no encryption (STARTTLS); nothing was sent in the clear");
    case CURLE_PEER_FAILED_VERIFICATION:
        return Say::tr("the mail server's certificate is not accepted; nothing was sent");
    case CURLE_SSL_CONNECT_ERROR: return Say::tr("the encryption with the mail server failed; nothing was sent");
    case CURLE_SSL_CACERT_BADFILE: return Say::tr("the authority file cannot be read");
    case CURLE_LOGIN_DENIED: return Say::tr("the mail server refused user or password");
    default:
        return Say::tr("the connection to the mail server ended (%1)").arg(QLatin1String(curl_easy_strerror(code)));
    }
}

SmtpResult judge(CURLcode code, int reply, const Talk& talk)
{
    using End = SmtpResult::End;
    SmtpResult result;
    result.code = reply;
    const QString line = safeLine(QString::fromUtf8(talk.lastLine), 200);
    result.refused = talk.refused;
    result.words = code == CURLE_OK ? line : reason(code);
    if (code == CURLE_OK) {
        result.end = End::Accepted;
    } else if (reply >= 400) {
        result.end = End::Refused;
        // Of several refusals the last one would hide the others.
        const QString said = talk.refused.size() > 1 ? talk.refused.join(QStringLiteral("; ")) : line;
        result.words = code == CURLE_LOGIN_DENIED || code == CURLE_USE_SSL_FAILED
                           ? QStringLiteral("%1: %2").arg(reason(code), said)
                           : Say::tr("the mail server refused it: %1").arg(said);
    } else if (talk.whole) {
        result.end = End::Lost;
    } else if (code == CURLE_SSL_CACERT_BADFILE) {
        result.end = End::Settings;
    } else if (code == CURLE_LOGIN_DENIED) {
        result.end = End::Refused;
        result.code = 535;
    }
    return result;
}

/// Drives the transfer; the code of how it ended, or nothing when it was cancelled.
std::optional<CURLcode> drive(CURLM* multi, const QElapsedTimer& elapsed, Milliseconds deadline,
                              const std::function<bool()>& isCancelled)
{
    int running = 1;
    while (true) {
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                return message->data.result;
        }
        if (isCancelled())
            return std::nullopt;
        if (running == 0 || elapsed.elapsed() >= deadline.count())
            return CURLE_OPERATION_TIMEDOUT;
        curl_multi_poll(multi, nullptr, 0, lookEveryMs, nullptr);
    }
}

}  // namespace

void talkToServer(const SmtpSettings& settings, const Secret& password, const QByteArray& mail, Milliseconds deadline,
                  const std::function<bool()>& isCancelled, const std::function<void(const SmtpResult&)>& report)
{
    static std::once_flag initialised;
    std::call_once(initialised, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    QElapsedTimer elapsed;
    elapsed.start();
    Talk talk;
    talk.mail = mail;
    const Multi multi(curl_multi_init(), &curl_multi_cleanup);
    const Easy curl(curl_easy_init(), &curl_easy_cleanup);
    curl_slist* list = nullptr;
    for (const QString& recipient : settings.to)
        list = curl_slist_append(list, ('<' + recipient.toLatin1() + '>').constData());
    const Words recipients(list, &curl_slist_free_all);
    configure(curl.get(), settings, password, deadline);
    configureMail(curl.get(), settings, recipients.get(), talk);
    curl_multi_add_handle(multi.get(), curl.get());
    const auto code = drive(multi.get(), elapsed, deadline, isCancelled);
    long reply = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    SmtpResult result;
    if (code) {
        result = judge(*code, static_cast<int>(reply), talk);
    } else {
        result.end = talk.whole ? SmtpResult::End::Lost : SmtpResult::End::Cancelled;
        result.words = Say::tr("cancelled");
    }
    Redactor redactor;
    redactor.learn(password);
    result.words = redactor.redact(result.words);
    result.elapsed = Milliseconds{elapsed.elapsed()};
    report(result);
    // A server that is silent is not waited for to say goodbye.
    curl_easy_setopt(curl.get(), CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L);
    curl_multi_remove_handle(multi.get(), curl.get());
}

}  // namespace cockpit::adapters::smtp
