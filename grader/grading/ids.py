"""Ids of grades and of what happens to them."""

import base64
import hashlib
import json
import secrets

_BYTES = 16


def new_id(kind: str = "grd") -> str:
    """Return a fresh id: what it is of, and 128 random bits."""
    return _named(kind, secrets.token_bytes(_BYTES))


def content_id(*parts: str | None) -> str:
    """Return an id that follows from its parts: grading the same thing again gives the same bytes."""
    packed = json.dumps(parts).encode("ascii")
    return _named("grd", hashlib.sha256(packed).digest()[:_BYTES])


def _named(kind: str, raw: bytes) -> str:
    return f"{kind}_" + base64.b32encode(raw).decode("ascii").rstrip("=").lower()
