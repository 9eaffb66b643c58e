"""Questions matched to rubrics."""

import pytest

from grader.batches.files.questions import Questions

KNOWN = Questions(
    [
        ("s/when-to-cache", "When to use a cache?"),
        ("s/how-to-scale", "How to scale?"),
        ("t/growth", "Growth, then?"),
        ("s/growth", "What of growth?"),
    ]
)


@pytest.mark.parametrize(
    ("text", "rubric", "how"),
    [
        ("s/when-to-cache", "s/when-to-cache", "id"),
        ("when-to-cache", "s/when-to-cache", "id"),
        ("WHEN to use a  cache", "s/when-to-cache", "text"),
        ("4711: When to use a cache?", "s/when-to-cache", "text"),
        ("Q3. How to scale?", "s/how-to-scale", "text"),
        ("When do you use a cache?", "s/when-to-cache", "close"),
    ],
)
def test_a_question_is_found(text: str, rubric: str, how: str) -> None:
    found = KNOWN.find(text)
    assert found is not None
    assert (found.rubric, found.how) == (rubric, how)


@pytest.mark.parametrize("text", ["", "growth", "Email Address", "When to use a queue and why not threads?"])
def test_what_is_no_question_or_means_two_is_not_guessed(text: str) -> None:
    assert KNOWN.find(text) is None


def test_part_of_a_question_will_do_for_a_row_but_not_for_a_header() -> None:
    assert KNOWN.find("to cache") is None
    found = KNOWN.asked("to cache")
    assert found is not None
    assert found.how == "close"
    assert Questions([("s/how-to-a", "A?"), ("s/how-to-b", "B?")]).asked("how to") is None


def test_two_questions_as_near_as_each_other_mean_neither() -> None:
    known = Questions([("s/a", "When to use cache one here?"), ("s/b", "When to use cache two here?")])
    assert known.find("When to use cache six here?") is None
