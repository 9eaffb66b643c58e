"""The versions of a rubric, and what changed between two."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here
from tests.api.rubrics import RUBRIC, YAML

CACHE = "/rubrics/backend-hiring-questions/when-to-use-cache"
TOY = "/rubrics/toy/scale"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service that three versions of a rubric were sent to, one of a rubric in a file among them."""
    with here(create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))) as found:
        for old, new in (("x", "x"), ("more servers |", "many servers |"), ("weight: 1", "weight: 2")):
            found.post("/v1/rubrics", content=RUBRIC.format(slug="scale").replace(old, new), headers=YAML)
        text = found.app.state.services.rubrics.path(CACHE.removeprefix("/rubrics/")).read_text()  # type: ignore[attr-defined]
        found.post("/v1/rubrics", content=text.replace("cache?", "a cache?"), headers=YAML)
        yield found


def test_versions_are_listed_the_newest_first(own: TestClient) -> None:
    text = own.get(f"{TOY}/versions").text
    assert '<td>3 <strong class="now">in force</strong></td>' in text
    assert text.index("<td>3") < text.index("<td>2") < text.index("<td>1")
    assert "diff?old=2&amp;new=3" in text


def test_a_file_is_the_first_version_of_what_is_shipped(own: TestClient, client: TestClient) -> None:
    assert '<td>File <strong class="now">in force</strong></td>' in client.get(f"{CACHE}/versions").text
    text = own.get(f"{CACHE}/versions").text
    assert '<td>1 <strong class="now">in force</strong></td>' in text
    assert "diff?old=0&amp;new=1" in text
    assert "a cache?</ins>" in own.get(f"{CACHE}/diff?old=0&new=1").text


def test_what_changed_is_shown_by_concept_before_and_after(own: TestClient) -> None:
    text = own.get(f"{TOY}/diff?old=1&new=2").text
    assert '<th scope="rowgroup" colspan="3">scale-out</th>' in text
    assert "<del>more servers</del>" in text
    assert "<ins>many servers</ins>" in text
    assert "They say the same" in own.get(f"{TOY}/diff?old=1&new=1").text


@pytest.mark.parametrize("path", [f"{TOY}/diff?old=1&new=9", f"{TOY}/diff?old=0&new=1", "/rubrics/no/such/versions"])
def test_a_version_that_is_not_there_is_told_on_a_page(own: TestClient, path: str) -> None:
    reply = own.get(path)
    assert reply.status_code == 404
    assert "This did not work" in reply.text
