"""The pages of the real application, with the shipped rubrics; and a browser that sees what breaks their policy."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here
from tests.cli.test_serving import service

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")


@pytest.fixture(scope="package")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client on this machine, where no key was ever made."""
    with here(create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))) as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with service(Path(tmp_path_factory.mktemp("pages"))) as (_, port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; its sandbox needs rights that a container lacks."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture
def faults() -> list[str]:
    return []


@pytest.fixture
def tab(chromium: Browser, address: str, faults: list[str]) -> Iterator[Page]:
    """A page; the test fails on a console error, a report of the policy, a dialog or a request elsewhere."""
    with chromium.new_context(base_url=address) as context:
        page = context.new_page()
        watch(page, address, faults)
        yield page
        assert faults == []


def watch(page: Page, address: str, faults: list[str]) -> None:
    def request(sent: Any) -> None:
        if not sent.url.startswith((address, "data:")):
            faults.append(f"elsewhere: {sent.url}")

    def dialog(shown: Dialog) -> None:
        faults.append("dialog")
        shown.dismiss()

    page.on("request", request)
    page.on("console", lambda told: faults.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", dialog)
