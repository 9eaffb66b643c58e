"""From a file to a batch."""

import re

import pytest
from starlette.testclient import TestClient

from tests.web.batching import SENT, begun, uploaded


def test_a_file_shows_what_it_is_taken_for_before_anything_is_graded(client: TestClient) -> None:
    text = client.get(uploaded(client, name="unseen.csv")).text
    assert "<strong>5 answers</strong> in 5 rows" in text
    assert "as found: Answer" in text
    assert "No such question at all" in text
    assert "no rubric: these answers will fail" in text
    assert "unseen.csv" not in client.get("/batches").text


def test_the_first_five_are_tried_and_not_kept(client: TestClient) -> None:
    text = client.get(uploaded(client) + "&sample=true").text
    assert "The first 5, graded and not kept" in text
    assert "bob &lt;b&gt;" in text
    assert "No rubric is called" in text


def test_a_question_gets_the_rubric_that_a_person_chooses(client: TestClient) -> None:
    rubric = "backend-hiring-questions/how-to-scale-backend"
    place = uploaded(client) + f"&asked=No+such+question+at+all&to={rubric}"
    assert "these answers will fail" not in client.get(place).text
    batch = begun(client, asked=["No such question at all"], to=[rubric])
    assert "0 failed" in client.get(batch).text


def test_one_row_a_candidate_is_seen_as_that(client: TestClient) -> None:
    wide = "Candidate,How to scale backend?,When to use cache?\nann,More servers,Slow queries\n"
    text = client.get(uploaded(client, wide)).text
    assert "one row a candidate, one column a question" in text
    assert "<strong>2 answers</strong> in 1 rows" in text


def test_pressed_twice_it_is_one_batch(client: TestClient) -> None:
    upload = re.search(r"upload=([^&]+)", uploaded(client))
    assert upload
    sent = {"upload": upload[1], "name": "twice.csv"}
    places = {client.post("/batches/new", data=sent, follow_redirects=False).headers["location"] for _ in range(2)}
    assert len(places) == 1


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.pdf", "x", "ends in one of .csv"),
        ("a.csv", "", "The file is empty"),
        ("a.csv", "a,b\n1,2\n", "No column is called the answer"),
        ("a.csv", 'Question,Answer\nq,"never closed\n', "quote"),
        ("a.xlsx", "PK\x03\x04 broken", "workbook"),
    ],
)
def test_a_file_that_cannot_be_graded_says_why(client: TestClient, name: str, text: str, told: str) -> None:
    sent = client.post("/batches", files={"file": (name, text.encode("utf-8"))})
    assert sent.status_code == 422
    assert told in sent.text
    assert "spl_" not in re.sub(r'value="[^"]*"', "", sent.text)
    assert "--" not in re.sub(r"<!--.*?-->", "", sent.text)


def test_no_file_and_a_body_without_a_length_are_refused(client: TestClient) -> None:
    assert "Choose a file" in client.post("/batches", files={"other": ("a", b"x")}).text
    head = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/batches", content=iter([b"--x--"]), headers=head).status_code == 422


def test_a_budget_that_is_none_is_refused(client: TestClient) -> None:
    upload = re.search(r"upload=([^&]+)", uploaded(client))
    assert upload
    for budget in ("much", "-1", "1e99", "NaN"):
        reply = client.post("/batches/new", data={"upload": upload[1], "budget": budget})
        assert (reply.status_code, "US dollars" in reply.text) == (422, True)


def test_a_file_that_is_gone_or_of_another_tenant_is_not_found(client: TestClient) -> None:
    stranger = "spl_" + "a" * 26 + "." + "0" * 16 + ".csv"
    for upload in ("x", "../../etc/passwd", "spl_" + "a" * 26 + ".37a8eec1ce19687d.csv", stranger):
        assert client.get("/batches/new", params={"upload": upload}).status_code == 404
        assert client.post("/batches/new", data={"upload": upload}).status_code == 404


def test_what_else_the_rows_held_comes_back_in_the_export(client: TestClient) -> None:
    place = begun(client, SENT)
    text = client.get(f"{place}/export?as=csv").text
    head, first, *_ = text.splitlines()
    assert "Remark" in head
    assert "'=1+1" in first
