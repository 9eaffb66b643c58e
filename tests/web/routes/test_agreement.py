"""The page on agreement: figures, or why there are none."""

import html
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from grader.web import ROUTERS
from tests.api.conftest import here
from tests.api.tenants import world

CACHE = "backend-hiring-questions/when-to-use-cache"
WORST = "slow <script>alert(1)</script> reports"


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service with twelve reviewed grades, one of them overridden."""
    with here(create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))) as found:
        for number in range(12):
            body = {"rubric": CACHE, "answer": WORST, "external_id": f"<b>{number}"}
            grade = found.post("/v1/grades", json=body).json()["id"]
            if number:
                found.post(f"/v1/grades/{grade}/confirm", headers={"if-match": '"1"'})
            else:
                change = {"concepts": [{"concept": "oauth-token", "verdict": "met"}], "reason": "It was said."}
                found.post(f"/v1/grades/{grade}/overrides", json=change, headers={"if-match": '"1"'})
        yield found


def post(client: TestClient, data: bytes, name: str = "mine.jsonl") -> str:
    reply = client.post("/agreement", data={"seed": "backend-hiring-questions"}, files={"file": (name, data)})
    assert reply.status_code in (200, 422)
    return html.unescape(reply.text)


def test_without_reviews_the_page_says_so_and_shows_no_figure(client: TestClient) -> None:
    text = client.get(f"/agreement?rubric={CACHE}").text
    assert "Too few to say anything." in text
    assert "kappa" not in text


def test_figures_have_an_interval_and_what_they_rest_on(reviewed: TestClient) -> None:
    text = reviewed.get("/agreement").text
    assert "12 reviewed grades by 1 person" in text
    assert "Quadratic weighted kappa" in text
    assert "Cohen&#39;s kappa" in text or "Cohen's kappa" in text
    assert '<td class="number">24</td>' in text
    assert "read the intervals, not the values" in text
    assert "accuracy" not in text.lower()


def test_the_answer_they_differ_on_is_shown_as_text_with_its_evidence(reviewed: TestClient) -> None:
    text = reviewed.get("/agreement").text
    assert "<script>alert" not in text
    assert "answer <bdi>&lt;b&gt;0</bdi>" in text
    assert "People: " in text


def test_a_new_version_makes_the_figures_out_of_date(reviewed: TestClient) -> None:
    whole = reviewed.get(f"/v1/rubrics/{CACHE}").json()
    del whole["hash"]
    body = json.dumps({name: value for name, value in whole.items() if value is not None} | {"question": "Cache?"})
    sent = reviewed.post("/v1/rubrics", content=body, headers={"content-type": "application/json"})
    assert sent.status_code == 201, sent.text
    text = reviewed.get("/agreement").text
    assert "Out of date: 12 of 12" in text
    assert "another rubric: 12" in text
    assert "Too few to say anything." in reviewed.get("/agreement?current=yes").text


def test_labels_that_are_sent_are_compared_at_once(client: TestClient) -> None:
    row = {"q": 1, "answer": "a queue", "units": {"vertical scaling": "missed"}, "score": 0.2}
    text = post(client, b"".join(json.dumps(row).encode() + b"\n" for _ in range(12)))
    assert "12 labelled answers from <bdi>mine.jsonl</bdi>" in text
    assert "vertical scaling" in text


@pytest.mark.parametrize(
    ("row", "shown", "hidden"),
    [
        ({"q": 1, "answer": "a queue", "units": {"queues": "met"}}, "Cohen's kappa", "Quadratic weighted"),
        (
            {"question": "What is a <b>stack</b>?", "reference": "Last in, first out.", "answer": "<i>", "score": 1},
            "Quadratic weighted",
            "Cohen's kappa",
        ),
    ],
)
def test_verdicts_alone_and_scores_alone_have_their_own_figures(
    client: TestClient, row: dict[str, object], shown: str, hidden: str
) -> None:
    text = post(client, b"".join(json.dumps(row).encode() + b"\n" for _ in range(12)))
    assert shown in text
    assert hidden not in text


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"", "", "Choose a file"),
        (b"{}\n", "mine.jsonl", "mine.jsonl:1: a line holds `units`"),
        (b"x" * 5_000_000, "mine.jsonl", "larger than 4 MiB"),
    ],
)
def test_a_file_that_gives_nothing_is_told_on_the_page(client: TestClient, data: bytes, name: str, fault: str) -> None:
    assert fault in post(client, data, name).partition('role="alert"')[2].partition("</p>")[0]


def test_who_may_not_read_grades_sees_no_agreement(client: TestClient) -> None:
    assert here(client.app, key="none").get("/agreement").status_code == 401  # type: ignore[arg-type]


def test_two_people_are_shown_beside_the_machine(tmp_path: Path) -> None:
    with world(tmp_path, routers=ROUTERS) as town:
        first, second = (town.client("admin") for _ in range(2))
        for _ in range(12):
            grade = first.post("/v1/grades", json={"rubric": CACHE, "answer": "slow reports"}).json()["id"]
            for number, person in enumerate((first, second), 1):
                person.post(f"/v1/grades/{grade}/confirm", headers={"if-match": f'"{number}"'})
        text = first.get("/agreement").text
        assert "12 reviewed grades by 2 people" in text
        assert "12 answers that two people decided about" in text
        assert text.count("Quadratic weighted kappa") == 2
        assert "12 answers that two people" not in post(first, b"")


def test_without_a_second_person_the_page_says_so(reviewed: TestClient) -> None:
    assert "No answer was decided about by two people." in reviewed.get("/agreement").text
