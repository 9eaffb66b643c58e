"""An answer read once for a rubric: tokens, clauses, polarity, and the hits of the rubric's terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from grader.text import Clauses, Tokens, divide, tokenize

from .candidates import Bits, Filled, PhraseIndex
from .echo import Asked, echoed
from .grader_address import addressed
from .hits import Hits, find_hits
from .negation import Scope, polarity, scopes
from .vocabulary import Vocabulary

CLAUSE_GAP, SENTENCE_GAP = 1, 8


@dataclass(frozen=True, slots=True)
class Reader:
    """What an answer is read with: the question's words, the rubric's vocabulary and its phrases."""

    question: Asked
    vocabulary: Vocabulary
    index: PhraseIndex


class Reading(NamedTuple):
    """What the answer says and how.

    `signs` is 1 (asserted), -1 (denied) or 0 (earns nothing) for each token, `void` says why it earns nothing;
    `steps` counts tokens, with a surcharge for each clause and sentence that ends; `filled` and `candidates` are the
    phrases that the answer may hold, `turned` those that it may deny.
    """

    phrase_index: PhraseIndex
    tokens: Tokens
    clauses: Clauses
    steps: list[int]
    scopes: tuple[Scope, ...]
    signs: tuple[int, ...]
    void: dict[int, str]
    hits: Hits
    filled: Filled
    candidates: Bits
    turned: Bits


def read(answer: str, reader: Reader) -> Reading:
    """Read an answer."""
    tokens = tokenize(answer)
    clauses = divide(tokens.words)
    denied = scopes(tokens.words, clauses)
    stems = reader.vocabulary.stems(tokens.words)
    void = _void(tokens.words, clauses, echoed(stems, reader.question))
    signs = _signs(tokens.words, denied, void)
    hits = find_hits(tokens.words, stems, reader.vocabulary)
    filled = reader.index.filled(hits.terms)
    turned = reader.index.denying | reader.index.touched(_turned(hits, signs))
    candidates = reader.index.candidates(filled)
    steps = _steps(clauses)
    return Reading(reader.index, tokens, clauses, steps, denied, signs, void, hits, filled, candidates, turned)


def _steps(clauses: Clauses) -> list[int]:
    pairs = enumerate(zip(clauses.clause, clauses.sentence, strict=True))
    return [i + CLAUSE_GAP * clause + SENTENCE_GAP * sentence for i, (clause, sentence) in pairs]


def _signs(words: tuple[str, ...], denied: tuple[Scope, ...], void: dict[int, str]) -> tuple[int, ...]:
    signs = polarity(words, denied)
    for i in void:
        signs[i] = 0
    return tuple(signs)


def _void(words: tuple[str, ...], clauses: Clauses, repeated: set[int]) -> dict[int, str]:
    """The tokens that earn nothing, and why."""
    void: dict[int, str] = {}
    if clauses.questions:
        void = {i: "a question back" for i, s in enumerate(clauses.sentence) if s in clauses.questions}
    void |= dict.fromkeys(repeated, "the question's own words")
    return void | dict.fromkeys(addressed(words, clauses), "text that addresses the grader")


def _turned(hits: Hits, signs: tuple[int, ...]) -> Iterable[int]:
    """The terms that the answer says otherwise than by plain assertion."""
    if -1 not in signs and 0 not in signs:
        return hits.opposed
    terms = hits.terms.items()
    return hits.opposed.union([term for term, found in terms if any(signs[hit.first] != 1 for hit in found)])
