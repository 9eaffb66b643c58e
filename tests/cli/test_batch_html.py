"""The report as one page."""

import re
from pathlib import Path

from .batch_files import RUBRIC, write_assessment
from .conftest import Run


def page(grader: Run, tmp_path: Path, candidate: str) -> str:
    write_assessment(tmp_path)
    (tmp_path / "in.csv").write_text(f'candidate,question,answer\n"{candidate}",{RUBRIC},Queues.\n', encoding="utf-8")
    grader("batch", "run", str(tmp_path / "in.csv"), "--assessment", "toys", "--html", str(tmp_path / "p.html"))
    return (tmp_path / "p.html").read_text("utf-8")


def test_nothing_of_a_stranger_runs_and_nothing_is_loaded(grader: Run, tmp_path: Path) -> None:
    text = page(grader, tmp_path, "<script>alert(1)</script>")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert not re.search(r"(src|href)=|url\(|@import|https?://(?!www\.w3\.org)", text)
    assert "default-src 'none'" in text


def test_each_chart_has_a_table_with_the_same_figures(grader: Run, tmp_path: Path) -> None:
    text = page(grader, tmp_path, "ada")
    assert text.count("<svg") == text.count("<table>") == 2
    assert text.count('role="img"') == 2
    assert "100%" in text.split("<svg")[2]
    assert "100%" in text.rsplit("<table>", maxsplit=1)[1]
