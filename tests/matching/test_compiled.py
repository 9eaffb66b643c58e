"""A rubric made ready for matching."""

from grader.matching import compile_rubric
from tests.factories import make_lexicon, make_rubric


def test_a_short_source_names_a_concept_and_a_relation_does_not() -> None:
    compiled = compile_rubric(make_rubric({"a": "queue", "b": {"avoid": "lock"}}), make_lexicon())
    assert [concept.named for concept in compiled.concepts] == [True, False]


def test_all_bindings_of_a_rubric_compete() -> None:
    expects = {"a": {"bind": {"x1": "y1"}}, "b": {"all": [{"bind": {"x2": "y2"}}, "queue"]}}
    assert len(compile_rubric(make_rubric(expects), make_lexicon()).rivals) == 2
