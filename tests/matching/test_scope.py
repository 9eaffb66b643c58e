"""The part of an answer that a cue denies."""

from grader.matching.cues import Cue
from grader.matching.scope import Scope, clause_of
from grader.text import divide, tokenize


def test_a_clause_is_found_from_any_of_its_tokens() -> None:
    clauses = divide(tokenize("we cache, but we never retry").words)
    assert clause_of(1, clauses) == (0, 2)
    assert clause_of(5, clauses) == (3, 6)


def test_a_verdict_is_told_from_a_denial_ahead() -> None:
    assert Scope(Cue("predicate", 2, 2), 0, 1).is_verdict
    assert not Scope(Cue("forward", 0, 0), 1, 2).is_verdict
