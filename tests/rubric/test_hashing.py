"""Content hashes."""

from grader.rubric import content_hash
from tests.factories import make_rubric


def test_the_same_content_has_the_same_hash() -> None:
    assert content_hash(make_rubric({"a1": "queue"})) == content_hash(make_rubric({"a1": "queue"}))


def test_another_phrase_gives_another_hash() -> None:
    assert content_hash(make_rubric({"a1": "queue"})) != content_hash(make_rubric({"a1": "queues"}))
