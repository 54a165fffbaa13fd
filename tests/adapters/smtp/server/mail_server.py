#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Incident Cockpit authors
"""A mail server for tests: prints "port N", then one JSON line for each login and each mail it took.

mail_server.py CERTIFICATE KEY starttls|tls|clear [login]

What it does with a mail is told by the recipient's name: nobody@ 550, later@ 451, hang@ never answers RCPT, drop@ closes
at RCPT, content@ 554 after DATA, busy@ 452 after DATA, silent@ never answers DATA, lost@ closes after DATA.
"""
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def say(**fields):
    print(json.dumps(fields), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "nobody":
            return "550 5.1.1 no such user here"
        if name == "later":
            return "451 4.7.1 greylisted, come again"
        if name == "hang":
            await asyncio.sleep(3600)
        if name == "drop":
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        names = [address.split("@")[0] for address in envelope.rcpt_tos]
        say(sender=envelope.mail_from, recipients=envelope.rcpt_tos, tls=session.ssl is not None or MODE == "tls",
            user=getattr(session.auth_data, "login", b"").decode() if session.authenticated else "",
            mail=base64.b64encode(envelope.original_content).decode())
        if "content" in names:
            return "554 5.7.1 looks like spam"
        if "busy" in names:
            return "452 4.3.1 disk full"
        if "silent" in names:
            await asyncio.sleep(3600)
        if "lost" in names:
            server.transport.abort()
        return "250 2.0.0 queued as 4711"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == b"cockpit" and data.password == b"canary-password"
    say(login=good, tls=session.ssl is not None or MODE == "tls")
    if good:
        return AuthResult(success=True, auth_data=data)
    # Unhandled: aiosmtpd answers 535 itself; otherwise the client waits for ever.
    return AuthResult(success=False, handled=False)


async def serve():
    context = None
    if MODE != "clear":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])

    def session():
        return SMTP(Handler(), hostname="mail.test", tls_context=context if MODE == "starttls" else None,
                    require_starttls=MODE == "starttls", authenticator=authenticate, auth_required="login" in sys.argv,
                    auth_require_tls=MODE == "starttls")

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0,
                                                            ssl=context if MODE == "tls" else None)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


MODE = sys.argv[3]
asyncio.run(serve())
