"""How near an answer comes to a concept it does not meet."""

from .expectation import Against, Compiled, Parts, Preference, Saying
from .phrase import Phrase
from .reading import Reading


def nearness(compiled: Compiled, reading: Reading) -> float:
    """Return the largest share of a phrase's slots that the answer fills, wherever they stand."""
    return max((_share(phrase, reading) for phrase in said_by(compiled)), default=0.0)


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
            return tuple(phrase for pair in compiled.pairs for side in pair for phrase in side)


def _share(phrase: Phrase, reading: Reading) -> float:
    terms = reading.hits.terms
    filled = sum(any(term in terms for term in slot.terms) for slot in phrase.slots)
    return filled / len(phrase.slots)
