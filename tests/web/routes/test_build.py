"""A seed document on a page: its shape, the drafts, and nothing kept."""

import html
import re

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import here

PATH = "/rubrics/build"
BULLETS = "- When to scale? use queues, add servers\n- How to test? prefer integration tests, avoid mocks\n"


def post(client: TestClient, document: str = "", file: tuple[str, bytes] | None = None, **more: str) -> str:
    chosen = {"file": file or ("", b"")}
    return client.post(PATH, data={"document": document, **more}, files=chosen).text


def test_the_shape_is_shown_and_a_draft_for_each_question(client: TestClient) -> None:
    text = post(client, BULLETS, name="My Team")
    assert "Shape: <strong>bullets</strong>. 2 questions" in text
    assert "my-team/when-to-scale" in text
    assert "<li>add servers</li>" in text


def test_a_file_wins_over_the_text_and_gives_name_and_shape(client: TestClient) -> None:
    text = post(client, BULLETS, ("Team Questions.csv", b"When to cache?,use redis\n"))
    assert "Shape: <strong>csv</strong>. 1 question" in text
    assert "team-questions/when-to-cache" in text
    assert "\nWhen to cache?,use redis\n</textarea>" in text


def test_a_draft_is_opened_in_the_editor_and_nothing_was_kept(client: TestClient) -> None:
    drafts = re.findall(r'name="text" value="([^"]*)"', post(client, BULLETS, name="opened"))
    text = client.post("/rubrics/new", data={"text": html.unescape(drafts[1])}).text
    assert "<strong>opened/how-to-test</strong> can be read" in text
    assert client.get("/rubrics/opened/how-to-test").status_code == 404


def test_a_rubric_that_is_there_already_is_told(client: TestClient) -> None:
    text = post(client, "- When to use cache? to cache things\n", name="backend-hiring-questions", lexicon="backend")
    assert "there is one already" in text


@pytest.mark.parametrize(
    ("document", "fault"),
    [("", "no question"), ("- When to scale?\n", "mine.md:1: "), ("\x00", "mine.md"), ("- A? b\n1. C? d\n", "shape")],
)
def test_what_cannot_be_read_comes_back_with_the_line_and_what_to_do(
    client: TestClient, document: str, fault: str
) -> None:
    text = html.unescape(post(client, document, name="mine"))
    assert f"\n{document}</textarea>" in text
    assert fault in text.partition('role="alert"')[2].partition("</p>")[0]


def test_a_lexicon_that_is_not_there_and_a_shape_that_is_none_do_no_harm(client: TestClient) -> None:
    assert "There is no lexicon" in html.unescape(post(client, BULLETS, lexicon="none-such"))
    assert "Shape: <strong>bullets</strong>" in post(client, BULLETS, shape="odd")


def test_a_document_that_is_too_large_is_refused_on_the_page(client: TestClient) -> None:
    assert "larger than 1 MiB" in post(client, file=("a.md", b"x" * 2_000_000))
    assert "cannot be read" in client.post(PATH, data={"document": "x"}).text


def test_who_may_not_write_rubrics_may_not_draft_them(client: TestClient) -> None:
    stranger = here(client.app, key="none")  # type: ignore[arg-type]
    assert stranger.get(PATH).status_code == 401


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><b>"])
def test_markup_in_a_document_is_text(client: TestClient, payload: str) -> None:
    assert payload not in post(client, f"- When {payload} to scale? use {payload}, add servers\n", name=payload)
