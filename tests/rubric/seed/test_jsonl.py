"""JSON lines."""

import pytest

from .conftest import Fault, Read


def test_each_line_is_a_question(read: Read) -> None:
    text = (
        '{"question": "What is X?", "reference": "a\\nb"}\n\n{"id": "y", "prompt": "Y", "answer": "c", "weight": 2}\n'
    )
    seed = read(text, "x.jsonl")
    assert seed.shape == "jsonl"
    assert [(q.slug, q.reference, q.line, q.weight) for q in seed.questions] == [
        ("what-is-x", "a\nb", 1, None),
        ("y", "c", 3, 2.0),
    ]


def test_other_keys_are_left_out_and_null_is_nothing(read: Read) -> None:
    (question,) = read('{"question": "a", "answer": "b", "weight": null, "tags": [{"c": 1}]}').questions
    assert question.weight is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ('{"question": NaN}', "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        ("1", "not an object"),
        ('{"q": "a"}', "no `question`"),
        ('{"question": "a"}', "none the reference answers"),
        ('{"question": "a", "question": "b", "answer": "c"}', "both hold the question"),
        ('{"question": "a", "answer": ["b"]}', "No reference answer"),
        ('{"question": "a", "answer": "\\ud800"}', "U+D800"),
        ('{"question": "a", "answer": "b", "weight": true}x', "not JSON"),
        ('{"question": "a", "answer": "b", "weight": 1e999}', "above 0"),
    ],
)
def test_a_line_with_a_fault_is_refused(fault: Fault, line: str, message: str) -> None:
    error = fault('{"question": "ok", "answer": "b"}\n' + line, "x.jsonl")
    assert message in str(error)
    assert error.line == 2
