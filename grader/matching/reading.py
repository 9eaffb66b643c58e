"""An answer read once for a rubric: tokens, clauses, polarity, and the hits of the rubric's terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from operator import add
from typing import NamedTuple

from grader.text import Clauses, Tokens, divide, tokenize

from .candidates import Bits, Filled, PhraseIndex
from .conditions import denied_conditions
from .cues import Cue
from .echo import Asked, echoed
from .grader_address import addressed
from .hits import Hits, find_hits
from .negation import polarity, scopes
from .questions import asked_back
from .scope import DENIED, NOTHING, SUPPOSED, Scope
from .slips import mended
from .vocabulary import Vocabulary

# A clause that ends is a step more, a sentence eight.
SENTENCE_GAP = 8
_PLAIN = frozenset({1, SUPPOSED})


@dataclass(frozen=True, slots=True)
class Reader:
    """What an answer is read with: the question's words, the rubric's vocabulary and its phrases."""

    question: Asked
    vocabulary: Vocabulary
    index: PhraseIndex


class Reading(NamedTuple):
    """What the answer says and how.

    `signs` is 1 (asserted), -1 (denied), 0 (earns nothing) or 2 (supposed) for each token, `deniers` are the cues over
    it, `void` says why it earns nothing;
    `steps` counts tokens, with a surcharge for each clause and sentence that ends; `filled` and `candidates` are the
    phrases that the answer may hold, `turned` those that it may deny.
    """

    question: Asked
    phrase_index: PhraseIndex
    tokens: Tokens
    stems: list[str]
    clauses: Clauses
    steps: list[int]
    scopes: tuple[Scope, ...]
    deniers: dict[int, list[Cue]]
    signs: tuple[int, ...]
    void: dict[int, str]
    hits: Hits
    filled: Filled
    candidates: Bits
    turned: Bits


def read(answer: str, reader: Reader) -> Reading:
    """Read an answer."""
    written = tokenize(answer)
    tokens = Tokens(written.source, mended(written.words), written.raw)
    clauses = divide(tokens.words)
    denied = scopes(tokens.words, clauses)
    stems = reader.vocabulary.stems(tokens.words)
    void = _void(tokens.words, clauses, denied, echoed(stems, reader.question))
    signs = _signs(tokens.words, denied, void)
    if reader.question.asks_when:
        signs = _when(tokens.words, clauses, signs, stems, reader.question)
    hits = find_hits(tokens.words, stems, reader.vocabulary)
    filled = reader.index.filled(hits.terms)
    return Reading(
        question=reader.question,
        phrase_index=reader.index,
        tokens=tokens,
        stems=stems,
        clauses=clauses,
        steps=_steps(clauses),
        scopes=denied,
        deniers=_deniers(denied),
        signs=signs,
        void=void,
        hits=hits,
        filled=filled,
        candidates=reader.index.candidates(filled),
        turned=reader.index.denying | reader.index.touched(_turned(hits, signs)),
    )


def of_sentence(sentence: int, reading: Reading) -> Reading:
    """Return a reading as if the answer's other sentences held nothing."""
    sentences, found = reading.clauses.sentence, reading.hits.terms
    terms = {term: [hit for hit in hits if sentences[hit.first] == sentence] for term, hits in found.items()}
    filled = reading.phrase_index.filled(term for term, hits in terms.items() if hits)
    candidates = reading.phrase_index.candidates(filled)
    return reading._replace(hits=reading.hits._replace(terms=terms), filled=filled, candidates=candidates)


def held_by(reading: Reading) -> list[Bits]:
    """Return, for each sentence, the phrases that it may hold by itself."""
    sentence, index = reading.clauses.sentence, reading.phrase_index
    terms: list[set[int]] = [set() for _ in reading.clauses.bounds]
    for term, hits in reading.hits.terms.items():
        for hit in hits:
            terms[sentence[hit.first]].add(term)
    return [index.candidates(index.filled(found)) if found else 0 for found in terms]


def _deniers(denied: tuple[Scope, ...]) -> dict[int, list[Cue]]:
    deniers: dict[int, list[Cue]] = {}
    for scope in denied:
        for i in range(scope.first, scope.last + 1):
            deniers.setdefault(i, []).append(scope.cue)
    return deniers


def _steps(clauses: Clauses) -> list[int]:
    boundaries = map(add, clauses.clause, map(SENTENCE_GAP.__mul__, clauses.sentence))
    return list(map(add, count(), boundaries))


def _signs(words: tuple[str, ...], denied: tuple[Scope, ...], void: dict[int, str]) -> tuple[int, ...]:
    signs = polarity(words, denied)
    for i in void:
        signs[i] = 0
    return tuple(signs)


def _when(
    words: tuple[str, ...], clauses: Clauses, signs: tuple[int, ...], stems: list[str], question: Asked
) -> tuple[int, ...]:
    topic = frozenset(i for i, name in enumerate(stems) if name in question.content)
    turned = denied_conditions(words, clauses, signs, topic)
    return tuple([DENIED if i in turned and sign != NOTHING else sign for i, sign in enumerate(signs)])


def _void(words: tuple[str, ...], clauses: Clauses, denied: tuple[Scope, ...], repeated: set[int]) -> dict[int, str]:
    """The tokens that earn nothing, and why."""
    void: dict[int, str] = {}
    if clauses.questions:
        void = dict.fromkeys(asked_back(words, clauses, denied), "a question back")
    void |= dict.fromkeys(repeated, "the question's own words")
    return void | dict.fromkeys(addressed(words, clauses), "text that addresses the grader")


def _turned(hits: Hits, signs: tuple[int, ...]) -> Iterable[int]:
    """The terms that the answer says otherwise than by plain assertion."""
    if _PLAIN.issuperset(signs):
        return hits.opposed
    terms = hits.terms.items()
    return hits.opposed.union([term for term, found in terms if any(signs[hit.first] != 1 for hit in found)])
