"""Batches on the pages."""

import pytest
from starlette.testclient import TestClient

from tests.web.batching import begun


@pytest.fixture(scope="module")
def place(client: TestClient) -> str:
    return begun(client)


def test_a_batch_shows_its_candidates_without_their_names(client: TestClient, place: str) -> None:
    text = client.get(place).text
    assert "Completed" in text
    assert "5 of 5 done" in text
    assert ">ann<" not in text
    assert ">ann<" in client.get(f"{place}?names=true").text
    assert "Export 5 rows as CSV" in text


def test_candidates_are_ranked_by_the_weights_of_an_assessment(client: TestClient, place: str) -> None:
    text = client.get(f"{place}?assessment=backend-take-home").text
    assert "1 of 12" in text
    assert client.get(f"{place}?assessment=no-such").status_code == 404


def test_concepts_are_counted_with_or_without_a_script(client: TestClient, place: str) -> None:
    page = client.get(f"{place}/concepts")
    piece = client.get(f"{place}/concepts", headers={"hx-request": "true"})
    assert "to cache expensive operations" in page.text
    assert "<html" in page.text
    assert "<html" not in piece.text
    assert 'aria-label="Met 1, Contradicted 1"' in piece.text or "Met 1" in piece.text


def test_batches_are_listed_with_what_waits(client: TestClient, place: str) -> None:
    assert place in client.get("/batches").text


def test_a_batch_is_deleted_only_by_who_is_sure(client: TestClient) -> None:
    place = begun(client)
    assert client.post(f"{place}/delete").status_code == 403
    assert client.get(place).status_code == 200
    assert client.post(f"{place}/delete", data={"sure": "yes"}, follow_redirects=False).status_code == 303
    assert client.get(place).status_code == 404


def test_cancelling_what_has_ended_changes_nothing(client: TestClient, place: str) -> None:
    reply = client.post(f"{place}/cancel", follow_redirects=False)
    assert reply.headers["location"] == place
    assert "Completed" in client.get(place).text


@pytest.mark.parametrize("path", ["", "/progress", "/concepts", "/results", "/results/0", "/queue", "/export?as=csv"])
def test_a_batch_that_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(f"/batches/bat_{'a' * 26}{path}").status_code == 404
