"""Find words that look like typing slips of other words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from grader.text import stem

from .finding import Finding
from .page import Keys
from .spelling import names, slip, spoken
from .subject import Subject
from .words import content, every_word
from .written import Written, written

ALIKE = 0.85
FAMILIAR, SHORTEST = 2, 6
Worded = tuple[Written, tuple[str, ...]]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield likely slips in phrases, in the question and in sources."""
    every = [(it, tuple(every_word(it.phrase.replace("/", " ").replace("_", " ")))) for it in written(subject)]
    yield from _phrases(every, subject)
    for word in content(subject.rubric.question):
        if meant := slip(word, names(subject.lexicon)):
            yield _misread(word, meant, ("question",), subject)
    for number, concept in enumerate(subject.rubric.concepts):
        own = {word for it, words in every if it.concept == number for word in words}
        for word in content(concept.source):
            if meant := _unlike(word, own, spoken(subject.lexicon)) or slip(word, names(subject.lexicon)):
                yield _misread(word, meant, ("concepts", number, "source"), subject)


def _phrases(every: Iterable[Worded], subject: Subject) -> Iterator[Finding]:
    """A word that several phrases hold is meant."""
    counted = Counter(word for _, words in every for word in set(words))
    known = frozenset(word for word, count in counted.items() if count >= FAMILIAR) | spoken(subject.lexicon)
    for it, words in every:
        for word in words:
            if meant := slip(word, known):
                where = "" if word == it.phrase else f' in "{it.phrase}"'
                message = f'"{word}"{where} looks like a slip of "{meant}"'
                fix = f'write "{meant}", or add "{word}" to the lexicon'
                yield subject.finding("P002", it.keys, message, text=word, fix=fix, phrase=it.phrase)


def _unlike(word: str, own: set[str], trade: frozenset[str]) -> str | None:
    """The word that a source's word is a slip of, even if both are words of English.

    The phrases hold the other one instead, or they hold both and only the other is of the trade.
    """
    if len(word) < SHORTEST or word in trade:
        return None
    rivals = own & trade if stem(word) in set(map(stem, own)) else own
    like = [w for w in rivals if w[0] == word[0] and stem(w) != stem(word) and not word.startswith(w)]
    return next(iter(get_close_matches(word, sorted(like), n=1, cutoff=ALIKE)), None)


def _misread(word: str, meant: str, keys: Keys, subject: Subject) -> Finding:
    message = f'"{word}" looks like a slip of "{meant}"'
    return subject.finding("P003", keys, message, text=word, fix="correct the seed, then the rubric")
