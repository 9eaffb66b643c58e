"""Rules: which concepts an answer holds."""

from .calibration import SIGNALS, calibration, probability
from .compiled import CompiledRubric, compile_rubric, unasked
from .content import Content, content_of
from .coverage import cover
from .evidence import ConceptMatch, Evidence, Match, Partial, Verdict
from .expectation import said_by
from .explain import Explanation, Nearest, explain
from .fuzzy import nearest
from .matcher import Mode, match, signs_of_disputes
from .phrase import Phrase, Slot
from .quotes import Quotes
from .suspicion import suspicious

__all__ = [
    "SIGNALS",
    "CompiledRubric",
    "ConceptMatch",
    "Content",
    "Evidence",
    "Explanation",
    "Match",
    "Mode",
    "Nearest",
    "Partial",
    "Phrase",
    "Quotes",
    "Slot",
    "Verdict",
    "calibration",
    "compile_rubric",
    "content_of",
    "cover",
    "explain",
    "match",
    "nearest",
    "probability",
    "said_by",
    "signs_of_disputes",
    "suspicious",
    "unasked",
]
