"""Text of strangers on a page: marked where it is evidence, visible where it hides."""

import pytest

from grader.grading import ConceptGrade, Span
from grader.web.marks import Piece, pieces, visible


def concept(*spans: tuple[int, int]) -> ConceptGrade:
    evidence = tuple(Span(start=start, end=end, text="") for start, end in spans)
    return ConceptGrade(
        id="one", source="one", verdict="met", partial=None, credit=1, weight=1, confidence=1,
        decided_by="matcher", evidence=evidence, feedback="",
    )  # fmt: skip


def test_evidence_is_cut_out_with_the_places_of_its_concepts() -> None:
    found = pieces("abcdef", [concept((0, 3)), concept((2, 5))])
    assert found == [Piece("ab", (1,)), Piece("c", (1, 2)), Piece("de", (2,)), Piece("f")]


def test_pieces_put_together_are_the_answer() -> None:
    assert "".join(piece.text for piece in pieces("x\ny z", [concept((1, 3))])) == "x\ny z"
    assert pieces("", []) == []


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\u2066", "\ufeff", "\x1b", "\u00ad", "\U000e0041"])
def test_what_is_invisible_is_shown_as_its_code_point(hidden: str) -> None:
    assert visible(f"a{hidden}b") == f"a[U+{ord(hidden):04X}]b"


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "naïve\tcafé\n", "日本 🙂"])
def test_what_is_visible_stays(text: str) -> None:
    assert visible(text) == text
