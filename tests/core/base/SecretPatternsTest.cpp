// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Redactor.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

struct Case {
    QByteArray text;
    QByteArray wanted;  ///< with * for what is masked
};

TEST(SecretPatterns, WhatIsWrittenLikeASecretIsMasked)
{
    const QByteArray jwt =
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
    const QByteArray slackToken = QByteArray("xox") + "b-123456789012-abcdefABCDEF";
    const QList<Case> cases{
        {"a -----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nqQ==\n-----END PRIVATE KEY----- b", "a * b"},
        {"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMIIE\n-----END RSA "
         "PRIVATE "
         "KEY-----\n",
         "*\n"},
        {"{\"k\":\"-----BEGIN EC PRIVATE KEY-----\\nMHcCAQ\\n-----END EC PRIVATE KEY-----\\n\",\"n\":1}",
         "{\"k\":\"*\\n\",\"n\":1}"},
        {"api_1 | -----BEGIN OPENSSH PRIVATE KEY-----\napi_1 | b3BlbnNzaC1rZXktdjEAAAAA\nINFO up and running",
         "api_1 | *INFO up and running"},
        {"jwt " + jwt + " end", "jwt * end"},
        {"id AKIAIOSFODNN7EXAMPLE.", "id *."},
        {"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = *"},
        {"slack " + slackToken, "slack *"},
        {"POST https://hooks.slack.com/services/T000/B000/XXXXXXXX 200", "POST https://hooks.slack.com* 200"},
        {"git " + QByteArray("ghp_") + "abcdefghijklmnopqrstuvwxyz0123456789", "git *"},
        {"lab " + QByteArray("glpat-") + "abcdefghij0123456789", "lab *"},
        {"pay " + QByteArray("sk_live_") + "abcdefghijklmnop0123", "pay *"},
        {"bot 123456789:" + QByteArray(35, 'Q') + " up", "bot 123456789:* up"},
        {"https://api.telegram.org/bot123456789:" + QByteArray(35, 'Q') + "/getMe",
         "https://api.telegram.org/bot123456789:*/getMe"},
        {"authorization sent: Bearer abcdef123456", "authorization sent: Bearer *"},
        {"curl -H 'Authorization: Basic dXNlcjpwYXNz' http://x", "curl -H 'Authorization: *' http://x"},
        {"PGPASSWORD=hunter2 psql", "PGPASSWORD=* psql"},
        {"host=db password='two words' user=x", "host=db password='*' user=x"},
        {"{\"password\": \"a\\\"b\", \"n\": 1}", "{\"password\": \"*\", \"n\": 1}"},
        {"{\\\"api_key\\\":\\\"abc123def\\\",\\\"n\\\":1}", "{\\\"api_key\\\":\\\"*\\\",\\\"n\\\":1}"},
        {"DB_PASS: s3cret", "DB_PASS: *"},
        {"postgres://app:pa55@db:5432/x", "postgres://app:*@db:5432/x"},
        {"redis://:pa55@cache", "redis://:*@cache"},
        {"amqp://u:pa/55@mq/v", "amqp://u:*@mq/v"},
        {"https://abcdefghij0123456789@github.example/x", "https://*@github.example/x"},
        {"card 4111111111111111 declined", "card * declined"},
        {"card 4111 1111 1111 1111.", "card *."},
        {"5500-0000-0000-0004", "*"},
        {"amex 3782 822463 10005", "amex *"},
        {"\"pan\":\"6011111111111117\"", "\"pan\":\"*\""},
        {"2 4111111111111111 7", "2 * 7"},
    };
    const Redactor redactor;
    for (const Case& one : cases)
        EXPECT_EQ(redactor.redact(one.text).toStdString(),
                  QByteArray(one.wanted).replace("*", "\u2022\u2022\u2022").toStdString());
}

TEST(SecretPatterns, HarmlessOutputOfOperationsIsLeftAlone)
{
    const QList<QByteArray> harmless{
        "550e8400-e29b-41d4-a716-446655440000 4111e840-e29b-41d4-a716-4466554400ff",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "commit da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "d41d8cd98f00b204e9800998ecf8427e  file.tar.gz",
        "1767614401123456789 1767614401123456 1767614401123 1767614401",
        "ts=1767614401123456789 order_id=4111111111111111 seq=5500000000000004",
        "order 4111111111111111 filled",
        "{\"id\": 4111111111111111, \"trade_id\":\"6011111111111117\"}",
        "#4111111111111111 /orders/4111111111111111 x4111111111111111",
        "4111111111111111.25 0.4111111111111111",
        "41111111111111112222 4111111111111112 9111111111111111",
        "1 4111 1111 1111 1111 and 4111 1111 1111 1111 2",
        "10.0.0.1:5432 192.168.100.200 fe80::1ff:fe23:4567:890a 2001:db8::4111",
        "+49 30 4111 1111",
        "2026-01-05T12:00:01.123Z 12:30:01 2026-01-05 12:00:01",
        "http://localhost:8080/api?x=1&y=2 http://h:80/a@b",
        "postgres://db:5432/prod ssh://git@host/x https://github.com/org/repo",
        "PWD=/srv/app OLDPWD=/root",
        "password authentication failed for user \"app\"",
        "password: {{db_password}} PGPASSWORD=\"$PGPASSWORD\" token=${TOKEN}",
        "token: missing, secret: none, password=*** api_key=<your key>",
        "Bearer token required; bearer authentication",
        "max_tokens=100 tokens: 12 token_count=7 next_tokens 4",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "---------- ------- | ---",
        "AKIA is a prefix; eyJ is one too; ghp_short sk_live_x xoxb-1",
        "LSN 16/B374D848 xmin 4111 pid 30021 mem 4096MiB",
        "C++ std::secret::Token x==y a:=b key: value",
        "replication slot wal_4111111111111111_x",
        "redis_version:7.0.15 run_id:4f5c7a1e8b9d0c2f3a4b5c6d7e8f901234567890",
        "eyJhbGciOiJIUzI1NiJ9 alone is no token",
        "100%% done; 5 \\ 3; a & b; 50%25",
    };
    const Redactor redactor;
    for (const QByteArray& line : harmless)
        EXPECT_EQ(redactor.redact(line).toStdString(), line.toStdString());
}

}  // namespace
}  // namespace cockpit::test
