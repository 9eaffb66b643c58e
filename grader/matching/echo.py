"""Find the question repeated in the answer: its own words earn nothing."""

from grader.text import is_stop, is_word, stem

_SHORTEST = 3
_SHARE = 0.75


def echoed(words: tuple[str, ...], question: tuple[str, ...]) -> set[int]:
    """Return the places of an answer's tokens that repeat most of a question, word after word."""
    asked = [stem(word) for word in question if is_word(word)]
    if len(asked) < _SHORTEST:
        return set()
    places = [i for i, word in enumerate(words) if is_word(word)]
    stems = [stem(words[i]) for i in places]
    starts = [at for at, name in enumerate(stems) if name == asked[0] or name in asked[:3]]
    found: set[int] = set()
    for at in starts[:200]:
        length = _run(stems, at, asked)
        if length >= max(_SHORTEST, _SHARE * len(asked)) and _content(stems[at : at + length]):
            found.update(range(places[at], places[at + length - 1] + 1))
    return found


def _run(stems: list[str], at: int, asked: list[str]) -> int:
    """How many words from `at` on follow the question's words in order, leaving out at most one at a time."""
    position, length = 0, 0
    while at + length < len(stems) and position < len(asked):
        ahead = asked[position : position + 2]
        if stems[at + length] not in ahead:
            break
        position += ahead.index(stems[at + length]) + 1
        length += 1
    return length


def _content(stems: list[str]) -> bool:
    return any(not is_stop(name) for name in stems)
