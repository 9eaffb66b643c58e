"""A body on its way to a spool file: never in memory as a whole, and no longer than it may be."""

import base64
import re

from fastapi import HTTPException, Request
from starlette.concurrency import run_in_threadpool

from grader.batches import CSV, JSON_LINES, Intake, Spool
from grader.errors import BatchRefused

LARGEST = 1024 * 1024 * 1024
_LINES = ("application/jsonl", "application/x-ndjson", "application/jsonlines", "application/x-jsonlines")
KINDS = {**dict.fromkeys(_LINES, JSON_LINES), "text/csv": CSV, "text/tab-separated-values": CSV}
_DIGEST = re.compile(r"\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*")


async def spooled(request: Request, intake: Intake) -> tuple[Spool, str]:
    """Return the file that the body was written to, and its digest, once it is durable.

    Raises HTTPException for another media type, an encoding, or a body over 1 GiB; BatchRefused; StorageFull.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in KINDS or request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415)
    if int(request.headers.get("content-length") or 0) > LARGEST:
        raise HTTPException(413)
    spool = await run_in_threadpool(intake.spool, KINDS[kind])
    with spool:
        await _copy(request, spool)
        digest = await run_in_threadpool(spool.finish)
        _check(request.headers.get("content-digest"), digest)
    return spool, digest


async def _copy(request: Request, spool: Spool) -> None:
    size = 0
    async for data in request.stream():
        size += len(data)
        if size > LARGEST:
            raise HTTPException(413)
        if data:
            await run_in_threadpool(spool.write, data)


def _check(declared: str | None, digest: str) -> None:
    """RFC 9530; of other algorithms nothing is known here, so they are passed over."""
    found = _DIGEST.fullmatch(declared or "")
    if found and base64.b64decode(found[1]).hex() != digest.removeprefix("sha256:"):
        raise BatchRefused("The body is not what its Content-Digest says: it was damaged on the way.")
