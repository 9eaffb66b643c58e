"""The cockpit without a script: everything is a form."""

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
    asked = {f"asked:{CACHE}:oauth-token": "narrow/0.5", f"deeper:{CACHE}": "expensive-operations"}
    form = {**FORM, f"hand:{CACHE}:oauth-token": "met", **asked, "assessment": "backend-take-home", "go": SCALE}
    text = client.post("/interview", data=form).text
    assert "Question 2 of 2" in text
    assert f'name="notes:{CACHE}" value="slow reports"' in text
    assert f'name="hand:{CACHE}:oauth-token" value="met"' in text
    assert f'name="asked:{CACHE}:oauth-token" value="narrow/0.5"' in text
    assert f'name="deeper:{CACHE}" value="expensive-operations"' in text
    assert 'name="assessment" value="backend-take-home"' in text


def test_a_press_goes_one_rung_down_and_is_in_the_form_that_comes_back(client: TestClient) -> None:
    text = client.post("/interview", data={**FORM, "ask": "oauth-token"}).text
    assert f'name="asked:{CACHE}:oauth-token" value="nudge/0.0"' in text
    assert "Asked: Think of the partners you call." in text
    assert "Narrower, for 2" in text
    again = client.post("/interview", data={**FORM, "unask": "oauth-token", f"asked:{CACHE}:oauth-token": "nudge/0"})
    assert f'name="asked:{CACHE}' not in again.text


def test_a_form_without_questions_leads_to_their_choice(client: TestClient) -> None:
    assert "Choose the questions." in client.post("/interview", data={"at": "x"}).text
