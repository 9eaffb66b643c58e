"""Which thing is said of which."""

import pytest

from grader.matching import compile_rubric, match
from tests.factories import make_lexicon, make_rubric

RUBRIC = make_rubric({"own": {"bind": {"graphql": "internal"}}, "open": {"bind": {"rest": "public | partner"}}})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("GraphQL internal, REST public.", ("met", "met")),
        ("For internal use GraphQL. For partners REST.", ("met", "met")),
        ("REST for internal apps, GraphQL for public ones.", ("contradicted", "contradicted")),
        ("GraphQL is not for internal apps.", ("contradicted", "missed")),
        ("Both are fine.", ("missed", "missed")),
    ],
)
def test_a_side_belongs_to_the_nearest_other_side(answer: str, expected: tuple[str, str]) -> None:
    found = match(compile_rubric(RUBRIC, make_lexicon()), answer)
    assert tuple(concept.verdict for concept in found.concepts) == expected
