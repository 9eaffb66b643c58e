"""What a file is taken for."""

import json
from pathlib import Path

from grader.grading import GradeRequest, Judging, to_ask
from grader.judge import ScriptedJudge
from grader.web.preview import TOO_LONG, Said, answers, document, estimate, line_of, preview, tried
from tests.batches.making import RUBRIC, shared_grading

LONG = "Who,Question,Answer\nann,When to use cache?,slow queries\nbob,When to use the cache?,never\n"


def file(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_question_that_is_only_nearly_one_of_ours_is_to_be_looked_at(tmp_path: Path) -> None:
    found = preview(file(tmp_path, LONG), shared_grading(), Said())
    assert [(each.text, each.sure) for each in found.asked] == [("When to use the cache?", False), (RUBRIC, True)]
    assert found.roles == {"answer": "Answer", "question": "Question"}


def test_what_a_person_says_wins(tmp_path: Path) -> None:
    other = "backend-hiring-questions/how-to-scale-backend"
    said = Said({"candidate": "Who"}, {"When to use the cache?": other})
    path = file(tmp_path, LONG)
    found = preview(path, shared_grading(), said)
    assert all(each.sure for each in found.asked)
    assert [answer.rubric for answer in answers(path, shared_grading(), said)] == [RUBRIC, other]
    assert [answer.candidate for answer in found.first] == ["ann", "bob"]


def test_a_fault_is_told_without_the_path_and_the_columns_are_there_to_choose_from(tmp_path: Path) -> None:
    found = preview(file(tmp_path, "a,b\n1,2\n"), shared_grading(), Said())
    assert (found.columns, "Choose it here." in found.fault) == (("a", "b"), True)
    broken = preview(file(tmp_path, 'a,b\n"x,2\n'), shared_grading(), Said())
    assert broken.fault
    assert str(tmp_path) not in found.fault + broken.fault


def test_a_column_that_is_no_question_of_ours_can_be_given_one(tmp_path: Path) -> None:
    wide = file(tmp_path, "Name,When to use cache?,What else?\nann,slow queries,much more can be said here\n")
    found = preview(wide, shared_grading(), Said())
    assert [(each.text, each.column) for each in found.asked] == [("When to use cache?", False), ("What else?", True)]
    said = Said(rubrics={"What else?": RUBRIC.replace("when-to-use-cache", "how-to-scale-backend")})
    assert [each.text for each in answers(wide, shared_grading(), said)] == [
        "slow queries",
        "much more can be said here",
    ]


def test_where_no_column_is_known_each_can_be_given_a_question(tmp_path: Path) -> None:
    path = file(tmp_path, "a,b\nslow reports,x\n")
    assert [each.text for each in preview(path, shared_grading(), Said()).asked if each.column] == ["a", "b"]
    found = preview(path, shared_grading(), Said(rubrics={"a": RUBRIC}))
    assert (found.fault, found.first[0].text, found.first[0].rubric) == ("", "slow reports", RUBRIC)


def test_a_row_keeps_what_else_it_held(tmp_path: Path) -> None:
    (first, _) = answers(file(tmp_path, LONG), shared_grading(), Said())
    sent = json.loads(document(first))
    assert sent["answer"] == "slow queries"
    assert sent["fields"] == {"Who": "ann", "Question": "When to use cache?"}


def test_a_row_that_is_too_long_fails_alone_and_no_letter_is_lost(tmp_path: Path) -> None:
    rows = [
        {"rubric": RUBRIC, "answer": text, "candidate": "c"}
        for text in ("\U0001f600" * 20_000, "x" * 200_000, "\ud800")
    ]
    path = file(tmp_path, "".join(json.dumps(row) + "\n" for row in rows), "a.jsonl")
    whole, long, half = (json.loads(line_of(each)) for each in answers(path, shared_grading(), Said()))
    assert whole["answer"] == "\U0001f600" * 20_000
    assert (long["answer"], long["fault"], long["candidate"]) == ("", TOO_LONG, "c")
    assert half["answer"] == "\ud800"


def test_the_first_answers_are_tried(tmp_path: Path) -> None:
    found = preview(file(tmp_path, LONG), shared_grading(), Said(rubric=RUBRIC))
    first, _ = tried(shared_grading(), found)
    assert first.grade is not None
    assert first.grade.score == shared_grading().grade(GradeRequest(RUBRIC, "slow queries")).score


def test_what_judging_costs_is_told_if_the_price_is_known(tmp_path: Path) -> None:
    rows = "".join(f"{name},cache maybe the slow ones {name}\n" for name in ("a", "b"))
    found = preview(file(tmp_path, f"Who,Answer\n{rows}"), shared_grading(), Said(rubric=RUBRIC))
    priced = Judging(ScriptedJudge([{}]), most=lambda request: 1_000 * len(request.asked))
    asked = [to_ask(each.grade, "unsure") for each in tried(shared_grading(), found) if each.grade]
    assert all(asked), "the matcher is unsure of these"
    told = estimate(shared_grading(), found, priced)
    assert (told.answers, told.cost) == (2, sum(map(len, asked)) / 1_000)
    assert estimate(shared_grading(), found, Judging(ScriptedJudge([{}]))).cost is None
