"""How far a denial reaches."""

import pytest

from grader.matching.cues import find_cues
from grader.matching.reach import ahead, to_partner
from grader.text import divide, tokenize


def denied(text: str) -> str:
    words = tokenize(text).words
    clauses = divide(words)
    cue = find_cues(words)[0]
    reach = to_partner if cue.section in ("parted", "replaced") else ahead
    return " ".join(" ".join(words[s.first : s.last + 1]) for s in reach(cue, words, clauses))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not locks, queues", "locks"),
        ("not locks, queues or caches", "locks , queues or caches"),
        ("never locks, queues, caches", "locks , queues , caches"),
        ("I don't lock, cache or index", "lock , cache or index"),
        ("not when the flow is complex, else yes", "when the flow is complex"),
        ("instead of locks I use queues", "locks"),
        ("no locks and no queues", "locks"),
        ("replace locks by queues", "locks"),
        ("keep the locks out", "the locks"),
    ],
)
def test_a_denial_reaches_over_its_list(text: str, said: str) -> None:
    assert denied(text) == said


def test_a_pair_whose_second_word_does_not_come_denies_nothing() -> None:
    assert denied("keep the locks") == ""
