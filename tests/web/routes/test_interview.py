"""The cockpit without a script: everything is a form."""

import json
from typing import Any

from starlette.testclient import TestClient

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"
FORM: dict[str, Any] = {"q": [CACHE, SCALE], "at": CACHE, "candidate": "C-1", f"notes:{CACHE}": "slow reports"}


def test_questions_are_chosen_one_by_one_or_as_an_assessment(client: TestClient) -> None:
    assert "Question 1 of 2" in client.get(f"/interview?q={CACHE}&q={SCALE}").text
    assert "Question 1 of 12" in client.get("/interview?assessment=backend-take-home").text
    assert client.get("/interview?assessment=no").status_code == 404


def test_a_change_is_answered_with_the_whole_page_or_to_a_script_with_the_panel(client: TestClient) -> None:
    whole = client.post("/interview", data=FORM).text
    part = client.post("/interview", data=FORM, headers={"hx-request": "true"}).text
    assert "heard: “<bdi>slow reports</bdi>”" in whole
    assert "<html" in whole
    assert part.lstrip().startswith('<section id="panel"')


def test_a_tick_by_hand_is_in_the_form_that_comes_back(client: TestClient) -> None:
    text = client.post("/interview", data={**FORM, "toggle": "oauth-token"}).text
    assert f'name="hand:{CACHE}:oauth-token" value="met"' in text
    again = client.post("/interview", data={**FORM, "toggle": "oauth-token", f"hand:{CACHE}:oauth-token": "met"}).text
    assert f'name="hand:{CACHE}:oauth-token"' not in again


def test_going_to_another_question_loses_nothing_of_this_one(client: TestClient) -> None:
    form = {**FORM, f"hand:{CACHE}:oauth-token": "met", f"asked:{CACHE}": "oauth-token", "go": SCALE}
    text = client.post("/interview", data=form).text
    assert "Question 2 of 2" in text
    assert f'name="notes:{CACHE}" value="slow reports"' in text
    assert f'name="hand:{CACHE}:oauth-token" value="met"' in text
    assert f'name="asked:{CACHE}" value="oauth-token"' in text


def test_the_scorecard_is_a_page_markdown_or_json(client: TestClient) -> None:
    page = client.post("/interview/scorecard", data={**FORM, "as": "page"}).text
    card = client.post("/interview/scorecard", data={**FORM, "as": "json"})
    text = client.post("/interview/scorecard", data={**FORM, "as": "markdown"})
    assert "Scorecard: <bdi>C-1</bdi>" in page
    assert json.loads(card.text)["score"] == 0.25
    assert text.headers["content-disposition"] == 'attachment; filename="scorecard.md"'


def test_a_form_without_questions_leads_to_their_choice(client: TestClient) -> None:
    assert "Choose the questions." in client.post("/interview", data={"at": "x"}).text
