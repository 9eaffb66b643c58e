"""`grader rubric test` tries rubrics on texts made from themselves."""

import json
from pathlib import Path

import pytest

from grader.bootstrap import services
from grader.settings import Settings

from .conftest import RUBRIC, Run


@pytest.fixture
def weak(tmp_path: Path) -> str:
    """A file with a paraphrase that no phrase meets."""
    (tmp_path / "rubrics" / "toy").mkdir(parents=True, exist_ok=True)
    path = tmp_path / "rubrics" / "toy" / "how-to-grow.yaml"
    text = RUBRIC.replace("toy/how-to-scale", "toy/how-to-grow")
    path.write_text(text + "    paraphrases: [Let them stand in line.]\n", "utf-8")
    return "toy/how-to-grow"


def test_each_failure_is_shown_with_its_text_and_ends_with_1(grader: Run, weak: str) -> None:
    outcome = grader("rubric", "test", weak)
    assert outcome.code == 1
    assert (
        '  paraphrase queues  "Let them stand in line."\n    expected queues met\n    got queues missed\n'
        in outcome.out
    )


def test_the_report_in_json_counts_and_lists(grader: Run, weak: str) -> None:
    report = json.loads(grader("rubric", "test", weak, "--json").out)
    (rubric,) = report["rubrics"]
    assert rubric["rubric"] == weak
    assert rubric["mutants"] - rubric["behave"] == len(rubric["failures"]) > 0
    assert set(rubric["failures"][0]) == {"kind", "about", "name", "text", "expected", "got", "accepted"}
    assert report["kinds"]["paraphrase"] == {"behave": 0, "mutants": 1}


def test_what_is_accepted_with_a_reason_ends_with_0(grader: Run, weak: str, tmp_path: Path) -> None:
    failures = json.loads(grader("rubric", "test", weak, "--json").out)["rubrics"][0]["failures"]
    notes = [{"rubric": "how-to-grow", "mutant": failure["name"], "reason": "known"} for failure in failures]
    (tmp_path / "rubrics" / "toy.selftest.yaml").write_text(json.dumps({"accepted": notes}), "utf-8")
    outcome = grader("rubric", "test", weak, "--verbose")
    assert (outcome.code, "accepted: known" in outcome.out) == (0, True)
    assert "as expected: a score of 1" in outcome.out


def test_one_bad_file_does_not_hide_the_others(grader: Run, tmp_path: Path) -> None:
    (tmp_path / "rubrics" / "toy" / "bad.yaml").write_text(RUBRIC.replace("question:", "quest:"), "utf-8")
    outcome = grader("rubric", "test", "toy/how-to-scale", "toy/bad")
    assert outcome.code == 3
    assert "bad.yaml:" in outcome.err
    assert "toy/how-to-scale  " in outcome.out


def test_the_rubrics_must_be_named(grader: Run) -> None:
    assert grader("rubric", "test").code == 2
    assert grader("rubric", "test", "toy/how-to-scale", "--all").code == 2


def test_a_file_anywhere_can_be_tested(grader: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(RUBRIC, "utf-8")
    assert grader("rubric", "test", str(tmp_path / "draft.yaml")).out.startswith("toy/how-to-scale  ")


def test_a_name_of_no_rubric_is_wrong_use(grader: Run) -> None:
    assert grader("rubric", "test", "toy/how-to-scale", "nothing-like-it").code == 2


def test_all_rubrics_are_tested_and_counted(grader: Run) -> None:
    out = grader("rubric", "test", "--all").out
    assert "toy/how-to-scale  " in out
    assert "when-to-use-cache  " in out
    assert " behave: " in out.splitlines()[-1]


def test_the_shipped_rubrics_pass_with_nothing_accepted_in_vain(grader: Run) -> None:
    done = grader("rubric", "test", *(rubric.id for rubric in services(Settings()).grading.listing()))
    assert (done.code, "needless" in done.out) == (0, False), done.out
