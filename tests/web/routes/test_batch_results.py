"""Results of a batch, and what people decide about them."""

import csv
import io
import json
import re

import pytest
from starlette.testclient import TestClient

from tests.web.batching import begun, queued

PICK = re.compile(r'name="(verdict:[^"]+)"')


@pytest.fixture
def place(client: TestClient) -> str:
    return begun(client)


def picks(text: str, verdict: str) -> dict[str, str]:
    return dict.fromkeys(PICK.findall(text), verdict)


def hidden(text: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', text))


def test_results_are_listed_and_chosen(client: TestClient, place: str) -> None:
    text = client.get(f"{place}/results").text
    assert text.count("/results/") == 5
    assert client.get(f"{place}/results?outcome=failed").text.count("/results/") == 1
    assert ">ann<" in client.get(f"{place}/results?names=true").text
    assert client.get(f"{place}/results?shuffled=true").text.count("/results/") == 5


def test_a_row_shows_its_answer_with_the_evidence_marked(client: TestClient, place: str) -> None:
    text = client.get(f"{place}/results/0").text
    assert re.search(r"<mark>Slow queries<sup>\d", text)
    assert "ann" not in re.sub(r"<[^>]*>", "", text).replace("cannot", "")
    assert ", ann" in client.get(f"{place}/results/0?names=true").text


def test_what_failed_is_a_step_from_the_batch(client: TestClient, place: str) -> None:
    found = re.search(r'href="([^"]+)">Why 1 failed<', client.get(place).text)
    assert found
    assert "No rubric is called" in client.get(found[1]).text


def test_results_of_a_candidate_are_asked_for_without_the_name(client: TestClient, place: str) -> None:
    text = client.get(f"{place}/results?of=0").text
    assert text.count("/results/") == 2
    assert ">ann<" in client.get(f"{place}/results?of=0&names=true").text
    assert client.get(f"{place}/results?of=9").status_code == 404


def test_while_names_are_hidden_no_page_holds_one(client: TestClient, place: str) -> None:
    for path in ("", "/results", "/results?of=1", "/results/1", "/queue"):
        assert "bob" not in client.get(place + path).text
    assert "bob" in client.get(f"{place}?names=true").text


def test_the_shuffle_leads_through_every_row_once(client: TestClient, place: str) -> None:
    text, seen = client.get(f"{place}/results?shuffled=true").text, []
    found = re.search(rf"{place}/results/(\d+)\"", text)
    while found:
        seen.append(found[1])
        found = re.search(rf'id="next" href="{place}/results/(\d+)"', client.get(f"{place}/results/{found[1]}").text)
    assert sorted(seen) == ["0", "1", "2", "3", "4"]
    assert seen == re.findall(rf"{place}/results/(\d+)\"", text)


def test_a_row_that_failed_says_why(client: TestClient, place: str) -> None:
    text = client.get(f"{place}/results/4").text
    assert "No rubric is called" in text
    assert "anything" in text
    assert client.get(f"{place}/results/5").status_code == 404


def test_a_reviewer_does_not_see_the_machine_before_deciding(client: TestClient, place: str) -> None:
    text = queued(client, place)
    assert "Your verdicts" in text
    assert "Score <strong>" not in text
    assert "<mark>" not in text
    assert "Score <strong>" in client.get(f"{place}/queue?blind=false").text


def test_a_blind_decision_is_kept_and_then_the_machines_score_is_shown(client: TestClient, place: str) -> None:
    text = queued(client, place)
    row = re.search(rf"{place}/results/(\d+)\"", text)
    assert row
    reply = client.post(f"{place}/results/{row[1]}", data={**hidden(text), **picks(text, "met")})
    assert "your score is <strong>100</strong>" in reply.text
    assert "Decided before the machine" in client.get(f"{place}/results/{row[1]}").text


def test_a_blind_decision_needs_every_concept(client: TestClient, place: str) -> None:
    text = queued(client, place)
    row = re.search(rf"{place}/results/(\d+)\"", text)
    assert row
    reply = client.post(f"{place}/results/{row[1]}", data=hidden(text))
    assert (reply.status_code, "Say of each concept" in reply.text) == (422, True)
    assert "Score <strong>" not in reply.text


def test_a_verdict_is_changed_for_a_reason_and_undone_again(client: TestClient, place: str) -> None:
    row = f"{place}/results/1"
    before = client.get(row).text
    fields = hidden(before) | picks(before, "met")
    assert "reason of 10" in client.post(row, data=fields | {"reason": "short"}).text
    after = client.post(row, data=fields | {"reason": "It says so in other words."})
    assert "It says so in other words." in after.text
    assert "Score <strong>100</strong>" in after.text
    undone = client.post(row, data=hidden(after.text) | {"do": "undo"})
    assert "Score <strong>0</strong>" in undone.text
    assert "It says so in other words." in undone.text, "nothing that was said is lost"


def test_who_was_slower_is_told(client: TestClient, place: str) -> None:
    row = f"{place}/results/1"
    fields = hidden(client.get(row).text) | {"do": "confirm"}
    assert client.post(row, data=fields).status_code == 200
    late = client.post(row, data=fields | {"do": "", "score": "5", "reason": "What I had written."})
    assert (late.status_code, "It has changed since you read it." in late.text) == (409, True)
    assert "What I had written.</textarea>" in late.text
    assert client.post(row, data=fields | hidden(late.text) | {"do": "confirm"}).status_code == 200


def test_a_score_of_ones_own_is_kept(client: TestClient, place: str) -> None:
    row = f"{place}/results/0"
    text = client.get(row).text
    for score in ("all", "101", "-1"):
        assert "0 to 100" in client.post(row, data=hidden(text) | {"score": score, "reason": "x" * 10}).text
    reply = client.post(row, data=hidden(text) | {"score": "62,5", "reason": "He told me more of it."})
    assert "Score <strong>62</strong>" in reply.text


def test_exports_say_what_people_decided(client: TestClient, place: str) -> None:
    row = f"{place}/results/1"
    text = client.get(row).text
    client.post(row, data=hidden(text) | {"score": "70", "reason": "He told me more of it."})
    rows = list(csv.DictReader(io.StringIO(client.get(f"{place}/export?as=csv").text.removeprefix("\ufeff"))))
    assert [row["Candidate"] for row in rows] == ["ann", "bob <b>", "ann", "cy", "cy"]
    assert rows[1]["grader_score"] == "0.7"
    assert "No rubric is called" in rows[4]["grader_error"]
    lines = client.get(f"{place}/export?as=jsonl").text.splitlines()
    assert json.loads(lines[1])["grade"]["score"] == 0.7
    assert json.loads(lines[5])["rows"] == 5
    book = client.get(f"{place}/export?as=xlsx")
    assert book.content.startswith(b"PK")
    assert book.headers["content-disposition"].endswith('.xlsx"')


def test_the_queue_ends(client: TestClient, place: str) -> None:
    assert "You skipped the rest" in client.get(f"{place}/queue?skip=999").text
    for _ in range(9):
        text = queued(client, place)
        row = re.search(rf"{place}/results/(\d+)\"", text)
        if not row:
            break
        client.post(f"{place}/results/{row[1]}", data={**hidden(text), **picks(text, "missed")})
    assert "Nothing waits for a person" in queued(client, place)
