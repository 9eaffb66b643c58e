"""What reviewers decide about claims beyond the rubric, on the page of a row."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.web.batching import begun

SAID = "When to use cache?,Slow queries. I would add an index on the foreign keys too.\n"
TWICE = f"Candidate,Question,Answer\nann,{SAID}bob,{SAID}"
FORM = re.compile(r'<form class="inline" method="post" action="([^"]+/claims)">(.*?)</form>', re.DOTALL)


@pytest.fixture
def place(client: TestClient) -> str:
    """The address of a batch in which two say the same; what others decided about it is undone."""
    found = begun(client, TWICE)
    undo(client, found)
    return found


def page(client: TestClient, place: str, number: int = 0) -> str:
    return client.get(f"{place}/results/{number}").text


def said(text: str, **more: str) -> tuple[str, dict[str, str]]:
    """Return where the first form of a claim leads, and what it sends."""
    found = FORM.search(text)
    assert found
    return found[1], dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found[2])) | more


def rule(client: TestClient, text: str, **more: str) -> str:
    where, fields = said(text, **more)
    return client.post(where, data=fields).text


def undo(client: TestClient, place: str) -> None:
    text = page(client, place)
    if 'value="open"' in text:
        rule(client, text, do="open")


def test_an_ignored_claim_leaves_the_list_in_every_answer_that_says_it(client: TestClient, place: str) -> None:
    text = page(client, place)
    assert "Said beyond the rubric: 1" in text
    after = rule(client, text, do="ignored")
    for shown in (after, page(client, place, 1)):
        assert "1 ignored, show" in shown
        assert "Said beyond the rubric<" in shown
        assert 'value="ignored"' not in shown
        assert re.search(r"Ignored: local, \d{4}-", shown)


def test_what_was_ignored_is_brought_back(client: TestClient, place: str) -> None:
    ignored = rule(client, page(client, place), do="ignored")
    back = rule(client, ignored, do="open")
    assert "Said beyond the rubric: 1" in back
    assert "ignored, show" not in back


def test_a_claim_that_says_the_same_as_a_concept_stays_in_the_list_with_who_said_so(
    client: TestClient, place: str
) -> None:
    after = rule(client, page(client, place), do="same_as", concept="expensive-operations")
    assert "Says the same as <q>to cache expensive operations</q>: local, " in after
    assert "Said beyond the rubric<" in after
    assert "Score <strong>" in after, "no score has changed"


def test_a_new_phrase_leads_to_the_editor_and_is_noted(client: TestClient, place: str) -> None:
    where, fields = said(page(client, place), do="phrase", concept="expensive-operations")
    reply = client.post(where, data=fields, follow_redirects=False)
    to = urlsplit(reply.headers["location"])
    assert (reply.status_code, to.path) == (303, "/rubrics/backend-hiring-questions/when-to-use-cache/edit")
    assert {"concept", "grade", "start", "end"} == parse_qs(to.query).keys(), "an address holds nothing that was said"
    assert "add an index on the foreign keys too" in unescape(client.get(reply.headers["location"]).text)
    assert "To be a phrase of <q>" in page(client, place)


def test_who_decides_in_the_queue_stays_there(client: TestClient, place: str) -> None:
    where, fields = said(page(client, place), do="ignored", queue="1")
    reply = client.post(where, data=fields, follow_redirects=False)
    assert reply.headers["location"] == f"{place}/queue?skip=1&blind=false#beyond-head"


@pytest.mark.parametrize("wrong", [{"do": "burn"}, {"do": "same_as"}, {"do": "ignored", "start": "0"}, {"do": "open"}])
def test_what_makes_no_sense_is_told(client: TestClient, place: str, wrong: dict[str, str]) -> None:
    where, fields = said(page(client, place))
    assert client.post(where, data=fields | wrong).status_code == 422


def test_deleting_a_batch_deletes_what_was_decided_at_its_rows(client: TestClient, place: str) -> None:
    other = begun(client, TWICE)
    rule(client, page(client, place), do="ignored")
    assert "1 ignored, show" in page(client, other)
    client.post(f"{place}/delete", data={"sure": "yes"})
    assert "Said beyond the rubric: 1" in page(client, other)


def test_a_row_without_a_grade_or_of_another_batch_has_no_claims(client: TestClient, place: str) -> None:
    fields = {"start": "0", "end": "1", "do": "ignored"}
    assert client.post(f"{place}/results/9/claims", data=fields).status_code == 404
    assert client.post("/batches/bat_none/results/0/claims", data=fields).status_code == 404
