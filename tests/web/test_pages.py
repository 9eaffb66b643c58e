"""Every page: its policy, its theme, and nothing in it that the policy would stop."""

import re

import pytest
from starlette.testclient import TestClient

CACHE = "backend-hiring-questions/when-to-use-cache"
RUBRICS = (
    "/rubrics",
    f"/rubrics/{CACHE}",
    "/rubrics/no/such",
    "/rubrics/new",
    "/rubrics/build",
    f"/rubrics/{CACHE}/edit",
)
PAGES = ("/", "/interview", f"/interview?q={CACHE}", *RUBRICS, f"/rubrics/{CACHE}/versions", "/agreement")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_and_loads_only_what_is_served_here(client: TestClient, path: str) -> None:
    reply = client.get(path)
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|hx-on|<script(?! src=)|javascript:|(src|href)=\"http", reply.text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_and_a_way_past_the_navigation(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert text.count("<h1>") == 1
    assert 'href="#main"' in text
    assert '<html lang="en"' in text


def test_a_theme_of_a_cookie_is_one_of_ours(client: TestClient) -> None:
    dark = client.get("/", headers={"cookie": "theme=dark"})
    odd = client.get("/", headers={"cookie": 'theme="><script>'})
    assert 'data-theme="dark"' in dark.text
    assert 'data-theme="auto"' in odd.text
