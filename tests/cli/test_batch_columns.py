"""What the columns are taken for is told; a guess needs a yes."""

from pathlib import Path

from .batch_files import RUBRIC, lines_of
from .conftest import Run


def run(grader: Run, tmp_path: Path, text: str, *options: str) -> tuple[int, str]:
    (tmp_path / "in.csv").write_text(text, encoding="utf-8")
    code, _, err = grader("batch", "run", str(tmp_path / "in.csv"), "--out", str(tmp_path / "o.jsonl"), *options)
    return code, err


def test_the_choice_is_told(grader: Run, tmp_path: Path) -> None:
    code, err = run(grader, tmp_path, f"Candidate;Frage;Antwort\nc-1;{RUBRIC};Queues.\n")
    assert code == 0
    assert "Read as a table with semicolons, utf-8: candidate in 'Candidate'; answer in 'Antwort'" in err
    assert f"1 to {RUBRIC}" in err


def test_a_tie_stops_it_until_it_is_decided(grader: Run, tmp_path: Path) -> None:
    text = f"question,answer,response\n{RUBRIC},x,Queues.\n"
    code, err = run(grader, tmp_path, text)
    assert (code, "--map answer=COLUMN" in err) == (2, True)
    assert run(grader, tmp_path, text, "--map", "answer=response")[0] == 0
    assert lines_of(tmp_path / "o.jsonl")[0]["grade"]["score"] == 0.5


def test_a_guess_is_never_asked_about_without_a_terminal(grader: Run, tmp_path: Path) -> None:
    text = "question,answer\nSo how to scale?,Queues.\nHow do we scale?,Queues.\n"
    rubric = tmp_path / "rubrics" / "toy" / "how-to-scale.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("How to scale?", "How to scale things?"), "utf-8")
    code, err = run(grader, tmp_path, text.replace("scale?", "scale the things?"))
    assert (code, "reads nearly like" in err, (tmp_path / "o.jsonl").exists()) == (2, True, False)
    assert run(grader, tmp_path, text.replace("scale?", "scale the things?"), "--yes")[0] in (0, 3)


def test_a_wide_table_comes_out_with_a_row_an_answer(grader: Run, tmp_path: Path) -> None:
    code, err = run(grader, tmp_path, "Email,How to scale?\nada@example.com,Queues.\nben@example.com,\n")
    rows = lines_of(tmp_path / "o.jsonl")
    assert (code, [row["grade"]["candidate"] for row in rows]) == (0, ["ada@example.com", "ben@example.com"])
    assert rows[1]["grade"]["flags"] == ["blank"]
    assert "answers to 1 questions" in err


def test_rows_that_come_twice_are_told_and_both_graded(grader: Run, tmp_path: Path) -> None:
    row = f"1,c-1,{RUBRIC},Queues.\n"
    code, err = run(grader, tmp_path, "id,candidate,question,answer\n" + row + row)
    assert (code, len(lines_of(tmp_path / "o.jsonl"))) == (0, 2)
    assert "1 rows have an id that an earlier row has" in err
    assert "1 rows answer a question that their candidate answered before" in err
