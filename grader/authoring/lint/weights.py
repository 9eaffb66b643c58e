"""Check the weights of a rubric's concepts."""

from collections.abc import Iterator

from .finding import Finding
from .subject import Subject

LOPSIDED = 10


def check(subject: Subject) -> Iterator[Finding]:
    """Yield weights that differ, and those that make other concepts count for nothing."""
    weights = [concept.weight for concept in subject.rubric.concepts]
    least, most = min(weights), max(weights)
    for number, concept in enumerate(subject.rubric.concepts):
        keys = ("concepts", number, "weight")
        if concept.weight > LOPSIDED * least:
            message = f"{concept.id} weighs {concept.weight:g}, more than ten times the least, {least:g}"
            fix = "weigh the concepts more evenly"
            yield subject.finding("C004", keys, message, text=f"{concept.weight:g}", fix=fix)
        elif concept.weight == most > least:
            message = f"{concept.id} weighs {concept.weight:g}, others down to {least:g}"
            yield subject.finding("C003", keys, message, text=f"{concept.weight:g}")
