"""Agreement between two people in a browser: shown beside the machine's, in both themes and on a narrow screen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from grader.access import LOCAL
from grader.bootstrap import Serving, serving
from grader.grading import ConceptOverride, Decision, GradeRequest, new_id
from grader.settings import Settings
from tests.cli.test_serving import service

pytestmark = [pytest.mark.browser, pytest.mark.skipif(which("chromium") is None, reason="there is no Chromium")]
CACHE = "backend-hiring-questions/when-to-use-cache"
SECOND = Decision("A second person read it again.", (ConceptOverride(concept="oauth-token", verdict="met"),))


def reviewed_twice(services: Serving, count: int) -> None:
    """Keep as many grades that one person confirmed, and of which a second one changed every third."""
    grading, reviewing = services.kept.shelves.grading(LOCAL.tenant), services.kept.reviewing
    other = replace(LOCAL, id="key_2")
    for number in range(count):
        grade = grading.grade(GradeRequest(CACHE, "slow reports"), grade_id=new_id())
        services.kept.keeping.keep(LOCAL, "slow reports", grade, grading.basis(grade))
        reviewing.confirm(LOCAL, grade.id, 1)
        if number % 3:
            reviewing.confirm(other, grade.id, 2)
        else:
            reviewing.override(other, grade.id, 2, SECOND)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service with reviews of two people."""
    folder = Path(tmp_path_factory.mktemp("twice"))
    services = serving(Settings(data_dir=folder))
    reviewed_twice(services, 15)
    services.close()
    with service(folder) as (_, port):
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_two_people_are_compared(tab: Page, theme: str) -> None:
    tab.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    tab.goto("/agreement")
    report = Axe().run(tab)
    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in report.response["violations"]] == []


def test_two_people_have_figures_of_their_own(tab: Page) -> None:
    tab.goto("/agreement")
    assert "15 reviewed grades by 2 people" in tab.inner_text("#found-head")
    figures = tab.get_by_role("region", name="Figures between two people").inner_text()
    assert "Quadratic weighted kappa" in figures
    assert "0.83" in figures, "five of thirty verdicts differ"


def test_it_fits_320_pixels(tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto("/agreement")
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320
