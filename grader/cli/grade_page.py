"""What `grader grade` prints: the answer with its evidence, the score, the concepts, the feedback."""

from typing import TYPE_CHECKING

from .glyphs import one_line
from .marked import STYLES, marked

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from grader.grading import CandidateGrade, ConceptGrade, Grade, JudgeRecord

LONGEST_QUOTE = 120


def grade_page(answer: str, grade: "Grade", *, colour: bool) -> tuple[object, ...]:
    """Return the parts of the page, for rich."""
    lines = (_score(grade), *_remarks(grade))
    shown = marked(answer, grade.concepts, colour=colour) if answer.strip() else "(blank)"
    return (grade.rubric, "", shown, "", *lines, _table(grade), "Feedback", _feedback(grade))


def candidate_page(grade: "CandidateGrade") -> tuple[str, ...]:
    """Return the lines that a candidate may see."""
    score = () if grade.score is None else (f"Score {grade.score:.0%}", "")
    return (*score, *(f"- {one_line(text)}" for text in grade.feedback))


def _score(grade: "Grade") -> "Text":
    from rich.text import Text

    low, high = f"{grade.score_low:.0%}", f"{grade.score_high:.0%}"
    bounds = "" if low == high else f" ({low} to {high})"
    provisional = ", provisional" if grade.provisional else ""
    style = "bold yellow" if grade.reasons else "bold"
    return Text(f"Score {grade.score:.0%}{bounds}, {grade.status}{provisional}", style=style)


def _remarks(grade: "Grade") -> tuple[str, ...]:
    open_gates = [gate.concept for gate in grade.gates if gate.state != "met"]
    beyond = [_quoted(span.text) for span in grade.beyond]
    named = {
        "A person should look": grade.reasons,
        "Required and not met": open_gates,
        "Beyond the rubric": beyond,
        "Flags": grade.flags,
    }
    told = tuple(f"{name}: {', '.join(values)}" for name, values in named.items() if values)
    return (*told, _judge(grade.judge)) if grade.judge else told


def _judge(record: "JudgeRecord") -> str:
    """Who was asked about how much, what came of it and what it cost."""
    asked = f"{len(record.asked)} concept{'s' * (len(record.asked) != 1)} asked"
    outcome = record.model or f"failed ({', '.join(record.flags)})"
    cost = "price unknown" if record.usage.cost is None else f"${record.usage.cost:.6f}"
    calls = f"{len(record.attempts)} call{'s' * (len(record.attempts) != 1)}"
    return f"Judge: {outcome}, {asked}, {calls}, {cost}"


def _table(grade: "Grade") -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("#", "Credit", "Sure"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("Verdict", no_wrap=True)
    table.add_column("Concept", overflow="fold", max_width=30)
    table.add_column("Evidence", overflow="fold")
    for number, concept in enumerate(grade.concepts, 1):
        table.add_row(*_row(number, concept))
    return table


def _row(number: int, concept: "ConceptGrade") -> "tuple[str | Text, ...]":
    from rich.text import Text

    verdict = f"{concept.verdict}, {concept.partial}" if concept.partial else concept.verdict
    verdict += "" if concept.decided_by == "matcher" else f" ({concept.decided_by})"
    evidence = " … ".join(_quoted(span.text) for span in concept.evidence)
    shown = Text(verdict.replace("_", " "), style=STYLES[concept.verdict])
    return str(number), f"{round(concept.credit, 2):g}", f"{concept.confidence:.0%}", shown, concept.id, evidence


def _feedback(grade: "Grade") -> "Table":
    from rich.table import Table

    listed = Table(box=None, show_header=False, pad_edge=False)
    listed.add_column(justify="right", no_wrap=True)
    listed.add_column(overflow="fold")
    for number, concept in enumerate(grade.concepts, 1):
        listed.add_row(str(number), one_line(concept.feedback))
    return listed


def _quoted(text: str) -> str:
    line = one_line(text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…")
    return f'"{line}"'
