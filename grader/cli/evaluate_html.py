"""The report of an evaluation as one HTML page: no script, nothing loaded, every text escaped."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .evaluate_page import NAMES, interval, number
from .glyphs import visible

if TYPE_CHECKING:
    from grader.evaluation import Report
    from grader.matching import Evidence

TEMPLATE = "evaluate.html"
MOST_CONCEPTS = 20


def html_page(report: "Report", files: Sequence[str]) -> str:
    """Return the page on a report; `files` are the names of the labelled answers."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("grader.cli")
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.filters |= {"number": number, "interval": interval, "visible": visible, "percent": _percent}
    shown = {"names": NAMES, "pieces": pieces, "plots": _plots(report), "most_concepts": MOST_CONCEPTS}
    return pages.get_template(TEMPLATE).render(report=report, files=files, **shown)


def pieces(answer: str, evidence: "Sequence[Evidence]") -> list[tuple[str, bool]]:
    """Return an answer cut into (text, is evidence); evidence may overlap."""
    cut: list[tuple[str, bool]] = []
    place = 0
    for span in sorted(evidence, key=lambda span: (span.start, span.end)):
        start, end = max(place, span.start), max(place, span.end)
        cut += [(answer[place:start], False), (answer[start:end], True)]
        place = end
    return [piece for piece in (*cut, (answer[place:], False)) if piece[0]]


def _plots(report: "Report") -> list[tuple[str, str, object]]:
    from markupsafe import Markup

    from grader.evaluation import confusion_plot, coverage_plot, reliability_plot, score_plot

    drawn: list[tuple[str, str, str]] = []
    if report.coverage:
        drawn += [
            ("Verdicts", "Rows as labelled, columns as given.", confusion_plot(report.confusion)),
            (
                "Confidence",
                "Dots on the line: the confidence means what it says.",
                reliability_plot(report.reliability),
            ),
            (
                "Coverage",
                "If the surest verdicts stand by themselves, how many disagree.",
                coverage_plot(report.coverage),
            ),
        ]
    if report.scores:
        drawn.append(("Scores", "A dot for each answer; on the line they agree.", score_plot(report.scores)))
    # The plots escape their own texts.
    return [(title, text, Markup(svg)) for title, text, svg in drawn]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"
