"""How alike two words look: Dice's coefficient of their pairs of letters (Adamson and Boreham, 1974)."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

SHORTEST = 3
LEAST = 0.55


class Likeness:
    """Finds, among known words, those that look like a given one."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._sizes: dict[str, int] = {}
        self._having: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST:
                self._index(word)

    def alike(self, word: str) -> dict[str, float]:
        """Return the known words that look like `word`, each with its likeness, 0.55 to 1.

        Words under three letters are alike only if they are the same. The time grows with the number of known words
        that share a pair of letters.
        """
        found = self._near(word) if len(word) >= SHORTEST else {}
        if word in self._known:
            found[word] = 1.0
        return found

    def _index(self, word: str) -> None:
        pairs = _pairs(word)
        self._sizes[word] = len(pairs)
        for pair in pairs:
            self._having.setdefault(pair, []).append(word)

    def _near(self, word: str) -> dict[str, float]:
        pairs = _pairs(word)
        shared = Counter(chain.from_iterable(self._having.get(pair, ()) for pair in pairs))
        likeness = {known: 2 * n / (len(pairs) + self._sizes[known]) for known, n in shared.items()}
        return {known: value for known, value in likeness.items() if value >= LEAST}


@lru_cache(maxsize=50_000)
def _pairs(word: str) -> frozenset[str]:
    edged = f"^{word}$"
    return frozenset(edged[i : i + 2] for i in range(len(edged) - 1))
