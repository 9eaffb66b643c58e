"""What `grader evaluate` prints: the figures with their intervals, and where grades and labels differ."""

from typing import TYPE_CHECKING

from .glyphs import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table

    from grader.evaluation import Agreement, Cover, Disagreement, Estimate, Oracle, Report

NAMES = {
    "accuracy": "verdicts that agree",
    "kappa": "Cohen's kappa",
    "macro_f1": "macro F1, four verdicts",
    "met_f1": "met, F1",
    "met_precision": "met, precision",
    "met_recall": "met, recall",
    "contradicted_as_met": "contradicted taken for met",
    "missed_as_met": "missed taken for met",
    "brier": "Brier score",
    "ece": "calibration error (ECE)",
    "error_at_75": "disagreement of the surest 75%",
    "pearson": "Pearson's r",
    "rmse": "root mean squared error",
    "mae": "mean absolute error",
    "bias": "mean of score minus label",
    "qwk": "quadratic weighted kappa",
    "length_with_label": "r of label and answer's length",
    "length_with_score": "r of score and answer's length",
}
MOST_LISTED = 10
LONGEST_QUOTE = 200
LONGEST_NAME = 40


def evaluate_page(report: "Report") -> tuple[object, ...]:
    """Return the parts of the page, for rich."""
    return tuple(_parts(report))


def _parts(report: "Report") -> "Iterator[object]":
    rows = f"Agreement with the labels of {_several(report.whole.rows, 'answer')}"
    yield rows + (f"; {_several(len(report.failed), 'line')} failed" if report.failed else "")
    for figures in (report.whole.verdicts, report.whole.scores):
        if any(estimate.n for estimate in figures.values()):
            yield _figures(figures)
    if report.groups:
        yield _groups(report.groups, report.asked.by or "")
    if any(map(sum, report.confusion)):
        yield from ("Labelled (down) and given (across)", _confusion(report.confusion))
        yield from ("Disagreement of the surest verdicts", _coverage(report))
        if report.oracle is not None:
            yield from ("With a judge that is always right (an upper bound)", _oracle(report.oracle))
        yield from _concepts(report)
    if report.worst:
        yield "Largest disagreements"
        yield from (line for item in report.worst for line in _worst(item))


def _several(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def _figures(figures: "dict[str, Estimate]") -> "Table":
    table = _table("", "Value", "95% interval", "n", left=1)
    for name, estimate in figures.items():
        table.add_row(NAMES[name], number(estimate.value), interval(estimate), str(estimate.n))
    return table


def number(value: float | None) -> str:
    """Return a figure with three digits; a dash for one that is not defined."""
    return "-" if value is None else f"{value:.3f}"


def interval(estimate: "Estimate") -> str:
    """Return the bounds of an estimate."""
    return "" if estimate.low is None else f"{number(estimate.low)} to {number(estimate.high)}"


def _groups(groups: "dict[str, Agreement]", by: str) -> "Table":
    table = _table(by.capitalize(), "Answers", "Agree", "Met F1", "Contrad. as met", "r", "MAE", left=1)
    for name, found in groups.items():
        verdicts, scores = found.verdicts, found.scores
        told = [verdicts[key] for key in ("accuracy", "met_f1", "contradicted_as_met")]
        told += [scores[key] for key in ("pearson", "mae")]
        table.add_row(_short(name), str(found.rows), *(number(estimate.value) for estimate in told))
    return table


def _confusion(rows: "Sequence[Sequence[int]]") -> "Table":
    from grader.evaluation import VERDICTS

    table = _table("", *VERDICTS, left=1)
    for verdict, row in zip(VERDICTS, rows, strict=True):
        table.add_row(verdict, *map(str, row))
    return table


def _coverage(report: "Report") -> "Table":
    table = _table("Coverage", "Confidence from", "Disagree", "n")
    for cover in dict.fromkeys(_reaching(report.coverage, share) for share in (0.25, 0.5, 0.75, 1)):
        table.add_row(f"{cover.coverage:.0%}", f"{cover.threshold:.0%}", f"{cover.error:.1%}", str(cover.n))
    return table


def _oracle(oracle: "Oracle") -> "Table":
    table = _table("Asked", "Confidence below", "Agree after", left=0)
    for routed in oracle.curve[:: max(1, len(oracle.curve) // MOST_LISTED)]:
        table.add_row(f"{routed.asked:.0%}", f"{routed.threshold:.0%}", f"{routed.accuracy:.1%}")
    if oracle.now is not None:
        table.add_section()
        table.add_row(f"{oracle.now.asked:.0%} now", f"{oracle.now.threshold:.0%}", f"{oracle.now.accuracy:.1%}")
    return table


def _reaching(covers: "Sequence[Cover]", share: float) -> "Cover":
    return next(cover for cover in covers if cover.coverage >= share)


def _concepts(report: "Report") -> "Iterator[object]":
    listed = [concept for concept in report.concepts if concept.accuracy < 1][:MOST_LISTED]
    table = _table("Concept", "Question", "n", "Agree", "Too high", "Too low", left=2)
    for concept in listed:
        counts = str(concept.n), f"{concept.accuracy:.0%}", str(concept.too_high), str(concept.too_low)
        table.add_row(_short(concept.concept), _short(concept.question.rpartition("/")[2]), *counts)
    if listed:
        yield from ("Concepts that agree least", table)


def _short(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= LONGEST_NAME else line[:LONGEST_NAME] + "…"


def _worst(item: "Disagreement") -> "Iterator[str]":
    about = f" {item.concept}:" if item.concept else ""
    sure = f" ({item.confidence:.0%} sure)" if item.confidence is not None else ""
    yield ""
    place = f"{item.path}:{item.line}  {item.question}"
    yield one_line(place)
    yield one_line(f"  {about} labelled {_told(item.labelled)}, given {_told(item.given)}{sure}".replace("   ", "  "))
    yield f'    answer    "{_quote(item.answer)}"'
    if item.evidence:
        yield "    evidence  " + " … ".join(f'"{_quote(span.text)}"' for span in item.evidence)


def _told(label: str | float) -> str:
    return label if isinstance(label, str) else f"{label:.2f}"


def _quote(text: str) -> str:
    return one_line(text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…")


def _table(*names: str, left: int = 0) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for place, name in enumerate(names):
        table.add_column(name, justify="left" if place < left else "right", overflow="fold")
    return table
