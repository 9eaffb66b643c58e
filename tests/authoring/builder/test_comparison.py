"""Questions that compare."""

import pytest

from grader.authoring.builder.comparison import at_subjects, bound, subjects


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("TCP vs UDP?", ("TCP", "UDP")),
        ("when to use flexbox or grid?", ("flexbox", "grid")),
        ("what is the difference between a contract and a deed?", ("contract", "deed")),
        ("react vs vue vs svelte ?", ("react", "vue", "svelte")),
        ("when to use docker and docker compose?", ()),
        ("how to scale backend?", ()),
    ],
)
def test_what_a_question_compares_is_found(question: str, found: tuple[str, ...]) -> None:
    assert subjects(question) == found


@pytest.mark.parametrize(
    ("unit", "pair"),
    [
        ("UDP for live video", ("UDP", "live video")),
        ("prefer UDP when loss is fine", ("UDP", "loss is fine")),
        ("UDP: live video", ("UDP", "live video")),
        ("UDP loses packets", ("UDP", "loses packets")),
        ("both carry data", None),
        ("UDP", None),
    ],
)
def test_what_is_said_of_a_subject_is_bound_to_it(unit: str, pair: tuple[str, str] | None) -> None:
    assert bound(unit, ("TCP", "UDP")) == pair


def test_a_piece_about_two_subjects_is_cut() -> None:
    compared = ("flexbox", "grid")
    assert at_subjects("flexbox for rows and grid for pages", compared) == ["flexbox for rows", "grid for pages"]
    assert at_subjects("flexbox if it is a row, grid if not", compared) == ["flexbox if it is a row", "grid if not"]
    assert at_subjects("rows and pages", compared) == ["rows and pages"]
