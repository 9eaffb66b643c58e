"""Rules: which concepts an answer holds."""

from .compiled import CompiledRubric, compile_rubric
from .evidence import ConceptMatch, Evidence, Match, Partial, Verdict
from .explain import Explanation, Nearest, explain
from .matcher import Mode, match

__all__ = [
    "CompiledRubric",
    "ConceptMatch",
    "Evidence",
    "Explanation",
    "Match",
    "Mode",
    "Nearest",
    "Partial",
    "Verdict",
    "compile_rubric",
    "explain",
    "match",
]
