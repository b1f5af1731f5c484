"""
A busy machine loses an answer now and then. Then the SDK sends the request again, and AWS's emulator, which has done it already, says that
the thing exists. An SDK names each call by an id of its own, the same at each attempt: an attempt of a call that was answered well is
told that answer again.
"""

import logging
from collections import OrderedDict

from ministack import app as emulator

LOG = logging.getLogger("ministack.lost_answers")

# Calls to remember, and bytes of one answer: a retry comes within seconds, and what makes something answers briefly.
CALLS = 2_000
BYTES = 65_536

answers = OrderedDict()
serve = emulator.app


def call_of(scope):
    """The id of a call that changes something, and which attempt of it this is."""
    if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
        return None, 1
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    attempt = headers.get(b"amz-sdk-request", "").partition("attempt=")[2].partition(";")[0]
    return headers.get(b"amz-sdk-invocation-id"), int(attempt) if attempt.isdecimal() else 1


def is_well(answer):
    return 200 <= answer[0]["status"] < 300 and sum(len(part.get("body", b"")) for part in answer) <= BYTES


async def app(scope, receive, send):
    call, attempt = call_of(scope)
    if attempt > 1 and call in answers:
        LOG.error("answered before, and asked again: %s %s", scope["method"], scope["path"])
        for part in answers[call]:
            await send(part)
        return
    if call is None:
        await serve(scope, receive, send)
        return
    answer = []

    async def keep(part):
        # Kept before it is sent: sending is what fails.
        answer.append(part)
        if not part.get("more_body") and part["type"] == "http.response.body" and is_well(answer):
            answers[call] = answer
            if len(answers) > CALLS:
                answers.popitem(last=False)
        await send(part)

    await serve(scope, receive, keep)


emulator.app = app
