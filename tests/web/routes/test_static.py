"""The files of pages, and the theme."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

import grader

VENDOR = Path(grader.__file__).parent / "web" / "static" / "vendor"
MANIFEST: dict[str, Any] = tomllib.loads((VENDOR / "MANIFEST.toml").read_text("utf-8"))


def test_the_script_of_another_project_is_as_it_was_published() -> None:
    whole = (VENDOR / MANIFEST["file"]).read_bytes()
    core, _, stream = whole.partition(b"\n;\n") if b"\n;\n" in whole else whole.rpartition(b";\n")
    sums = [hashlib.sha256(part).hexdigest() for part in (whole, core, stream)]
    assert sums[0] == MANIFEST["sha256"]
    assert sums[1:] == list(MANIFEST["parts"].values())


def test_files_have_their_types_and_no_other_is_served(client: TestClient) -> None:
    assert client.get("/static/grader.css").headers["content-type"].startswith("text/css")
    assert client.get("/static/grader.js").headers["content-type"].startswith("text/javascript")
    for name in ("vendor/MANIFEST.toml", "../pages.py", "..%2fpages.py", ""):
        assert client.get(f"/static/{name}").status_code == 404


def test_a_theme_is_remembered_and_leads_back_to_a_page_of_ours(client: TestClient) -> None:
    reply = client.post("/theme", data={"theme": "dark", "back": "/rubrics"}, follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (303, "/rubrics")
    assert "theme=dark; HttpOnly" in reply.headers["set-cookie"]
    for away in ("//evil.example", "https://evil.example", "/\\evil.example"):
        gone = client.post("/theme", data={"theme": "dark", "back": away}, follow_redirects=False)
        assert gone.headers["location"] == "/"
