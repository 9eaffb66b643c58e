"""The Idempotency-Key: a request that is sent again does its work once and gets the same reply."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from grader.access import Principal
from grader.errors import KeyMalformed
from grader.grading import Claim, Done, Keyed, Store, utc_now

REPLAYED = "Idempotent-Replayed"
_BARE = re.compile(r"[\x21-\x7e]{1,255}")
Work = Callable[[Claim | None], Response]
Replay = Callable[[Done], Response]


@dataclass(frozen=True, slots=True)
class Once:
    """A request, with its key if the client sent one."""

    store: Store
    keyed: Keyed | None

    def run(self, work: Work, replay: Replay) -> Response:
        """Return the reply of the work, or of its first time. Raises KeyInUse, KeyReused, and what the work raises."""
        begun = self.begin()
        if isinstance(begun, Done):
            return replayed(replay(begun))
        try:
            return work(begun)
        except BaseException:
            self.abandon(begun)
            raise

    async def awaited(self, work: Callable[[Claim | None], Awaitable[Response]], replay: Replay) -> Response:
        """Do as `run` does with work that waits, while the event loop goes on."""
        keyed = self.keyed
        begun = None if keyed is None else await self.store.write_soon(lambda unit: unit.idempotency.claim(keyed))
        if isinstance(begun, Done):
            return replayed(await run_in_threadpool(replay, begun))
        try:
            return await work(begun)
        except BaseException:
            await run_in_threadpool(self.abandon, begun)
            raise

    def begin(self) -> Claim | Done | None:
        """Return a claim on the key, what came of the request, or None without a key. Raises KeyInUse, KeyReused."""
        keyed = self.keyed
        return None if keyed is None else self.store.write(lambda unit: unit.idempotency.claim(keyed))

    def abandon(self, claim: Claim | None) -> None:
        """Let go of the key: nothing was done."""
        if claim is not None:
            self.store.write(lambda unit: unit.idempotency.abandon(claim))


def replayed(reply: Response) -> Response:
    """Return a reply, marked as that of an earlier request."""
    reply.headers[REPLAYED] = "true"
    return reply


def bare(sent: str) -> str:
    """Return a key without the quotes of the IETF's draft. Raises KeyMalformed."""
    key = sent[1:-1] if len(sent) > 1 and sent[0] == sent[-1] == '"' else sent
    if not _BARE.fullmatch(key):
        raise KeyMalformed
    return key


def fingerprint(request: Request, body: bytes) -> str:
    """Return a digest of all that makes a request another one."""
    digest = hashlib.sha256()
    kind = request.headers.get("content-type", "")
    for part in (request.method, request.url.path, request.url.query, kind):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    digest.update(body)
    return "sha256:" + digest.hexdigest()


async def _once(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(description="Yours, at most 255 visible characters: sent again with it, the request is done once."),
    ] = None,
) -> Once:
    store: Store = request.app.state.services.kept.store
    if idempotency_key is None:
        return Once(store, None)
    return Once(store, _keyed(request, request.state.principal, bare(idempotency_key), await request.body()))


def _keyed(request: Request, who: Principal, key: str, body: bytes) -> Keyed:
    route = f"{request.method} {request.scope['route'].path_format}"
    return Keyed(who.tenant, route, key, fingerprint(request, body), utc_now())


Idempotent = Annotated[Once, Depends(_once)]
