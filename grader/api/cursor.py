"""Cursors: where the next page begins, signed; one is good for the same tenant and the same filters only."""

import base64
import binascii
import hashlib
import hmac
import json
from datetime import datetime

from grader.errors import CursorRefused
from grader.grading import Place

_MAC = 16


def sealed(place: Place, secret: bytes, *asked: object) -> str:
    """Return a cursor for a place in the listing of what was asked for."""
    text = json.dumps([place.made.isoformat(), place.id]).encode("ascii")
    return _written(_mac(text, secret, asked) + text)


def opened(cursor: str, secret: bytes, *asked: object) -> Place:
    """Return the place of a cursor. Raises CursorRefused."""
    try:
        raw = base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise CursorRefused from None
    if _written(raw) != cursor or not hmac.compare_digest(raw[:_MAC], _mac(raw[_MAC:], secret, asked)):
        raise CursorRefused
    made, name = json.loads(raw[_MAC:])
    return Place(datetime.fromisoformat(made), name)


def _written(raw: bytes) -> str:
    """The one way to write these bytes: other letters at the end may decode to the same."""
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def _mac(text: bytes, secret: bytes, asked: tuple[object, ...]) -> bytes:
    whole = json.dumps([str(part) for part in asked]).encode("ascii") + b"\0" + text
    return hmac.new(secret, b"cursor\0" + whole, hashlib.sha256).digest()[:_MAC]
