"""Prose cut into clauses."""

from grader.authoring.builder.clauses import clauses


def test_two_clauses_that_each_say_something_are_two() -> None:
    text = "The mitochondrion produces energy, and the nucleus holds the genes"
    assert clauses(text) == ("The mitochondrion produces energy", "the nucleus holds the genes")


def test_a_remark_within_a_clause_does_not_cut_it() -> None:
    text = "Chlorophyll, a green pigment, converts light into chemical energy"
    assert clauses(text) == (text,)


def test_a_list_of_advice_is_cut_as_a_list() -> None:
    assert clauses("Use an index, avoid full scans") == ("Use an index", "avoid full scans")
