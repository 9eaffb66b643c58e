"""`grader rubric build`: a seed's questions to rubric files."""

import json
from pathlib import Path

import pytest

from .conftest import Run

SEED = """- how to query? use an index, prefer joins over subqueries, avoid select star
- what is a tort? a civil wrong that harms someone, e.g. a nuisance
- how to deal with security? use oauth, use security
"""


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """A seed of three questions in a file."""
    path = tmp_path / "mixed.md"
    path.write_text(SEED, encoding="utf-8")
    return path


def edit(path: Path) -> str:
    """Change a file as a person would, and return its text."""
    text = path.read_text("utf-8").replace(" index\n", " index | b tree\n").replace("id: index | b tree", "id: index")
    path.write_text(text, encoding="utf-8")
    return text


def test_without_out_nothing_is_written(grader: Run, seed: Path) -> None:
    before = sorted(seed.parent.rglob("*"))
    ran = grader("rubric", "build", str(seed))
    assert ran.code == 0
    assert "built      mixed/how-to-query  (3)" in ran.out
    assert "left out: use security" in ran.out
    assert sorted(seed.parent.rglob("*")) == before


def test_what_is_built_can_be_graded_at_once(grader: Run, seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = seed.parent / "out"
    assert grader("rubric", "build", str(seed), "--out", str(out)).code == 0
    monkeypatch.setenv("GRADER_RUBRICS_DIR", str(out))
    grade = json.loads(
        grader("grade", "how-to-query", "I add an index and prefer joins over subqueries.", "--json").out
    )
    assert [concept["verdict"] for concept in grade["concepts"]] == ["met", "met", "missed"]


def test_a_second_run_changes_nothing_and_a_dry_run_writes_nothing(grader: Run, seed: Path) -> None:
    out = seed.parent / "out"
    grader("rubric", "build", str(seed), "--out", str(out), "--dry-run")
    assert not out.exists()
    grader("rubric", "build", str(seed), "--out", str(out))
    assert grader("rubric", "build", str(seed), "--out", str(out)).out.splitlines()[-1] == "3 unchanged"


def test_an_edited_file_is_never_overwritten(grader: Run, seed: Path) -> None:
    out = seed.parent / "out"
    grader("rubric", "build", str(seed), "--out", str(out))
    path = out / "mixed" / "how-to-query.yaml"
    text = edit(path)
    kept = grader("rubric", "build", str(seed), "--out", str(out))
    assert (kept.code, kept.out.splitlines()[-1]) == (0, "1 kept, 2 unchanged")
    seed.write_text(SEED.replace("use an index", "use a covering index"), encoding="utf-8")
    stale = grader("rubric", "build", str(seed), "--out", str(out))
    assert stale.code == 1
    assert "- use an index" in stale.out
    assert '+    source: "use a covering index"' in stale.out
    assert path.read_text("utf-8") == text
    assert "index | b tree" in path.with_name("how-to-query.proposed.yaml").read_text("utf-8")


def test_a_proposal_is_no_rubric(grader: Run, seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = seed.parent / "out"
    grader("rubric", "build", str(seed), "--out", str(out))
    (out / "mixed" / "how-to-query.proposed.yaml").write_text("x", encoding="utf-8")
    monkeypatch.setenv("GRADER_RUBRICS_DIR", str(out))
    ids = [item["id"] for item in json.loads(grader("rubric", "list", "--json").out)["rubrics"]]
    assert [name for name in ids if name.startswith("mixed/")] == [
        "mixed/how-to-deal-with-security",
        "mixed/how-to-query",
        "mixed/what-is-a-tort",
    ]


def test_a_file_with_a_fault_is_left_and_the_others_are_built(grader: Run, seed: Path) -> None:
    path = seed.parent / "out" / "mixed" / "how-to-query.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: [", encoding="utf-8")
    ran = grader("rubric", "build", str(seed), "--out", str(seed.parent / "out"), "--json")
    states = {item["id"]: item["state"] for item in json.loads(ran.out)["rubrics"]}
    assert (ran.code, states["mixed/how-to-query"], states["mixed/what-is-a-tort"]) == (3, "failed", "built")
    assert path.read_text("utf-8") == "id: ["


def test_one_question_is_shown_in_full(grader: Run, seed: Path) -> None:
    out = grader("rubric", "build", str(seed), "--only", "how-to-query").out
    assert 'question: "how to query?"' in out
    assert "tort" not in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope.md"], "nope.md: The seed cannot be read"),
        (["{seed}", "--only", "nope"], "the seed has no question 'nope'"),
        (["{seed}", "--lexicon", "../x"], "cannot be a lexicon's name"),
        (["{seed}", "--lexicon", "nope"], "There is no lexicon 'nope'"),
        (["{seed}", "--out", "{seed}"], "The file cannot be written"),
    ],
)
def test_wrong_use_is_told(grader: Run, seed: Path, arguments: list[str], message: str) -> None:
    ran = grader("rubric", "build", *(word.replace("{seed}", str(seed)) for word in arguments))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_faulty_seed_is_named_with_its_line(grader: Run, seed: Path) -> None:
    seed.write_text("- how to query? an index\n- no question mark\n", encoding="utf-8")
    ran = grader("rubric", "build", str(seed))
    assert ran.code == 2
    assert "mixed.md:2: " in ran.err


def test_a_seed_with_weights_becomes_an_assessment_that_is_never_overwritten(grader: Run, tmp_path: Path) -> None:
    seed, out = tmp_path / "weighted.csv", tmp_path / "out"
    seed.write_text("question,reference,weight\nHow to query?,use an index,3\nWhy test?,to find faults,1\n", "utf-8")
    grader("rubric", "build", str(seed), "--out", str(out))
    path = out / "assessments" / "weighted.yaml"
    assert "rubric: weighted/how-to-query\n    weight: 3\n" in path.read_text("utf-8")
    path.write_text("mine", encoding="utf-8")
    grader("rubric", "build", str(seed), "--out", str(out))
    assert path.read_text("utf-8") == "mine"
