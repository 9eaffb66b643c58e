"""An expectation made ready for matching, and how far an answer supports or contradicts it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from grader.rubric import AllOf, AnyOf, Avoid, Bind, Expect, Prefer, phrases

from .alignment import Alignment, align
from .association import Binding, Mention, Side, bind_sides
from .candidates import Bits
from .phrase import Phrase, compile_phrase
from .reading import Reading
from .vocabulary import Vocabulary


class Finding(NamedTuple):
    """The best support for an expectation and the best contradiction of it.

    `whole` is the share of its parts that are supported (1: all of them).
    """

    support: tuple[Alignment, ...] = ()
    contra: tuple[Alignment, ...] = ()
    whole: float = 0.0

    @property
    def support_score(self) -> float:
        """How well the support is said, 0 to 1."""
        return min([a.score for a in self.support], default=0.0)

    @property
    def contra_score(self) -> float:
        """How well the contradiction is said, 0 to 1."""
        return max([a.score for a in self.contra], default=0.0)


@dataclass(frozen=True, slots=True)
class Saying:
    """Any of some phrases; `bits` is the set of their numbers."""

    phrases: tuple[Phrase, ...]
    bits: Bits


@dataclass(frozen=True, slots=True)
class Parts:
    """Several expectations, of which `at_least` must be supported; `every`: fewer are incomplete."""

    parts: tuple["Compiled", ...]
    at_least: int
    every: bool


@dataclass(frozen=True, slots=True)
class Against:
    """An expectation with its polarity turned."""

    part: "Compiled"


@dataclass(frozen=True, slots=True)
class Preference:
    """One thing over another."""

    better: Saying
    worse: Saying


Compiled = Saying | Parts | Against | Preference | Binding


def compile_expect(expect: Expect, vocabulary: Vocabulary) -> Compiled:
    """Return an expectation ready for matching."""
    match expect:
        case str():
            return _saying(expect, vocabulary)
        case AnyOf(any=parts, at_least=least):
            return Parts(_each(parts, vocabulary), least, every=False)
        case AllOf(all=parts):
            return Parts(_each(parts, vocabulary), len(parts), every=True)
        case Avoid(avoid=part):
            return Against(compile_expect(part, vocabulary))
        case Prefer(prefer=better, over=worse):
            return Preference(_saying(better, vocabulary), _saying(worse, vocabulary))
        case Bind(bind=pairs):
            return Binding(tuple((_side(left, vocabulary), _side(right, vocabulary)) for left, right in pairs.items()))
    raise TypeError(f"not an expectation: {expect!r}")


def find(compiled: Compiled, reading: Reading, lefts: tuple[Mention, ...] = ()) -> Finding:
    """Return how far an answer supports or contradicts an expectation; `lefts` are those named of all bindings."""
    match compiled:
        case Saying(bits=bits):
            return _best(bits, reading)
        case Parts():
            return _parts(compiled, [find(part, reading, lefts) for part in compiled.parts])
        case Against(part=part):
            return _turned(find(part, reading, lefts))
        case Preference():
            return _preference(find(compiled.better, reading), find(compiled.worse, reading), reading)
        case Binding():
            support, contra, whole = bind_sides(compiled, lefts, reading)
            return Finding(support, contra, whole)


def bindings(compiled: Compiled) -> Iterable[Binding]:
    """Yield the bindings within an expectation."""
    match compiled:
        case Binding():
            yield compiled
        case Parts(parts=parts):
            for part in parts:
                yield from bindings(part)
        case Against(part=part):
            yield from bindings(part)


def said_by(compiled: Compiled) -> tuple[Phrase, ...]:
    """Return all phrases of an expectation."""
    match compiled:
        case Saying(phrases=phrases):
            return phrases
        case Parts(parts=parts):
            return tuple(phrase for part in parts for phrase in said_by(part))
        case Against(part=part):
            return said_by(part)
        case Preference(better=better, worse=worse):
            return better.phrases + worse.phrases
        case _:
            return tuple(phrase for pair in compiled.pairs for side in pair for phrase in side.phrases)


def _each(parts: tuple[Expect, ...], vocabulary: Vocabulary) -> tuple[Compiled, ...]:
    return tuple(compile_expect(part, vocabulary) for part in parts)


def _saying(text: str, vocabulary: Vocabulary) -> Saying:
    compiled = (compile_phrase(phrase, vocabulary) for phrase in phrases(text))
    said = tuple(phrase for phrase in compiled if phrase.slots)
    return Saying(said, sum(1 << phrase.number for phrase in said))


def _side(text: str, vocabulary: Vocabulary) -> Side:
    said = _saying(text, vocabulary)
    return Side(said.phrases, said.bits, " | ".join(phrase.text for phrase in said.phrases))


def _best(bits: Bits, reading: Reading) -> Finding:
    """The best support and the best contradiction among some phrases, the first of those that are as good."""
    support: Alignment | None = None
    contra: Alignment | None = None
    left = reading.candidates & bits
    while left:
        lowest = left & -left
        left ^= lowest
        for found in align(reading.phrase_index.phrases[lowest.bit_length() - 1], reading):
            if found.sign > 0 and (support is None or found.score > support.score):
                support = found
                if found.score >= 1:
                    left &= reading.turned
                    if not lowest & reading.turned:
                        break
            elif found.sign < 0 and (contra is None or found.score > contra.score):
                contra = found
    whole = float(support is not None)
    return Finding(() if support is None else (support,), () if contra is None else (contra,), whole)


def _parts(parts: Parts, findings: list[Finding]) -> Finding:
    supported = sorted(
        (f for f in findings if f.support), key=lambda f: (-f.whole, -f.support_score, not f.support[0].explicit)
    )
    chosen = supported[: parts.at_least]
    support = tuple(a for f in chosen for a in f.support)
    contra = tuple(a for f in findings for a in f.contra)
    return Finding(support, contra, sum(f.whole for f in chosen) / parts.at_least)


def _turned(finding: Finding) -> Finding:
    support = tuple(a._replace(sign=1, explicit=True) for a in finding.contra if not a.indifferent)
    tolerated = tuple(a for a in finding.contra if a.indifferent)
    contra = tuple(a._replace(sign=-1, explicit=False) for a in finding.support) + tolerated
    return Finding(support, contra, 1.0 if support else 0.0)


def _preference(better: Finding, worse: Finding, reading: Reading) -> Finding:
    """A wins if it is said and B is not, or is denied; it loses the other way round."""
    if better.support and (worse.contra or not worse.support):
        return Finding(better.support, (), 1.0)
    if worse.support and (better.contra or not better.support):
        return Finding((), worse.support + better.contra, 0.0)
    if better.support and worse.support:
        return Finding(better.support, (), 0.5)
    return Finding(worse.contra, better.contra, 1.0 if worse.contra else 0.0)
