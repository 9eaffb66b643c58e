"""Reviews as labels, and what has changed since the grade was made."""

import pytest

from grader.evaluation import changed_since, compared_people, compared_with_people
from grader.grading import ENGINE, Earlier, Grade, JudgeRecord, Labels, Looked, Prepared, grade, prepare
from grader.grading.grade import JudgeUsage
from grader.judge import PROMPT_VERSION
from tests.factories import make_lexicon, make_rubric

RUBRIC = make_rubric({"first": "more servers", "second": "queue"})
NOW = prepare(RUBRIC)
USAGE = JudgeUsage(input_tokens=1, output_tokens=1, cost=None)


def made(answer: str = "more servers", model: str | None = None, prompt: str = PROMPT_VERSION) -> Grade:
    found = grade(NOW, answer, Labels("g-1", "row-1"))
    if model is None:
        return found
    record = JudgeRecord(model=model, prompt_version=prompt, asked=(), attempts=(), usage=USAGE, flags=(), raw="")
    return found.model_copy(update={"judge": record})


def prepared(_: str) -> Prepared | None:
    return NOW


def test_what_people_left_in_force_is_the_label() -> None:
    machine = made()
    second = machine.concepts[1].model_copy(update={"verdict": "met"})
    people = machine.model_copy(update={"concepts": (machine.concepts[0], second), "score": 1.0})
    (found,) = compared_with_people([Looked("g-1", "more servers", machine, people, "key_1", "", whole=True)])
    assert [(pair.labelled, pair.given.verdict) for pair in found.pairs] == [("met", "met"), ("met", "missed")]
    assert (found.row.id, found.row.score, found.grade.score) == ("row-1", 1.0, 0.5)


def test_a_score_alone_is_no_label_of_a_concept() -> None:
    machine = made()
    people = machine.model_copy(update={"score": 0.9})
    (found,) = compared_with_people([Looked("g-1", "more servers", machine, people, "key_1", "", whole=False)])
    assert (found.pairs, found.row.score) == ((), 0.9)


def test_of_two_people_the_first_is_the_label_and_the_machine_says_nothing() -> None:
    machine = made()
    first = machine.model_copy(update={"score": 0.2})
    second = machine.model_copy(update={"score": 0.9})
    alone = Looked("g-0", "", machine, first, "key_1", "", whole=True)
    both = Looked("g-1", "", machine, second, "key_2", "", True, Earlier(first, "key_1", "", whole=True))
    (found,) = compared_people([alone, both])
    assert (found.row.score, found.grade.score, len(found.pairs)) == (0.2, 0.9, 2)


def test_a_grade_as_it_would_be_made_now_is_not_out_of_date() -> None:
    assert changed_since(made(), prepared, []) == set()
    assert changed_since(made(model="m/1"), prepared, ["m/2", "m/1"]) == set()


@pytest.mark.parametrize(
    ("machine", "changed"),
    [
        (made().model_copy(update={"rubric_hash": "sha256:0"}), {"rubric"}),
        (made().model_copy(update={"lexicon_hash": "sha256:0"}), {"lexicon"}),
        (made().model_copy(update={"engine": f"{ENGINE}x"}), {"engine"}),
        (made(model="m/1", prompt="judge/0"), {"prompt"}),
        (made(model="m/2"), {"model"}),
    ],
)
def test_what_has_changed_is_named(machine: Grade, changed: set[str]) -> None:
    assert changed_since(machine, prepared, ["m/1"]) == changed


def test_a_rubric_that_is_gone_has_changed_and_so_has_another_lexicon() -> None:
    assert changed_since(made(), lambda _: None, []) == {"rubric"}
    other = prepare(RUBRIC, make_lexicon(terms={"queue": "buffer"}))
    assert changed_since(made(), lambda _: other, []) == {"lexicon"}
