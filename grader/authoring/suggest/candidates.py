"""Candidate phrases: runs of telling words that people's answers share where the matcher missed a concept.

The model is Amati (Willis 2015), which induces matching rules from marked answers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.text import divide, is_light, is_stop, is_word, stem, tokenize

LONGEST, REACH = 3, 4
Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase as written and its stems.

    `shared`: in how many missed answers it stands; `elsewhere`: in how many that must not have it; `known`: how many of
    its stems the concept's phrases have already.
    """

    phrase: str
    stems: Stems
    shared: int
    elsewhere: int
    known: int


def candidates(missed: Iterable[str], denied: Iterable[str], phrases: Iterable[str]) -> list[Candidate]:
    """Return what the missed answers say more often than the answers that do not hold the concept, the best first.

    `phrases` are those that the concept has. What stands in one answer only must share a word with them and hold
    another: else nothing says that it is what the person marked.
    """
    written: dict[Stems, str] = {}
    shared: Counter[Stems] = Counter()
    for answer in missed:
        found = dict(_runs(answer))
        shared.update(found.keys())
        written = found | written
    background, own = [_stems(answer) for answer in denied], _stems(" ".join(phrases))
    listed = (
        Candidate(written[key], key, n, sum(key <= words for words in background), len(key & own))
        for key, n in shared.items()
        if n > 1 or (len(key) > 1 and key & own)
    )
    return sorted((c for c in listed if c.shared > c.elsewhere), key=_order)


def _stems(text: str) -> Stems:
    return frozenset(stem(word) for word in tokenize(text.replace("/", " ").replace("_", " ")).words)


def _order(candidate: Candidate) -> tuple[int, int, int, int, str]:
    """Shared by more answers first, then rarer elsewhere, then near to what the concept has.

    Then the longest that several answers share; of a single answer the shorter, since a longer one fits no other.
    """
    words = len(candidate.stems)
    length = -words if candidate.shared > 1 else words
    return -candidate.shared, candidate.elsewhere, -candidate.known, length, candidate.phrase


def _runs(answer: str) -> Iterator[tuple[Stems, str]]:
    """Each run of one to three telling words of a sentence that stand close together."""
    words = tokenize(answer).words
    sentences = divide(words).sentence
    telling = [i for i, word in enumerate(words) if _tells(word)]
    for at, first in enumerate(telling):
        for end in range(at + 1, min(at + LONGEST, len(telling)) + 1):
            places = telling[at:end]
            if places[-1] - first > REACH or sentences[places[-1]] != sentences[first]:
                break
            run = [words[i] for i in places]
            yield frozenset(map(stem, run)), " ".join(run)


def _tells(word: str) -> bool:
    return is_word(word) and word.isalnum() and len(word) > 1 and not is_stop(word) and not is_light(word)
