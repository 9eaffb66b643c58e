"""Why the model refuses a rubric, where that can be said for each fault and not for the first alone."""

from collections.abc import Iterator

from grader.rubric import Tree

from .finding import Finding
from .page import Keys, Page

VERDICTS = ("met", "partial", "missed", "contradicted")


def explain(page: Page) -> tuple[Finding, ...]:
    """Return the faults of a rubric that the model refuses; nothing if it is refused for something else."""
    data = page.document.data
    concepts = data.get("concepts") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(concepts, list):
        return ()
    each = [concept for concept in concepts if isinstance(concept, dict)]
    return (*_untold(concepts, page), *_uneven(data, each, page))


def _untold(concepts: list[Tree], page: Page) -> Iterator[Finding]:
    for number, concept in enumerate(concepts):
        if isinstance(concept, dict):
            for name in ("feedback", "hint"):
                yield from _empty(concept.get(name), ("concepts", number, name), page)


def _empty(value: Tree, keys: Keys, page: Page) -> Iterator[Finding]:
    if value is None or not value or (isinstance(value, str) and not value.strip()):
        what = " of ".join(str(key) for key in reversed(keys[2:]))
        fix = "a question for the interviewer" if keys[-1] == "hint" else "a sentence for the candidate"
        yield page.finding("T001", keys, f"{what} is missing or empty", text=what, fix=f"write {fix}")
    elif isinstance(value, dict):
        for verdict in VERDICTS:
            yield from _empty(value.get(verdict), (*keys, verdict), page)


def _uneven(data: dict[str, Tree], concepts: list[dict[str, Tree]], page: Page) -> Iterator[Finding]:
    weights = {_number(concept.get("weight")) for concept in concepts}
    enough = data.get("enough")
    if isinstance(enough, str) and enough != "all" and len(weights) > 1:
        message = f"enough is {enough}, but the weights differ: {', '.join(f'{w:g}' for w in sorted(weights))}"
        yield page.finding("C005", ("enough",), message, text=enough, fix="remove the weights, or write enough: all")


def _number(weight: Tree) -> float:
    try:
        return float(weight) if isinstance(weight, str) else 1.0
    except ValueError:
        return 1.0
