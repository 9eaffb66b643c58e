"""The HTML page stands alone: nothing runs, nothing is loaded, and no text of an answer becomes markup."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from grader.cli.evaluate_html import pieces
from grader.matching import Evidence

from .conftest import Run

ROW = {"rubric": "toy/how-to-scale", "id": "<i>7</i>", "kind": "<b>k</b>", "units": {"queues": "contradicted"}}
ANSWER = "queues </blockquote><script>alert(1)</script> & \x1b[2J"


class Tags(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.add(tag)


@pytest.fixture
def page(grader: Run, tmp_path: Path) -> str:
    """The page of one answer with a label that disagrees, and a line that failed."""
    path = tmp_path / "labels.jsonl"
    rows = [json.dumps({**ROW, "answer": ANSWER, "score": 0.25}), json.dumps({**ROW, "answer": "", "q": "<u>"})]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert grader("evaluate", str(path), "--by", "kind", "--html", str(tmp_path / "page.html")).code == 3
    return (tmp_path / "page.html").read_text("utf-8")


def test_no_text_of_an_answer_becomes_markup(page: str) -> None:
    assert "&lt;script&gt;alert(1)" in page
    assert "␛[2J" in page
    assert not re.search(r"<(script|i|b|u)>|\x1b", page)


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert {"main", "table", "svg"} <= tags.seen
    assert not tags.seen & {"script", "link", "img", "iframe", "object", "form"}
    assert not re.search(r"\b(src|href|on\w+)=|url\(|@import", page)
    assert "default-src 'none'" in page


def test_it_has_every_plot_and_the_evidence_marked(page: str) -> None:
    assert page.count("<svg") == 4
    assert "<mark>queues</mark>" in page


def test_it_is_readable_in_the_dark(page: str) -> None:
    assert "prefers-color-scheme: dark" in page


def test_an_answer_is_cut_at_its_evidence_even_where_spans_overlap() -> None:
    spans = [Evidence(4, 9, "two t"), Evidence(0, 6, "one tw"), Evidence(1, 3, "ne")]
    assert pieces("one two three", spans) == [("one tw", True), ("o t", True), ("hree", False)]
