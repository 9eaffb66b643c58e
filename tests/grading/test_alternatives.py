"""Alternatives: the best counts."""

from grader.authoring import rubric_of_reference
from grader.grading import grade_best, prepare

QUESTION = "How do you make a service faster?"
CACHE, INDEX = (prepare(rubric_of_reference(QUESTION, text)) for text in ("Cache results.", "Create indexes."))


def test_the_alternative_that_scores_highest_counts() -> None:
    assert grade_best((CACHE, INDEX), "Indexes, I create them.").rubric_hash == INDEX.rubric_hash
    assert grade_best((CACHE, INDEX), "I would cache the results.").score == 1.0


def test_the_first_of_equals_counts() -> None:
    assert grade_best((CACHE, INDEX), "No idea.").rubric_hash == CACHE.rubric_hash


def test_the_id_follows_from_the_content_and_carries_the_clients_own() -> None:
    first, again = (grade_best((CACHE,), "Caching.", external_id="a", candidate="c") for _ in range(2))
    assert first == again
    assert (first.external_id, first.candidate) == ("a", "c")
    assert first.id != grade_best((CACHE, INDEX), "Caching.", external_id="a", candidate="c").id
