"""Plots as inline SVG: plain strings, coloured by the page's own CSS classes."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from .reliability import Bin, Cover
from .verdicts import VERDICTS

SIZE, LEFT, TOP, RIGHT, BOTTOM = 272, 76, 12, 12, 44
MOST_ERROR = 0.2
TICKS = (0, 0.25, 0.5, 0.75, 1)
MOST_POINTS = 2000


def reliability_plot(bins: Sequence[Bin]) -> str:
    """Return the share of verdicts that agree (bars) by confidence; on the line they mean the same."""
    bars = (_bar(one.low, one.high, one.agreement, f"{one.n} verdicts") for one in bins if one.agreement is not None)
    points = ((one.confidence, one.agreement) for one in bins if one.confidence is not None)
    dots = (_dot(x, y, 4, "dot") for x, y in points if y is not None)
    return _plot("Confidence", "Share that agrees", (*bars, _line(((0, 0), (1, 1)), "even"), *dots))


def coverage_plot(covers: Sequence[Cover]) -> str:
    """Return the share of verdicts that disagree by coverage, the surest first; the scale of the error ends at 20 %."""
    points = [(one.coverage, min(1.0, one.error / MOST_ERROR)) for one in covers]
    ticks = ("0%", "5%", "10%", "15%", "20%")
    aim = (_line(((0, 0.25), (1, 0.25)), "even"), _line(((0.75, 0), (0.75, 1)), "even"))
    return _plot("Coverage, the surest first", "Share that disagrees", (*aim, _line(points, "line")), ticks)


def score_plot(scores: Sequence[tuple[float, float]]) -> str:
    """Return a point for each answer: its score as labelled and as given."""
    step = max(1, len(scores) // MOST_POINTS)
    dots = (_dot(labelled, given, 3, "point") for labelled, given in scores[::step])
    return _plot("Score as labelled", "Score as given", (_line(((0, 0), (1, 1)), "even"), *dots))


def confusion_plot(rows: Sequence[Sequence[int]]) -> str:
    """Return the numbers of verdicts: a row for each labelled, a column for each given, darker the larger its share."""
    return _svg("Verdicts as labelled and as given", _cells(rows))


def _cells(rows: Sequence[Sequence[int]]) -> Iterator[str]:
    side = SIZE / len(VERDICTS)
    for down, (verdict, row) in enumerate(zip(VERDICTS, rows, strict=True)):
        y = TOP + down * side
        yield _text(LEFT - 6, y + side / 2 + 4, verdict, "end")
        yield _text(LEFT + (down + 0.5) * side, TOP + SIZE + 16, verdict, "middle")
        for across, n in enumerate(row):
            x, share = LEFT + across * side, n / max(1, sum(row))
            name = "same" if across == down else "other"
            box = f'x="{x:.1f}" y="{y:.1f}" width="{side - 2:.1f}" height="{side - 2:.1f}" rx="3"'
            yield f'<rect class="{name}" {box} fill-opacity="{0.06 + 0.8 * share:.2f}"/>'
            yield _text(x + side / 2 - 1, y + side / 2 + 4, str(n), "middle", "count")
    yield _text(LEFT + SIZE / 2, TOP + SIZE + 36, "as given; down: as labelled", "middle", "axis")


def _plot(across: str, up: str, marks: Iterable[str], ticks: Sequence[str] = ()) -> str:
    return _svg(f"{up} by {across.lower()}", (*_axes(across, up, ticks or ("0", ".25", ".5", ".75", "1")), *marks))


def _axes(across: str, up: str, ticks: Sequence[str]) -> Iterator[str]:
    for place, value, name in zip(TICKS, ("0", ".25", ".5", ".75", "1"), ticks, strict=True):
        yield _line(((0, place), (1, place)), "grid")
        yield _text(_x(place), TOP + SIZE + 16, value, "middle")
        yield _text(LEFT - 6, _y(place) + 4, name, "end")
    yield _text(_x(0.5), TOP + SIZE + 36, across, "middle", "axis")
    turn = f'transform="rotate(-90 24 {_y(0.5):.1f})"'
    yield f'<text class="axis" x="24" y="{_y(0.5):.1f}" text-anchor="middle" {turn}>{escape(up)}</text>'


def _svg(title: str, marks: Iterable[str]) -> str:
    width, height = LEFT + SIZE + RIGHT, TOP + SIZE + BOTTOM
    inner = "".join(marks)
    return f'<svg viewBox="0 0 {width} {height}" role="img"><title>{escape(title)}</title>{inner}</svg>'


def _bar(low: float, high: float, value: float, title: str) -> str:
    box = f'x="{_x(low) + 1:.1f}" y="{_y(value):.1f}" width="{(high - low) * SIZE - 2:.1f}"'
    return f'<rect class="bar" {box} height="{value * SIZE:.1f}"><title>{escape(title)}</title></rect>'


def _dot(x: float, y: float, radius: float, name: str) -> str:
    return f'<circle class="{name}" cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="{radius:g}"/>'


def _line(points: Iterable[tuple[float, float]], name: str) -> str:
    path = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    return f'<polyline class="{name}" points="{path}"/>'


def _text(x: float, y: float, text: str, anchor: str, name: str = "tick") -> str:
    return f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _x(value: float) -> float:
    return LEFT + value * SIZE


def _y(value: float) -> float:
    return TOP + (1 - value) * SIZE
