"""Check that the concepts cover the seed's reference, and that each says more than the question."""

from collections.abc import Iterator
from itertools import groupby

from grader.text import is_light, is_stop, is_word, tokenize

from .finding import Finding
from .subject import Subject
from .words import content, plain, stems


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the words of the reference that no source covers, and what says no more than the question."""
    if subject.asked is not None:
        for piece in _uncovered(plain(subject.asked.reference), subject):
            yield _finding(piece, subject)
    for number, concept in enumerate(subject.rubric.concepts):
        if content(concept.source) and _vacuous(concept.source, subject):
            message = f'"{concept.source}" says no more than the question'
            fix = "drop the concept, or waive this with a reason"
            yield subject.finding("C001", ("concepts", number, "source"), message, text=concept.source, fix=fix)


def _finding(piece: str, subject: Subject) -> Finding:
    if _vacuous(piece, subject):
        message = f'the seed\'s "{piece}" says no more than the question, and no concept covers it'
        return subject.finding("C001", ("source",), message, text=piece, fix="waive this in the rubric with a reason")
    message = f'no concept covers the seed\'s "{piece}"'
    fix = "add a concept, or lengthen the source of the one that covers it"
    return subject.finding("S001", ("source",), message, text=piece, fix=fix)


def _vacuous(text: str, subject: Subject) -> bool:
    return stems(text) <= stems(subject.rubric.question)


def _uncovered(reference: str, subject: Subject) -> Iterator[str]:
    """Yield the stretches of the reference, within punctuation, that no source covers."""
    tokens = tokenize(reference)
    covered = _covered(reference, subject)
    spans = [tokens.span(i, i) for i in range(len(tokens.words))]
    open_words = [is_word(w) and span[0] not in covered for w, span in zip(tokens.words, spans, strict=True)]
    for is_open, group in groupby(range(len(spans)), lambda i: open_words[i]):
        places = [i for i in group if is_open]
        told = [i for i in places if not is_stop(tokens.words[i])]
        if any(not is_light(tokens.words[i]) for i in told):
            yield reference[spans[told[0]][0] : spans[told[-1]][1]]


def _covered(reference: str, subject: Subject) -> set[int]:
    covered: set[int] = set()
    folded = reference.lower()
    for concept in subject.rubric.concepts:
        source = plain(concept.source).lower()
        at = folded.find(source)
        while at >= 0:
            covered.update(range(at, at + len(source)))
            at = folded.find(source, at + 1)
    return covered
