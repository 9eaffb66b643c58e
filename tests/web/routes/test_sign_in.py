"""Signing in with a key, and out again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.access import SESSION
from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here


class House:
    """The application with a first key, and a browser on another machine."""

    def __init__(self, tmp_path: Path) -> None:
        self.app = create_app(Settings(data_dir=tmp_path))
        local = here(self.app)
        made = local.post("/v1/keys", json={"name": "ana", "role": "interviewer"})
        self.key: str = made.json()["key"]
        self.browser = TestClient(self.app, base_url="https://grader.example", client=("192.0.2.1", 1))

    def sign_in(self, key: str) -> int:
        return self.browser.post("/sign-in", data={"key": key}, follow_redirects=False).status_code


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = House(tmp_path)
    with found.browser:
        yield found


def test_a_person_signs_in_and_sees_pages_and_who_they_are(house: House) -> None:
    assert house.browser.get("/rubrics").status_code == 401
    assert house.sign_in(f" {house.key} ") == 303
    reply = house.browser.get("/rubrics")
    assert reply.status_code == 200
    assert "Interviewer" in reply.text
    assert "Sign out" in reply.text


@pytest.mark.parametrize("key", ["", "wrong", "grk_aaaaaaaa_bbbb"])
def test_a_key_that_is_not_valid_is_refused_and_not_repeated(house: House, key: str) -> None:
    reply = house.browser.post("/sign-in", data={"key": key})
    assert reply.status_code == 401
    assert "not valid" in reply.text
    assert SESSION not in house.browser.cookies
    assert not key or key not in reply.text


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(house: House) -> None:
    cookie = (
        house.browser.post("/sign-in", data={"key": house.key}, follow_redirects=False).headers["set-cookie"].lower()
    )
    assert all(part in cookie for part in ("httponly", "samesite=strict", "secure"))
    assert "max-age" not in cookie


def test_the_cookie_opens_pages_and_never_the_api(house: House) -> None:
    house.sign_in(house.key)
    assert house.browser.get("/interview").status_code == 200
    assert house.browser.get("/v1/rubrics").status_code == 401
    assert house.browser.get("/metrics").status_code == 401


def test_signing_out_forgets_the_key(house: House) -> None:
    house.sign_in(house.key)
    assert house.browser.post("/sign-out", follow_redirects=False).status_code == 303
    assert house.browser.get("/rubrics").status_code == 401


def test_another_site_cannot_sign_anyone_in_or_out(house: House) -> None:
    for path in ("/sign-in", "/sign-out"):
        assert house.browser.post(path, headers={"sec-fetch-site": "cross-site"}).status_code == 403
