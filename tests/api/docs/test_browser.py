"""The API's page in a browser: it shows the operations, and nothing breaks its content policy."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.cli.test_serving import service

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with service(Path(tmp_path_factory.mktemp("browser"))) as (_, port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def tab() -> Iterator[Page]:
    """A page of the system's Chromium; its sandbox needs rights that a container lacks."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def test_the_page_shows_the_operations_and_loads_nothing_from_elsewhere(tab: Page, address: str) -> None:
    told: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{address}/docs")
    tab.wait_for_selector("#operations-grades-create_grade", timeout=30_000)
    tab.click("#operations-grades-create_grade")
    tab.wait_for_selector("text=A judge, if one is configured", timeout=30_000)
    assert told == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
