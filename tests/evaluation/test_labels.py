"""Labelled answers are read line by line; a line that cannot be read is named and does not stop the others."""

import json

import pytest

from grader.evaluation.labels import HALVES, read_labels

UNITS = {"q": 3, "answer": "yes", "units": {"queues": "met"}, "score": 0.5, "id": "a-1", "kind": "terse"}
REFERENCE = {"question": "Why?", "reference": ["one", "two", "one"], "answer": "yes", "score": 1, "answer_id": 7}


def lines(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def test_a_line_with_a_verdict_for_each_concept_is_read() -> None:
    (row,), faults = read_labels(lines(UNITS), "f")
    assert (row.rubric, row.answer, row.score, row.id, row.kind, row.line) == (3, "yes", 0.5, "a-1", "terse", 1)
    assert (row.verdicts, row.references, faults) == ({"queues": "met"}, (), ())


def test_a_rubric_may_be_named_and_a_score_left_out() -> None:
    (row,), _ = read_labels(lines({"rubric": "caching", "answer": "a", "units": {"x": "missed"}}), "f")
    assert (row.rubric, row.question, row.score, row.id) == ("caching", "caching", None, "1")


def test_a_line_with_references_is_read_and_the_same_reference_counts_once() -> None:
    (row,), faults = read_labels(lines(REFERENCE), "f")
    assert (row.rubric, row.references, row.score, row.id) == ("Why?", ("one", "two"), 1, "7")
    assert not faults


def test_a_question_with_an_id_is_known_by_it() -> None:
    rows, _ = read_labels(lines(REFERENCE, {**REFERENCE, "question_id": "1.2"}), "f")
    assert [row.question for row in rows] == ["Why?", "1.2"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "nested too deeply"),
        ({"answer": "a"}, "`units`"),
        ({**UNITS, "units": {}}, "units"),
        ({**UNITS, "units": {"x": "good"}}, "'contradicted'"),
        ({**UNITS, "score": 1.5}, "score"),
        ({**UNITS, "score": "NaN"}, "score"),
        ({**UNITS, "q": 0}, "q"),
        ({**UNITS, "q": True}, "q"),
        ({**UNITS, "rubric": "caching"}, "either `q`"),
        ({**UNITS, "q": None}, "either `q`"),
        ({**UNITS, "answer": None}, "answer"),
        ({**REFERENCE, "reference": []}, "reference"),
        ({**REFERENCE, "score": None}, "score"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_others_are_read(row: object, told: str) -> None:
    rows, (fault,) = read_labels(lines(UNITS, "", row, UNITS), "dir/f")
    assert [row.line for row in rows] == [1, 4]
    assert str(fault).startswith("dir/f:3: ")
    assert told in fault.message


def test_a_line_that_is_not_utf_8_is_named() -> None:
    rows, (fault,) = read_labels(lines(UNITS) + b"\n\xff\n", "f")
    assert (len(rows), fault.line) == (1, 2)
    assert "UTF-8" in fault.message


def test_an_answer_belongs_to_a_half_by_the_hash_of_its_id() -> None:
    rows, _ = read_labels(lines(*({**UNITS, "id": f"a-{n}"} for n in range(40))), "f")
    halves = [row.half for row in rows]
    assert halves[:4] == ["tuning", "held back", "tuning", "held back"]
    assert 10 < halves.count(HALVES[0]) < 30
