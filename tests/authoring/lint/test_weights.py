"""Weights are compared."""

from .conftest import Lint, codes, one


def test_weights_that_differ_are_a_note_on_the_largest(lint: Lint) -> None:
    found = lint(("weight: 1", "weight: 3"))
    assert [(f.code, f.line, f.severity) for f in found] == [("C003", 8, "note")]


def test_a_weight_that_drowns_the_others_is_a_warning(lint: Lint) -> None:
    assert one(lint(("weight: 1", "weight: 11")), "C004").severity == "warning"


def test_equal_weights_are_fine_whatever_they_are(lint: Lint) -> None:
    assert codes(lint(*[("weight: 1\n", "weight: 2\n")] * 3)) == []
