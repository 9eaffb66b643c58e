"""The first page: an answer graded at once."""

import html

import pytest
from starlette.testclient import TestClient

REST = "backend-hiring-questions/when-to-use-rest-api-or-graphql"


def test_the_page_offers_an_answer_that_can_be_graded_at_once(client: TestClient) -> None:
    text = client.get("/").text
    assert f'value="{REST}" selected' in text
    assert "Plain REST for partners." in text


def test_a_grade_marks_its_evidence_in_the_answer(client: TestClient) -> None:
    text = client.post("/", data={"rubric": REST, "answer": "Line\r\nREST for partners"}).text
    assert "<mark>REST for partners<sup>2</sup></mark>" in text
    assert "Score <strong>50</strong>" in text


def test_an_answer_that_cannot_be_graded_is_kept_and_told_why(client: TestClient) -> None:
    reply = client.post("/", data={"rubric": REST, "answer": "x" * 20_001})
    assert reply.status_code == 422
    assert 'role="alert">The answer has 20,001 characters' in reply.text


@pytest.mark.parametrize("answer", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><b>"])
def test_markup_in_an_answer_is_text(client: TestClient, answer: str) -> None:
    text = client.post("/", data={"rubric": REST, "answer": answer}).text
    assert answer not in text
    assert html.escape(answer).replace("&quot;", "&#34;") in text
