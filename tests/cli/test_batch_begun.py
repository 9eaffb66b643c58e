"""Going on where an earlier run ended."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .batch_files import RUBRIC, lines_of, write_answers
from .conftest import Run


def test_a_torn_output_is_finished_and_is_as_if_never_torn(grader: Run, tmp_path: Path) -> None:
    file, out = str(write_answers(tmp_path / "in.jsonl", 20)), tmp_path / "o.jsonl"
    grader("batch", "run", file, "--out", str(out))
    whole = out.read_bytes()
    for end in (0, 10, len(whole) // 2, len(whole) - 1):
        out.unlink()
        (tmp_path / "o.jsonl.partial").write_bytes(whole[:end])
        assert grader("batch", "run", file, "--out", str(out)).code == 2
        assert grader("batch", "run", file, "--out", str(out), "--resume").code == 3
        assert out.read_bytes() == whole
        assert not (tmp_path / "o.jsonl.partial").exists()


def test_a_limited_run_is_gone_on_with(grader: Run, tmp_path: Path) -> None:
    file, out = str(write_answers(tmp_path / "in.jsonl", 9)), tmp_path / "o.jsonl"
    grader("batch", "run", file, "--out", str(out), "--limit", "3")
    assert "7 of 9 answers graded" in grader("batch", "run", file, "--out", str(out), "--resume").out
    assert [row["id"] for row in lines_of(out)] == [f"a-{n}" for n in range(9)]


def test_an_output_of_another_input_is_not_gone_on_with(grader: Run, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    grader("batch", "run", str(write_answers(tmp_path / "in.jsonl", 3)), "--out", str(out))
    other = str(write_answers(tmp_path / "other.jsonl", 3, note="another"))
    code, _, err = grader("batch", "run", other, "--out", str(out), "--resume")
    assert (code, "other answers" in err) == (2, True)
    assert len(lines_of(tmp_path / "o.jsonl.partial")) == 3


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_errors_are_tried_again_and_the_rest_is_kept(grader: Run, tmp_path: Path, ending: str) -> None:
    file, out = str(write_answers(tmp_path / "in.jsonl", 8)), tmp_path / f"o.{ending}"
    assert grader("batch", "run", file, "--out", str(out)).code == 3
    rubric = (tmp_path / "rubrics" / "toy" / "how-to-scale.yaml").read_text("utf-8")
    (tmp_path / "rubrics" / "toy" / "nowhere.yaml").write_text(rubric.replace(RUBRIC, "toy/nowhere"), "utf-8")
    code, stdout, _ = grader("batch", "run", file, "--out", str(out), "--retry-errors")
    assert (code, "8 of 8 answers graded" in stdout) == (0, True)
    assert not list(tmp_path.glob("*.partial*"))
    if ending == "jsonl":
        assert [row["id"] for row in lines_of(out)] == [f"a-{n}" for n in range(8)]


def test_a_finished_table_without_errors_leaves_nothing_to_go_on_with(grader: Run, tmp_path: Path) -> None:
    file, out = str(write_answers(tmp_path / "in.jsonl", 2)), str(tmp_path / "o.csv")
    grader("batch", "run", file, "--out", out)
    assert grader("batch", "run", file, "--out", out, "--resume").code == 2


@pytest.mark.faults
def test_an_interrupted_run_keeps_what_is_done(tmp_path: Path) -> None:
    file, out = tmp_path / "in.csv", tmp_path / "o.jsonl"
    rows = (f'{n},when-to-use-cache,"Cache slow queries, number {n}, and expire them."\n' for n in range(100_000))
    file.write_text("id,question,answer\n" + "".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "grader", "batch", "run", str(file), "--out", str(out), "--processes", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        part = tmp_path / "o.jsonl.partial"
        for _ in range(600):
            if part.exists() and part.stat().st_size > 100_000:
                break
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "--resume goes on" in err
    done = lines_of(part)
    assert [row["id"] for row in done] == [str(n) for n in range(len(done))]
    assert not out.exists()
    again = subprocess.run([*command, "--resume", "--limit", str(len(done) + 100)], check=False, capture_output=True)
    assert again.returncode == 0
    assert len(lines_of(out)) == len(done) + 100
