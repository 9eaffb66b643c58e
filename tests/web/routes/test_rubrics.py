"""The pages of rubrics."""

import re
from html import unescape

from starlette.testclient import TestClient

CACHE = "/rubrics/backend-hiring-questions/when-to-use-cache"


def test_rubrics_are_found_by_their_question(client: TestClient) -> None:
    assert "27 of 27 rubrics" in client.get("/rubrics").text
    found = client.get("/rubrics?find=GRAPHQL").text
    assert "1 of 27 rubrics" in found
    assert "when-to-use-rest-api-or-graphql" in found


def test_a_rubric_shows_its_concepts_with_what_to_ask_and_its_file(client: TestClient) -> None:
    text = client.get(CACHE).text
    assert "to cache expensive operations" in text
    assert "You may remember the outcome of three things only." in text
    assert "id: backend-hiring-questions/when-to-use-cache" in text


def test_a_concept_comes_with_its_whole_ladder_of_what_to_ask(client: TestClient) -> None:
    text = unescape(client.get(CACHE).text)
    (concept, *_) = client.get(CACHE.replace("/rubrics", "/v1/rubrics")).json()["concepts"]
    asked = [concept[name] for name in ("hint", "narrow", "direct", "follow_up")]
    places = [text.index(f"<dd>{each}</dd>") for each in asked]
    assert places == sorted(places)
    assert re.findall(r"<dt>([^<]+)</dt>", text)[:4] == ["Nudge", "Narrower", "Direct", "Once met"]


def test_an_answer_is_tried_on_a_rubric(client: TestClient) -> None:
    text = client.post(CACHE, data={"answer": "slow reports"}).text
    assert "slow reports<sup>1</sup>" in text
    assert client.post(CACHE, data={"answer": "x" * 20_001}).status_code == 422
