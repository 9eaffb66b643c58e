"""The API's pages for people: everything from this package."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import grader

FOLDER = Path(grader.__file__).parent / "api" / "docs"
MANIFEST: dict[str, Any] = json.loads((FOLDER / "MANIFEST.json").read_text("utf-8"))


@pytest.mark.parametrize("name", MANIFEST["files"])
def test_a_file_of_another_project_is_as_it_was_published(name: str) -> None:
    assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == MANIFEST["files"][name]


def test_the_manifest_names_every_file_that_is_not_ours_and_its_licence() -> None:
    ours = {"MANIFEST.json", "__init__.py", "page.py", "start.js"}
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} - ours == set(MANIFEST["files"])
    assert (MANIFEST["name"], MANIFEST["licence"]) == ("swagger-ui-dist", "Apache-2.0")


def test_the_page_loads_only_files_that_are_served_here(client: TestClient) -> None:
    page = client.get("/docs")
    wanted = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert [client.get(path).status_code for path in wanted if not path.startswith("data:")] == [200, 200, 200]
    assert "script-src 'self'; style-src 'self';" in page.headers["content-security-policy"]
    assert "<script>" not in page.text


def test_files_have_the_type_that_a_browser_needs(client: TestClient) -> None:
    assert client.get("/docs/start.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/docs/swagger-ui.css").headers["content-type"].startswith("text/css")


def test_no_other_file_is_served(client: TestClient) -> None:
    assert client.get("/docs/page.py").status_code == 404
    assert client.get("/docs/..%2fapp.py").status_code == 404
