"""An expectation made ready for matching, and how far an answer supports or contradicts it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from grader.rubric import AllOf, AnyOf, Avoid, Bind, Expect, Prefer, phrases

from .alignment import Alignment, align
from .association import Binding, bind_sides
from .phrase import Phrase, compile_phrase
from .reading import Reading
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Finding:
    """The best support for an expectation and the best contradiction of it.

    `whole` is the share of its parts that are supported (1: all of them).
    """

    support: tuple[Alignment, ...] = ()
    contra: tuple[Alignment, ...] = ()
    whole: float = 0.0
    void: tuple[Alignment, ...] = ()

    @property
    def support_score(self) -> float:
        """How well the support is said, 0 to 1."""
        return min((a.score for a in self.support), default=0.0)

    @property
    def contra_score(self) -> float:
        """How well the contradiction is said, 0 to 1."""
        return max((a.score for a in self.contra), default=0.0)


@dataclass(frozen=True, slots=True)
class Saying:
    """Any of some phrases."""

    phrases: tuple[Phrase, ...]


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
            sides = [(_saying(left, vocabulary), _saying(right, vocabulary)) for left, right in pairs.items()]
            return Binding(tuple((left.phrases, right.phrases) for left, right in sides))
    raise TypeError(f"not an expectation: {expect!r}")


def find(compiled: Compiled, reading: Reading, rivals: tuple[Binding, ...] = ()) -> Finding:
    """Return how far an answer supports or contradicts an expectation; `rivals` are all bindings of the rubric."""
    match compiled:
        case Saying(phrases=alternatives):
            return _best(a for phrase in alternatives for a in align(phrase, reading))
        case Parts():
            return _parts(compiled, [find(part, reading, rivals) for part in compiled.parts])
        case Against(part=part):
            return _turned(find(part, reading, rivals))
        case Preference():
            return _preference(find(compiled.better, reading), find(compiled.worse, reading), reading)
        case Binding():
            support, contra, whole = bind_sides(compiled, rivals, reading)
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


def _each(parts: tuple[Expect, ...], vocabulary: Vocabulary) -> tuple[Compiled, ...]:
    return tuple(compile_expect(part, vocabulary) for part in parts)


def _saying(text: str, vocabulary: Vocabulary) -> Saying:
    compiled = (compile_phrase(phrase, vocabulary) for phrase in phrases(text))
    return Saying(tuple(phrase for phrase in compiled if phrase.slots))


def _best(alignments: Iterable[Alignment]) -> Finding:
    best: dict[int, Alignment] = {}
    for found in alignments:
        if found.sign not in best or found.score > best[found.sign].score:
            best[found.sign] = found
    support, contra, void = ((best[sign],) if sign in best else () for sign in (1, -1, 0))
    return Finding(support, contra, 1.0 if support else 0.0, void)


def _parts(parts: Parts, findings: list[Finding]) -> Finding:
    supported = sorted((f for f in findings if f.support), key=lambda f: (-f.whole, -f.support_score))
    chosen = supported[: parts.at_least]
    support = tuple(a for f in chosen for a in f.support)
    contra = tuple(a for f in findings for a in f.contra)
    whole = sum(f.whole for f in chosen) / parts.at_least
    void = tuple(a for f in findings for a in f.void)
    return Finding(support, contra, whole, void)


def _turned(finding: Finding) -> Finding:
    support = tuple(replace(a, sign=1, explicit=True) for a in finding.contra)
    contra = tuple(replace(a, sign=-1, explicit=False) for a in finding.support)
    return Finding(support, contra, 1.0 if support else 0.0, finding.void)


def _preference(better: Finding, worse: Finding, reading: Reading) -> Finding:
    """A wins if it is said and B is not, or is denied; it loses the other way round."""
    if better.support and (worse.contra or not worse.support):
        return Finding(better.support, (), 1.0)
    if worse.support and (better.contra or not better.support):
        return Finding((), worse.support + better.contra, 0.0)
    if better.support and worse.support:
        return Finding(better.support, (), 0.5)
    return Finding(worse.contra, better.contra, 1.0 if worse.contra else 0.0)
