"""Plots are well-formed SVG with a mark for each thing they show."""

from xml.etree.ElementTree import Element, fromstring

from grader.evaluation.plots import MOST_POINTS, confusion_plot, coverage_plot, reliability_plot, score_plot
from grader.evaluation.reliability import coverage, reliability
from grader.evaluation.verdicts import verdict_counts

from .factories import pairs


def marks(svg: str, name: str) -> list[Element]:
    return [mark for mark in fromstring(svg).iter() if mark.get("class") == name]


def test_the_reliability_diagram_has_a_bar_for_each_bin_with_verdicts() -> None:
    svg = reliability_plot(reliability(verdict_counts(pairs("mx", "mm", 0.75), 0)))
    (bar,) = marks(svg, "bar")
    assert float(bar.get("height") or 0) == 136
    assert len(marks(svg, "dot")) == 1


def test_the_error_is_a_line_over_coverage() -> None:
    (line,) = marks(coverage_plot(coverage([(0.9, True), (0.8, False)])), "line")
    assert len((line.get("points") or "").split()) == 2


def test_the_scores_are_points_and_not_more_than_a_page_can_show() -> None:
    assert len(marks(score_plot([(0, 0), (1, 0.5)]), "point")) == 2
    assert len(marks(score_plot([(0.5, 0.5)] * 5000), "point")) <= 2 * MOST_POINTS


def test_the_confusion_matrix_shows_every_number() -> None:
    svg = confusion_plot([[11, 12, 13, 14], [0] * 4, [0] * 4, [41, 0, 0, 44]])
    assert {"11", "12", "13", "14", "41", "44"} <= {mark.text for mark in marks(svg, "count")}
    assert len(marks(svg, "same")) == 4
