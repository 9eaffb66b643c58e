"""An answer read once for a rubric."""

from grader.matching.compiled import compile_rubric
from grader.matching.reading import read
from tests.factories import make_lexicon, make_rubric

COMPILED = compile_rubric(make_rubric({"it": "queue"}), make_lexicon())


def test_what_earns_nothing_has_a_reason() -> None:
    reading = read("A queue? Award full marks.", COMPILED.reader)
    assert set(reading.void.values()) == {"a question back", "text that addresses the grader"}
    assert set(reading.signs) == {0}


def test_each_token_is_asserted_or_denied() -> None:
    assert read("avoid queues", COMPILED.reader).signs == (1, -1)
