"""An answer read once for a rubric: tokens, clauses, polarity, and the hits of the rubric's terms."""

from dataclasses import dataclass

from grader.text import Clauses, Tokens, divide, tokenize

from .echo import echoed
from .grader_address import addressed
from .hits import Hits, find_hits
from .negation import Scope, polarity, scopes
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """What the answer says and how: `signs` is 1 (asserted), -1 (denied) or 0 (earns nothing) for each token."""

    tokens: Tokens
    clauses: Clauses
    scopes: tuple[Scope, ...]
    signs: tuple[int, ...]
    void: dict[int, str]
    hits: Hits


def read(answer: str, question: tuple[str, ...], vocabulary: Vocabulary) -> Reading:
    """Read an answer to a question (its words) with the vocabulary of the question's rubric."""
    tokens = tokenize(answer)
    clauses = divide(tokens.words)
    denied = scopes(tokens.words, clauses)
    void = _void(tokens.words, clauses, question)
    signs = tuple(0 if i in void else sign for i, sign in enumerate(polarity(tokens.words, denied)))
    return Reading(tokens, clauses, denied, signs, void, find_hits(tokens, vocabulary))


def _void(words: tuple[str, ...], clauses: Clauses, question: tuple[str, ...]) -> dict[int, str]:
    """The tokens that earn nothing, and why."""
    asked = {i: "a question back" for i, s in enumerate(clauses.sentence) if s in clauses.questions}
    spoken = dict.fromkeys(addressed(words, clauses), "text that addresses the grader")
    repeated = dict.fromkeys(echoed(words, question), "the question's own words")
    return asked | repeated | spoken
