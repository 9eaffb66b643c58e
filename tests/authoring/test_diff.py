"""What changed between two versions of a rubric."""

from typing import Any

import pytest

from grader.authoring import Change, diff, renamed
from grader.rubric import Rubric

QUEUES: dict[str, Any] = {
    "id": "queues",
    "source": "use queues",
    "expect": "queue | buffer",
    "feedback": {"met": "m", "partial": "p", "missed": "x", "contradicted": "c"},
    "hint": "A spike?",
}
CACHE = QUEUES | {"id": "cache", "source": "cache", "expect": {"any": ["cache", {"avoid": "recompute"}]}}


def rubric(*concepts: dict[str, Any], **fields: Any) -> Rubric:
    return Rubric.model_validate({"id": "toy/how", "question": "How?", "concepts": concepts, **fields})


OLD = rubric(QUEUES, CACHE)


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (rubric(QUEUES), Change("cache", "removed", "cache")),
        (rubric(QUEUES, CACHE, CACHE | {"id": "new", "source": "new"}), Change("new", "added", None, "new")),
        (rubric(QUEUES, CACHE | {"id": "caching"}), Change("caching", "renamed", "cache", "caching")),
        (rubric(QUEUES | {"weight": 2}, CACHE), Change("queues", "weight", "1", "2")),
        (rubric(QUEUES | {"source": "queues"}, CACHE), Change("queues", "source", "use queues", "queues")),
        (rubric(QUEUES | {"hint": "And?"}, CACHE), Change("queues", "hint", "A spike?", "And?")),
        (rubric(QUEUES | {"direct": "Where to?"}, CACHE), Change("queues", "direct", None, "Where to?")),
        (rubric(QUEUES | {"required": True}, CACHE), Change("queues", "required", "False", "True")),
        (rubric(QUEUES | {"expect": "buffer"}, CACHE), Change("queues", "phrase removed", "queue")),
        (rubric(QUEUES | {"expect": "queue | buffer | mq"}, CACHE), Change("queues", "phrase added", None, "mq")),
        (rubric(QUEUES | {"partly": "line"}, CACHE), Change("queues", "partly added", None, "line")),
        (rubric(QUEUES, CACHE | {"expect": "cache | recompute"}), Change("cache", "phrases regrouped")),
        (rubric(QUEUES, CACHE, enough=1), Change(None, "enough", "all", "1")),
        (rubric(QUEUES, CACHE, question="How so?"), Change(None, "question", "How?", "How so?")),
        (
            rubric(QUEUES | {"feedback": QUEUES["feedback"] | {"missed": "y"}}, CACHE),
            Change("queues", "feedback for missed", "x", "y"),
        ),
    ],
)
def test_each_change_is_named(new: Rubric, change: Change) -> None:
    assert diff(OLD, new) == (change,)


def test_the_same_and_another_order_are_no_change() -> None:
    assert diff(OLD, rubric(CACHE, QUEUES | {"expect": "buffer | queue"})) == (Change("queues", "phrases regrouped"),)
    assert diff(OLD, rubric(CACHE, QUEUES)) == ()


def test_two_concepts_never_become_one() -> None:
    old = rubric(QUEUES | {"id": "a"}, QUEUES | {"id": "b"})
    assert renamed(old, rubric(QUEUES | {"id": "c"})) == {"a": "c"}
