"""What routes ask for."""

from fastapi import APIRouter
from starlette.testclient import TestClient

from grader.api import build_app
from grader.api.dependencies import Who, Wired
from grader.bootstrap import serving
from grader.settings import Settings

from .conftest import here


def test_a_router_from_elsewhere_sees_the_services_and_who_asks() -> None:
    router, services = APIRouter(), serving(Settings())

    @router.get("/elsewhere")
    def elsewhere(wired: Wired, who: Who) -> dict[str, object]:
        return {"same": wired is services, "tenant": who.tenant}

    client: TestClient = here(build_app(services, (router,)))
    assert client.get("/elsewhere").json() == {"same": True, "tenant": "default"}
    services.close()
