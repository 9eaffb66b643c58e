"""Check phrases against each other: those in two concepts, superfluous ones, ones that cannot be said, too many."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from grader.matching import Phrase, Slot

from .finding import Finding
from .subject import Subject
from .written import Written, written

MOST, MOST_COMPARED = 150, 500
Shape = frozenset[tuple[frozenset[int], int]]


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with phrases beside other phrases."""
    every = list(written(subject))
    yield from _unsayable(every, subject)
    yield from _in_two_concepts(every, subject)
    yield from _superfluous(every, subject)
    yield from _too_many(every, subject)


def _unsayable(every: list[Written], subject: Subject) -> Iterator[Finding]:
    for it in every:
        if it.phrase not in subject.sayings:
            message = f'no answer can say "{it.phrase}": it has function words only'
            yield _at(it, "P004", message, "add a telling word", subject)


def _in_two_concepts(every: list[Written], subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[Shape, bool], Written] = {}
    for it in every:
        phrase = subject.sayings.get(it.phrase)
        if phrase is None or not it.alone:
            continue
        other = first.setdefault((_shape(phrase), "avoid" in it.forms), it)
        if other.concept != it.concept:
            name = subject.rubric.concepts[other.concept].id
            message = f'"{it.phrase}" meets {name} too, there as "{other.phrase}"'
            yield _at(it, "P001", message, "keep it in the concept it says", subject)


def _superfluous(every: list[Written], subject: Subject) -> Iterator[Finding]:
    """A phrase is superfluous beside one that asks for no word more than it does."""
    values: dict[tuple[str | int, ...], list[Written]] = defaultdict(list)
    for it in every:
        if it.phrase in subject.sayings:
            values[it.keys].append(it)
    for group in values.values():
        by_term = _by_rarest_term(group, subject)
        for it in group:
            if other := _wider(it, by_term, subject):
                message = f'"{it.phrase}" adds nothing to "{other.phrase}"'
                yield _at(it, "P005", message, "remove it", subject)


def _by_rarest_term(group: list[Written], subject: Subject) -> dict[int, list[Written]]:
    """Each phrase under the terms of that of its slots which the fewest phrases share: few are to be compared."""
    slots = {it.phrase: subject.sayings[it.phrase].slots for it in group}
    counts = Counter(term for each in slots.values() for slot in each for term in slot.terms)
    found: dict[int, list[Written]] = defaultdict(list)
    for it in group:
        for term in min(slots[it.phrase], key=lambda slot: sum(counts[term] for term in slot.terms)).terms:
            found[term].append(it)
    return found


def _wider(it: Written, by_term: dict[int, list[Written]], subject: Subject) -> Written | None:
    phrase = subject.sayings[it.phrase]
    near = (other for slot in phrase.slots for other in by_term.get(slot.terms[0], ()) if other is not it)
    return next(
        (other for other in islice(near, MOST_COMPARED) if _covers(subject.sayings[other.phrase], phrase, other, it)),
        None,
    )


def _covers(wide: Phrase, narrow: Phrase, other: Written, it: Written) -> bool:
    if wide is narrow or _shape(wide) == _shape(narrow):
        return other.phrase < it.phrase
    # Of four words and more one may be missing: only of fewer must all be there.
    return len(narrow.slots) < 4 and all(any(_within(n, w) for n in narrow.slots) for w in wide.slots)


def _within(narrow: Slot, wide: Slot) -> bool:
    return narrow.sign == wide.sign and set(narrow.terms) <= set(wide.terms)


def _too_many(every: list[Written], subject: Subject) -> Iterator[Finding]:
    for number, name in subject.concepts():
        count = sum(it.concept == number for it in every)
        if count > MOST:
            message = f"{name} has {count} phrases, more than {MOST}"
            fix = "join phrases with `a/b`, or move synonyms to the lexicon"
            yield subject.finding("P006", ("concepts", number, "expect"), message, text=str(count), fix=fix)


def _shape(phrase: Phrase) -> Shape:
    return frozenset((frozenset(slot.terms), slot.sign) for slot in phrase.slots)


def _at(it: Written, code: str, message: str, fix: str, subject: Subject) -> Finding:
    return subject.finding(code, it.keys, message, text=it.phrase, fix=fix, phrase=it.phrase)
