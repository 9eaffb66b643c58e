"""Routes of /v1/keys: make, list and revoke keys of one's own tenant."""

from typing import Annotated

from fastapi import APIRouter, Path

from grader.access import ROLES, ApiKey, new_key
from grader.api.dependencies import Who, Wired
from grader.api.json_route import JsonRoute
from grader.api.kept import KeyBody, KeyLine, KeyList, KeyMade, key_line
from grader.errors import UnknownKey
from grader.grading import utc_now

router = APIRouter(prefix="/v1/keys", tags=["keys"], route_class=JsonRoute)


@router.post("", status_code=201)
def create_key(body: KeyBody, services: Wired, who: Who) -> KeyMade:
    """Make a key: it is shown this once. From the first one on, everyone needs a key."""
    shown, key_id, digest = new_key(services.secret)
    scopes = ROLES[body.role]
    made = ApiKey(key_id, who.tenant, body.name, digest, scopes, utc_now(), body.candidate, body.expires)
    services.keys.add(made, who.id)
    return KeyMade(**key_line(made).model_dump(), key=shown)


@router.get("")
def list_keys(services: Wired, who: Who) -> KeyList:
    """Return the tenant's keys, the oldest first."""
    return KeyList(keys=tuple(map(key_line, services.keys.of(who.tenant))))


@router.delete("/{key_id}")
def revoke_key(key_id: Annotated[str, Path(description="A key's id.")], services: Wired, who: Who) -> KeyLine:
    """Make a key open nothing any more, within 2 seconds; may be repeated."""
    if not (key_id.isascii() and key_id.isalnum()):
        raise UnknownKey
    return key_line(services.keys.revoke(who.tenant, key_id, who.id, utc_now()))
