"""The editor of rubrics: everything is a form, and nothing that was typed is lost."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from grader.web.editing import NEW
from tests.api.conftest import here

ID = "my-questions/when-to-use-an-index"
CACHE = "/rubrics/backend-hiring-questions/when-to-use-cache/edit"
BAD = "id: a/b\nquestion: [\n"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a service that nobody has sent a rubric to."""
    with here(create_app(Settings(data_dir=tmp_path))) as found:
        yield found


def hidden(text: str) -> dict[str, str]:
    """Return the hidden fields of a page."""
    return {n: html.unescape(v) for n, v in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text)}


def publish(client: TestClient, text: str, path: str = "/rubrics/new") -> str:
    """Review and publish a rubric; return the place that this leads to."""
    seen = client.post(path, data={"text": text, "do": "review"}).text
    form = {**hidden(seen), "text": text, "do": "publish"}
    reply = client.post(path, data=form, follow_redirects=False)
    assert reply.status_code == 303, reply.text
    return reply.headers["location"]


def test_a_rubric_is_opened_with_its_file_and_what_lint_finds_in_it(client: TestClient) -> None:
    text = client.get(CACHE).text
    assert "id: backend-hiring-questions/when-to-use-cache" in text
    assert "can be read. Found:" in text
    assert client.get("/rubrics/no/such/edit").status_code == 404


def test_a_finding_has_its_place_code_severity_and_what_to_do(client: TestClient) -> None:
    text = client.post("/rubrics/new", data={"text": NEW.replace("the price", "slower writes")}).text
    place = '<a class="where" href="#text" data-line="14">when-to-use-an-index.yaml:14</a>'
    assert f"Warning</span> <code>T005</code> {place}" in text
    assert "To mend it: name the topic, not the answer." in text


def test_a_script_gets_what_was_found_and_no_more(client: TestClient) -> None:
    text = client.post("/rubrics/new", data={"text": BAD}, headers={"hx-request": "true"}).text
    assert text.lstrip().startswith('<section id="draft"')
    assert "rubric.yaml:3" in text


@pytest.mark.parametrize("do", ["check", "review", "publish"])
def test_a_text_that_cannot_be_read_comes_back_whole_with_the_line_and_what_to_do(client: TestClient, do: str) -> None:
    text = client.post("/rubrics/new", data={"text": BAD, "answer": "mine", "do": do}).text
    assert f"\n{BAD}</textarea>" in text
    assert "\nmine</textarea>" in text
    assert "rubric.yaml:3" in text
    assert "Check the indentation" in text


def test_an_answer_is_tried_on_the_draft(client: TestClient) -> None:
    text = client.post("/rubrics/new", data={"text": NEW, "answer": "Slower writes.", "do": "check"}).text
    assert "<mark>Slower writes<sup>2</sup></mark>" in text


def test_what_was_reviewed_is_published_as_the_next_version_and_grades_at_once(own: TestClient) -> None:
    assert publish(own, NEW) == f"/rubrics/{ID}/versions?published=1"
    changed = NEW.replace("slower write", "sluggish inserts")
    assert publish(own, changed, f"/rubrics/{ID}/edit") == f"/rubrics/{ID}/versions?published=2"
    assert "Version 2 is in force" in own.get(f"/rubrics/{ID}/versions?published=2").text
    grade = own.post("/v1/grades", json={"rubric": ID, "answer": "Sluggish inserts."}).json()
    assert grade["score"] == 0.5
    assert [row["action"] for row in own.get("/v1/audit").json()["entries"]][:2] == ["rubric.add", "rubric.add"]


def test_nothing_is_published_that_was_not_reviewed_as_it_is(own: TestClient) -> None:
    first = own.post("/rubrics/new", data={"text": NEW, "do": "publish"})
    assert "Before it is published" in first.text
    seen = hidden(first.text)
    other = own.post("/rubrics/new", data={**seen, "text": NEW.replace("price", "cost"), "do": "publish"})
    assert "Before it is published" in other.text
    assert own.get(f"/rubrics/{ID}").status_code == 404


def test_of_two_who_edit_at_once_the_second_sees_what_the_first_has_done(own: TestClient) -> None:
    publish(own, NEW)
    begun = hidden(own.get(f"/rubrics/{ID}/edit").text)
    publish(own, NEW.replace("price", "cost"), f"/rubrics/{ID}/edit")
    mine = {**begun, "text": NEW.replace("columns", "tables"), "do": "review"}
    text = own.post(f"/rubrics/{ID}/edit", data=mine).text
    assert "Another version has come into force since you began" in text
    assert "Publish version 3" in text


def test_the_review_lists_the_grades_that_would_flip(own: TestClient) -> None:
    publish(own, NEW)
    body = {"rubric": ID, "answer": "Each insert gets slower.", "external_id": "row-<7>"}
    assert own.post("/v1/grades", json=body).status_code == 201
    form = {"text": NEW.replace(" | insert gets slower", ""), "do": "review"}
    text = own.post(f"/rubrics/{ID}/edit", data=form).text
    assert "<bdi>row-&lt;7&gt;</bdi>" in text
    assert "50 → 0" in text


def test_all_grades_can_be_looked_at_before_publishing(own: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.web.editing.MOST_GRADES", 1)
    publish(own, NEW)
    for number in range(2):
        own.post("/v1/grades", json={"rubric": ID, "answer": f"Each insert gets slower, {number}."})
    form = {"text": NEW.replace(" | insert gets slower", "")}
    first = own.post(f"/rubrics/{ID}/edit", data={**form, "do": "review"}).text
    assert "those from 1 to 1 were looked at" in first
    older = re.search(r'name="older" value="([^"]+)"', first)
    assert older
    second = own.post(f"/rubrics/{ID}/edit", data={**form, **hidden(first), "older": html.unescape(older[1])}).text
    assert "those from 2 to 2 were looked at. There are no older ones." in second
    assert 'name="older"' not in second
    published = own.post(f"/rubrics/{ID}/edit", data={**form, **hidden(second), "do": "publish"})
    assert "published=2" in str(published.url)


def test_a_lexicon_that_is_not_there_keeps_a_rubric_from_being_published(own: TestClient) -> None:
    text = NEW.replace("concepts:", "lexicon: none-such\nconcepts:")
    reply = own.post("/rubrics/new", data={"text": text, "do": "review"})
    assert reply.status_code == 422
    assert "There is no lexicon" in html.unescape(reply.text)
    assert "lexicon: none-such" in reply.text


def test_who_may_not_write_reads_and_cannot_send(own: TestClient) -> None:
    key = own.post("/v1/keys", json={"name": "ana", "role": "interviewer"}).json()["key"]
    reader = here(own.app, key=key)  # type: ignore[arg-type]
    text = reader.get(CACHE).text
    assert " readonly>" in text
    assert 'name="do"' not in text
    assert "rubrics:write" in text
    for path in ("/rubrics/new", CACHE):
        assert reader.post(path, data={"text": NEW, "do": "publish"}).status_code == 403
    assert reader.get("/rubrics/new").status_code == 403


@pytest.mark.parametrize("text", ["", "\x00", "- 1", "id: a/b", "a" * 100_000, "x: " + "[" * 20_000, "\ufeffid: a/b"])
def test_no_text_breaks_the_editor(client: TestClient, text: str) -> None:
    for do in ("check", "review", "publish"):
        assert client.post("/rubrics/new", data={"text": text, "answer": text, "do": do}).status_code in (200, 422)


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><b>"])
def test_markup_in_a_rubric_is_text(client: TestClient, payload: str) -> None:
    text = NEW.replace("When to use an index?", f"'When {payload} index?'").replace("frequent lookup", f"'{payload}'")
    for do in ("check", "review"):
        assert payload not in client.post("/rubrics/new", data={"text": text, "answer": payload, "do": do}).text


def test_what_someone_said_becomes_a_phrase_of_a_concept_and_the_answer_to_try(own: TestClient) -> None:
    answer = "Slow queries. I would add an index | on the /foreign/ keys_too."
    grade = own.post("/v1/grades", json={"rubric": CACHE.split("/")[-2], "answer": answer}).json()
    (claim,) = grade["beyond"]
    place = {"concept": "oauth-token", "grade": grade["id"], "start": claim["start"], "end": claim["end"]}
    text = own.get(CACHE, params=place).text
    assert "| I would add an index on the foreign keys too" in html.unescape(text)
    assert "Score <strong>" in text
    assert "The rubric has no such concept" in own.get(CACHE, params={**place, "concept": "none"}).text
    assert "The grade has no such claim" in own.get(CACHE, params={**place, "start": 0}).text
    assert own.get(CACHE, params={**place, "grade": "grd_none"}).status_code == 404
