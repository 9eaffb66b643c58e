"""An application with keys: two tenants, every role."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, FastAPI
from starlette.testclient import TestClient

from grader.access import ROLES, ApiKey, Role, new_key
from grader.api import build_app
from grader.bootstrap import Serving, serving
from grader.grading import utc_now
from grader.settings import Settings

from .conftest import here

PLENTY = "100000000/hour"


@dataclass(frozen=True)
class World:
    """The application and its services."""

    app: FastAPI
    services: Serving

    def key(self, role: Role, tenant: str = "acme", candidate: str | None = None) -> str:
        """Make a key and return it."""
        shown, key_id, digest = new_key(self.services.secret)
        made = ApiKey(key_id, tenant, role, digest, ROLES[role], utc_now(), candidate)
        self.services.keys.add(made, "test")
        return shown

    def client(self, role: Role, tenant: str = "acme", candidate: str | None = None) -> TestClient:
        """Return a client with a new key; a candidate's is for c-1."""
        named = candidate or ("c-1" if role == "candidate" else None)
        return here(self.app, key=self.key(role, tenant, named))

    def nobody(self) -> TestClient:
        """Return a client without a key."""
        return here(self.app)


@contextmanager
def world(folder: Path, url: str | None = None, routers: Iterable[APIRouter] = ()) -> Iterator[World]:
    """Yield an application over a database of its own, with more routers if need be."""
    settings = Settings.model_validate(
        {"data_dir": folder, "database_url": url, "rate_limit": PLENTY, "rate_limit_keyless": PLENTY}
    )
    services = serving(settings)
    found = World(build_app(services, routers), services)
    found.key("admin")  # from the first key on, everyone needs one
    try:
        yield found
    finally:
        services.close()
