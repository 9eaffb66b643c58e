"""Rubrics built from a seed's questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.authoring import build_rubric
from grader.errors import SeedError
from grader.matching import compile_rubric, match
from grader.rubric import EMPTY, Rubric, SeedQuestion, content_hash, parse_seed


def question(line: str) -> SeedQuestion:
    return parse_seed(f"- {line}".encode(), path="field.md").questions[0]


def built(line: str) -> Rubric:
    return build_rubric(question(line), seed_id="field", lexicon=EMPTY)


FIELDS = [
    "how to make a page accessible? semantic elements, alt texts for images, avoid color as the only signal",
    "how to speed up a slow query? use an index, prefer joins over subqueries, avoid select star",
    "what is osmosis? water that moves through a membrane, a good example is a raisin that swells in water",
    "flexbox vs grid? flexbox for a single row, grid for whole pages",
    "How do plants feed? Chlorophyll absorbs light in the leaves. The plant makes sugar from water and carbon dioxide.",
]


@pytest.mark.parametrize("line", FIELDS)
def test_the_reference_itself_meets_what_was_built_from_it(line: str) -> None:
    compiled = compile_rubric(built(line), EMPTY)
    found = match(compiled, question(line).reference).concepts
    assert {concept.verdict for concept in found} == {"met"}


@pytest.mark.parametrize("line", FIELDS)
def test_nothing_that_is_built_is_met_by_the_question_or_by_a_hint(line: str) -> None:
    rubric = built(line)
    compiled = compile_rubric(rubric, EMPTY)
    assert all(found.verdict == "missed" for found in match(compiled, rubric.question).concepts)
    for at, concept in enumerate(rubric.concepts):
        assert match(compiled, concept.hint, mode="notes").concepts[at].verdict == "missed"


def test_hints_differ() -> None:
    hints = [concept.hint for concept in built("how? avoid joins, avoid views, an index, a cache").concepts]
    assert len(set(hints)) == 4


def test_a_rubric_knows_its_line_and_its_own_hash() -> None:
    rubric = built(FIELDS[0])
    assert rubric.source is not None
    assert (rubric.id, rubric.source.line) == ("field/how-to-make-a-page-accessible", 1)
    assert rubric.generated == content_hash(rubric)
    assert rubric == built(FIELDS[0])


def test_a_reference_of_too_many_points_is_refused_with_its_line() -> None:
    with pytest.raises(SeedError, match=r"field:1: The reference has 60 points; a rubric holds 50"):
        built("how? " + ", ".join(f"topic{n}" for n in range(60)))


@pytest.mark.parametrize("reference", ["prefer ;:-", "avoid -, use a cache", "prefer - over a"])
def test_a_construct_with_nothing_in_it_is_no_construct(reference: str) -> None:
    assert built(f"how to b? {reference}").concepts


WORDS = st.sampled_from(
    [*"Cx/|(),.;:-'", "use ", "avoid ", "prefer ", " over ", "a ", "b/c ", " for ", " and ", "like ", "é "]
)


@given(st.sampled_from(["what is a", "a vs b", "how to b"]), st.lists(WORDS, min_size=1, max_size=40).map("".join))
def test_any_reference_gives_a_rubric(asked: str, reference: str) -> None:
    if any(map(str.isalnum, reference)):
        assert built(f"{asked}? {reference}").concepts
