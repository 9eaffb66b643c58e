"""An answer that begins with a dash is an answer."""

import json

import pytest

from grader.cli.dashes import answers_last

from .conftest import Run

ANSWERS = [
    "- more servers\n- queues",
    "-more servers, queues",
    "-- more servers, and queues",
    "\u2013 more servers, queues",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_list_with_dashes_is_graded(grader: Run, answer: str) -> None:
    for arguments in (("grade", "how-to-scale", answer, "--json"), ("grade", "--json", "how-to-scale", "--", answer)):
        code, out, err = grader(*arguments)
        assert (code, err) == (0, "")
        assert json.loads(out)["score"] == 1


def test_a_list_with_dashes_is_explained(grader: Run) -> None:
    code, out, _ = grader("explain", "how-to-scale", "--concept", "queues", "- we use queues")
    assert code == 0
    assert out.startswith("queues: met")


def test_what_may_be_an_option_is_none_of_the_answer(grader: Run) -> None:
    code, _, err = grader("grade", "how-to-scale", "--jsn")
    assert code == 2
    assert "--jsn" in err


def test_the_value_of_an_option_stays_with_it() -> None:
    args = ["r", "--concept", "- a b", "- c d", "--json"]
    assert answers_last(args, {"--concept"}) == ["r", "--concept", "- a b", "--json", "--", "- c d"]
    assert answers_last(["r", "--file=a b.txt"], ()) == ["r", "--file=a b.txt"]
