"""The report on a batch as one HTML page: no script, nothing loaded, every text escaped."""

from typing import TYPE_CHECKING

from .glyphs import visible

if TYPE_CHECKING:
    from .batch_run import Summary

TEMPLATE = "batch.html"


def html_page(summary: "Summary") -> str:
    """Return the page on a batch; each chart stands over the table with the same figures."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("grader.cli")
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    pages.filters |= {"visible": visible, "percent": _percent, "score": _score}
    standings = summary.candidates.standings() if summary.candidates else ()
    return pages.get_template(TEMPLATE).render(summary=summary, tally=summary.tally, standings=standings)


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _score(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
