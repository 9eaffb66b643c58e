"""Find the rubric a person means."""

import pytest

from grader.bootstrap import services
from grader.errors import AmbiguousRubric, UnknownRubric
from grader.rubric import resolve
from grader.settings import Settings

RUBRICS = services(Settings()).rubrics
CACHE = "backend-hiring-questions/when-to-use-cache"


@pytest.mark.parametrize("name", [CACHE, "when-to-use-cache", "When to use cache ?", "use-cache"])
def test_a_rubric_has_many_names(name: str) -> None:
    assert resolve(name, RUBRICS) == CACHE


@pytest.mark.parametrize("name", ["2", "ec", "hing", "-", "us", " "])
def test_a_part_of_a_word_means_no_rubric(name: str) -> None:
    with pytest.raises(UnknownRubric):
        resolve(name, RUBRICS)


def test_an_exact_slug_wins_over_a_part() -> None:
    assert resolve("what-is-idempotent", RUBRICS).endswith("/what-is-idempotent")


def test_a_part_of_several_is_ambiguous() -> None:
    with pytest.raises(AmbiguousRubric, match="Give more of it"):
        resolve("how-to", RUBRICS)


def test_an_unknown_name_gets_near_ones() -> None:
    with pytest.raises(UnknownRubric, match="Did you mean"):
        resolve("when-to-use-cash", RUBRICS)
