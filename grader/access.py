"""Who may do what: principals, the keys they show, and the scope that each operation asks for."""

import hashlib
import hmac
import secrets
import string
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from ipaddress import ip_address
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias, get_args

from grader.errors import KeyRefused, NoSuchPlace, NotPermitted

Scope: TypeAlias = Literal[
    "grades:write", "grades:read", "grades:override", "grades:release", "batches:write", "batches:read",
    "rubrics:read", "rubrics:write", "hints:read", "webhooks:write", "data:erase", "data:export", "audit:read",
    "keys:admin", "metrics:read", "candidate:self",
]  # fmt: skip
Role: TypeAlias = Literal["admin", "interviewer", "grader", "candidate"]

SCOPES: frozenset[Scope] = frozenset(get_args(Scope))
CANDIDATE: Scope = "candidate:self"
_GRADER: frozenset[Scope] = frozenset(("grades:write", "grades:read", "batches:write", "batches:read", "rubrics:read"))
_INTERVIEWER: frozenset[Scope] = frozenset(
    ("grades:write", "grades:read", "grades:override", "grades:release", "batches:read", "rubrics:read", "hints:read")
)
ROLES: MappingProxyType[Role, frozenset[Scope]] = MappingProxyType(
    {
        "admin": SCOPES - {CANDIDATE},
        "interviewer": _INTERVIEWER,
        "grader": _GRADER,
        "candidate": frozenset((CANDIDATE,)),
    }
)


def _one(scope: Scope) -> frozenset[Scope]:
    return frozenset((scope,))


PUBLIC = frozenset({"live", "ready"})
PERMISSIONS: MappingProxyType[str, frozenset[Scope]] = MappingProxyType(
    {
        "create_grade": _one("grades:write"),
        "list_grades": _one("grades:read"),
        "read_grade": _one("grades:read"),
        "read_history": _one("grades:read"),
        "delete_grade": _one("data:erase"),
        "list_claims": _one("grades:read"),
        "rule_claim": _one("grades:override"),
        "override_grade": _one("grades:override"),
        "confirm_grade": _one("grades:override"),
        "release_grade": _one("grades:release"),
        "regrade_grade": _one("grades:override"),
        "regrade_stale": _one("grades:override"),
        "read_candidate_grade": frozenset((CANDIDATE, "grades:read")),
        "erase_candidate": _one("data:erase"),
        "export_grades": _one("data:export"),
        "list_scorecards": _one("grades:read"),
        "read_scorecard": _one("grades:read"),
        "delete_scorecard": _one("data:erase"),
        "export_scorecards": _one("data:export"),
        "list_assessments": _one("rubrics:read"),
        "create_assessment": _one("rubrics:write"),
        "read_assessment": _one("rubrics:read"),
        "read_total": _one("grades:read"),
        "list_rubrics": _one("rubrics:read"),
        "create_rubric": _one("rubrics:write"),
        "read_rubric": _one("rubrics:read"),
        "list_versions": _one("rubrics:read"),
        "read_version": _one("rubrics:read"),
        "list_flips": _one("rubrics:write"),
        "read_hints": _one("hints:read"),
        "live_hints": _one("hints:read"),
        "create_batch": _one("batches:write"),
        "list_batches": _one("batches:read"),
        "read_batch": _one("batches:read"),
        "read_results": _one("batches:read"),
        "read_review_queue": _one("batches:read"),
        "read_candidates": _one("batches:read"),
        "watch_batch": _one("batches:read"),
        "cancel_batch": _one("batches:write"),
        "delete_batch": _one("data:erase"),
        "create_webhook": _one("webhooks:write"),
        "list_webhooks": _one("webhooks:write"),
        "delete_webhook": _one("webhooks:write"),
        "list_deliveries": _one("webhooks:write"),
        "create_key": _one("keys:admin"),
        "list_keys": _one("keys:admin"),
        "revoke_key": _one("keys:admin"),
        "read_audit": _one("audit:read"),
        "read_metrics": _one("metrics:read"),
    }
)
"""The scopes of which one suffices, by operation. What stands neither here nor in PUBLIC is refused to everyone."""

REMEMBER, MOST_KNOWN = timedelta(seconds=2), 1024
NOTE_EVERY = timedelta(minutes=1)
HOME = "default"
LONGEST_NAME = 200
SESSION = "grader_session"
"""The cookie in which a browser keeps a person's key while it is open."""
_ALPHABET = string.ascii_letters + string.digits
_ID, _SECRET, _CHECK = 8, 43, 6
_NOBODY = "0" * 64


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a tenant's key. `candidate` is the one candidate that a candidate's key is for."""

    tenant: str
    id: str
    scopes: frozenset[Scope]
    candidate: str | None = None

    def may(self, operation: str) -> bool:
        """Return whether an operation is open to the principal."""
        return operation in PUBLIC or not self.scopes.isdisjoint(PERMISSIONS.get(operation, frozenset()))

    def require(self, operation: str) -> None:
        """Raise NotPermitted if an operation is not open; candidates are told that there is no such place."""
        if not self.may(operation):
            raise NoSuchPlace if self.scopes <= {CANDIDATE} else NotPermitted


LOCAL = Principal(HOME, "local", ROLES["admin"])
"""Who asks from this machine while no key was ever made."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """What is kept of a key: never the secret, only its digest."""

    id: str
    tenant: str
    name: str
    digest: str
    scopes: frozenset[Scope]
    made: datetime
    candidate: str | None = None
    expires: datetime | None = None
    revoked: datetime | None = None
    last_used: datetime | None = None

    def valid(self, now: datetime) -> bool:
        """Return whether the key opens anything at an instant."""
        return self.revoked is None and (self.expires is None or now < self.expires)


class Keys(Protocol):
    """Where keys are kept, by id over all tenants."""

    def find(self, key_id: str) -> ApiKey | None:
        """Return the key with an id, a revoked one too."""

    def any(self) -> bool:
        """Return whether a key was ever made, by any tenant."""

    def note_use(self, key_id: str, now: datetime) -> None:
        """Have it noted that a key was used; nobody waits for that, and where it cannot be, nothing happens."""


class Doorkeeper(Protocol):
    """Tells principals by what they show: keys today; tokens of an identity provider could be another one."""

    def recall(self, shown: str) -> Principal | None:
        """Return whom it stands for if that was found out a moment ago, without waiting."""

    def admit(self, shown: str) -> Principal:
        """Return whom it stands for; an empty text is nothing shown. Raises KeyRefused, StorageFault."""


class KeyDoorkeeper:
    """Tells principals by their keys; while none was ever made, who asks from this machine is its administrator.

    What it found out it remembers for some seconds: a revoked key opens that much longer. A key's use is noted at most
    once a minute.
    """

    def __init__(
        self, keys: Keys, pepper: bytes, clock: Callable[[], datetime], remember: timedelta = REMEMBER
    ) -> None:
        self._keys, self._pepper, self._clock, self._remember = keys, pepper, clock, remember
        self._known: dict[bytes, tuple[Principal, datetime]] = {}
        self._noted: dict[str, datetime] = {}

    def recall(self, shown: str) -> Principal | None:
        """Return whom a key stands for if that was found out a moment ago, without waiting."""
        principal, until = self._known.get(_trace(shown), (None, None))
        return principal if until is not None and self._clock() < until else None

    def admit(self, shown: str) -> Principal:
        """Return whom a key stands for; an empty text is no key. Raises KeyRefused, StorageFault."""
        now = self._clock()
        principal = authenticate(shown, self._keys, self._pepper, now) if shown else self._local()
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
            self._noted.clear()
        self._known[_trace(shown)] = principal, now + REMEMBER
        if principal is not LOCAL and now >= self._noted.get(principal.id, now):
            self._noted[principal.id] = now + NOTE_EVERY
            self._keys.note_use(principal.id, now)
        return principal

    def _local(self) -> Principal:
        if self._keys.any():
            raise KeyRefused
        return LOCAL


@lru_cache(maxsize=256)
def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach, or be, a host name or address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def new_key(pepper: bytes) -> tuple[str, str, str]:
    """Return a new key, its id and the digest to keep: `gk_`, 8 characters of id, 43 of secret, 6 of checksum."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_ID + _SECRET))
    return f"gk_{body}{_checksum(body)}", body[:_ID], digest(body[_ID:], pepper)


def digest(secret: str, pepper: bytes) -> str:
    """Return the HMAC-SHA256 of a secret. It has 256 bits of chance: a slow hash would add nothing but load."""
    return hmac.digest(pepper, secret.encode("ascii"), "sha256").hex()


def authenticate(shown: str, keys: Keys, pepper: bytes, now: datetime) -> Principal:
    """Return whom a key stands for. Raises KeyRefused, after the same work for an unknown id as for a wrong secret."""
    key_id, secret = _parts(shown)
    kept = keys.find(key_id)
    matches = hmac.compare_digest(digest(secret, pepper), kept.digest if kept else _NOBODY)
    if kept is None or not matches or not kept.valid(now):
        raise KeyRefused
    return Principal(kept.tenant, kept.id, kept.scopes, kept.candidate)


def key_problem(name: str, tenant: str, role: Role, candidate: str | None) -> str:
    """Return what is wrong with a key that is to be made; empty if nothing is."""
    texts = name, tenant, candidate if candidate is not None else "-"
    if not all(0 < len(text) <= LONGEST_NAME and text.isprintable() for text in texts):
        return f"names have 1 to {LONGEST_NAME} printable characters"
    if (role == "candidate") != (candidate is not None):
        return "a candidate's key names its candidate, and no other key does"
    return ""


def _trace(shown: str) -> bytes:
    """What is remembered of a key in place of itself."""
    return hashlib.sha256(shown.encode("utf-8", "surrogatepass")).digest()


def _parts(shown: str) -> tuple[str, str]:
    body = shown.removeprefix("gk_")
    whole = shown.startswith("gk_") and len(body) == _ID + _SECRET + _CHECK and body.isascii()
    if not (whole and _checksum(body[:-_CHECK]) == body[-_CHECK:]):
        raise KeyRefused
    return body[:_ID], body[_ID:-_CHECK]


def _checksum(body: str) -> str:
    """A CRC-32 in 6 letters and digits: a mistyped key costs no look into the database."""
    number, text = zlib.crc32(body.encode("ascii")), ""
    for _ in range(_CHECK):
        number, digit = divmod(number, len(_ALPHABET))
        text += _ALPHABET[digit]
    return text
