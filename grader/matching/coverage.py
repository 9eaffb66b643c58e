"""How much of a reference an answer covers: for rubrics with continuous credit, where no phrases were written.

Coverage of a concept is the weighted share of its words that the answer holds, as the same stem or one that looks
alike, taken to the power .75: the first words found say more than the last. More words never lower it.
"""

from dataclasses import dataclass
from itertools import pairwise

from grader.text import Clauses, Tokens, divide, is_stop, is_word, stem, tokenize

from .content import Content, Weights, denies, name_of
from .echo import echoed
from .evidence import ConceptMatch, Evidence, Partial, Verdict

CURVE = 0.75
MET, PARTIAL = 0.75, 0.35
TURNED = 0.6
CONFIDENCE = ((0.0, 0.75), (0.2, 0.5), (0.5, 0.15), (0.7, 0.25), (0.8, 0.75), (1.0, 0.95))
SPAN_GAP = 5


@dataclass(frozen=True, slots=True)
class Found:
    """How alike the answer's best word for a stem is, 0 to 1, and that word's place."""

    likeness: float
    place: int


def cover(content: Content, names: tuple[str, ...], answer: str) -> tuple[ConceptMatch, ...]:
    """Return for each concept, called by `names`, how much of it an answer covers. A plain function; no I/O."""
    tokens = tokenize(answer)
    found = _find(content, tokens)
    clauses = divide(tokens.words)
    pairs = zip(names, content.concepts, strict=True)
    return tuple(_concept(name, weights, found, tokens, clauses, answer) for name, weights in pairs)


def verdict(coverage: float) -> tuple[Verdict, Partial | None]:
    """Return what to call a coverage; the credit stays the coverage itself."""
    if coverage >= MET:
        return "met", None
    return ("partial", "incomplete") if coverage >= PARTIAL else ("missed", None)


def _find(content: Content, tokens: Tokens) -> dict[str, Found]:
    """For each stem of the reference, the most alike word of the answer: the first of equals."""
    void = echoed([stem(word) if is_word(word) else "" for word in tokens.words], content.question)
    places: dict[str, int] = {}
    for place, word in enumerate(tokens.words):
        if is_word(word) and place not in void:
            places.setdefault(name_of(word), place)
    found: dict[str, Found] = {}
    for said, place in places.items():
        for known, likeness in content.likeness.alike(said).items():
            if known not in found or likeness > found[known].likeness:
                found[known] = Found(likeness, place)
    return found


def _concept(
    name: str, weights: Weights, found: dict[str, Found], tokens: Tokens, clauses: Clauses, answer: str
) -> ConceptMatch:
    held = sum(weight * found[known].likeness for known, weight in weights.items() if known in found)
    coverage = round(min(1.0, held / (sum(weights.values()) or 1.0)) ** CURVE, 4)
    places = sorted({found[known].place for known in weights if known in found})
    content = [place for place in places if not is_stop(tokens.words[place])]
    spans = _spans(content or places, clauses)
    evidence = tuple(Evidence(*span, answer[slice(*span)]) for span in (tokens.span(*pair) for pair in spans))
    turned = bool(places) and denies(weights) != denies(_around(places, tokens, clauses))
    return ConceptMatch(name, *verdict(coverage), coverage, confidence(coverage, turned=turned), evidence)


def _around(places: list[int], tokens: Tokens, clauses: Clauses) -> list[str]:
    """The words of the sentences that some places are in."""
    sentences = {clauses.sentence[place] for place in places}
    return [word for word, sentence in zip(tokens.words, clauses.sentence, strict=True) if sentence in sentences]


def _spans(places: list[int], clauses: Clauses) -> list[tuple[int, int]]:
    """Join places that are near each other in a sentence."""
    spans: list[tuple[int, int]] = []
    for place in places:
        near = spans and place - spans[-1][1] <= SPAN_GAP
        if near and clauses.sentence[place] == clauses.sentence[spans[-1][1]]:
            spans[-1] = (spans[-1][0], place)
        else:
            spans.append((place, place))
    return spans


def confidence(coverage: float, *, turned: bool = False) -> float:
    """Return the probability that the verdict is right; `turned`: only one of reference and answer denies something.

    Straight lines between shares counted on four public sets of short answers: what is covered to four fifths is right,
    little coverage may be a paraphrase, and the middle is anything.
    """
    value = next(_between(a, b, coverage) for a, b in pairwise(CONFIDENCE) if coverage <= b[0])
    return min(value, TURNED) if turned and coverage >= PARTIAL else value


def _between(low: tuple[float, float], high: tuple[float, float], coverage: float) -> float:
    share = (coverage - low[0]) / (high[0] - low[0])
    return round(low[1] + share * (high[1] - low[1]), 4)
