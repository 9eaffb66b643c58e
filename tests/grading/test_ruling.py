"""What a claim is known by, and which decision about it counts."""

import pytest

from grader.grading import Ruling, RulingKind, Span, claim_hash
from grader.grading.ruling import ruled
from tests.grading.conftest import Clock

SHARDS = Span(start=0, end=6, text="Shards")


def ruling(kind: RulingKind, text: str = "Shards") -> Ruling:
    return Ruling(
        id="rul_1", grade="grd_1", rubric="toy/a", claim=claim_hash(text), kind=kind, made=Clock()(), made_by="key_1"
    )


@pytest.mark.parametrize("same", ["i  shard the\ttables", "I shard the tables.", '"I SHARD the tables!"'])
def test_case_white_space_and_signs_around_make_no_other_claim(same: str) -> None:
    assert claim_hash(same) == claim_hash("I shard the tables")


@pytest.mark.parametrize("other", ["I shard a table", "shard", "", "I use C", "I use C++"])
def test_other_words_are_another_claim(other: str) -> None:
    texts = {"I shard the tables", "I shard a table", "shard", "", "I use C", "I use C++"}
    assert [text for text in texts if claim_hash(text) == claim_hash(other)] == [other]


def test_the_hash_does_not_hold_the_text() -> None:
    assert claim_hash("shards").startswith("sha256:")
    assert "shards" not in claim_hash("shards")


def test_the_last_decision_counts_until_it_is_undone() -> None:
    kinds: tuple[RulingKind, ...] = ("same_as", "ignored")
    (found,) = ruled((SHARDS,), map(ruling, kinds))
    assert (found.ruling, found.ignored) == (ruling("ignored"), True)
    (found,) = ruled((SHARDS,), map(ruling, (*kinds, "open")))
    assert (found.ruling, found.ignored, len(found.rulings)) == (None, False, 3)


def test_a_claim_of_which_nobody_said_anything_is_open() -> None:
    (found,) = ruled((SHARDS,), (ruling("ignored", "queues"),))
    assert (found.ruling, found.rulings, found.ignored) == (None, (), False)
