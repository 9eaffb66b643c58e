"""The self-test of rubrics in files."""

from pathlib import Path

import pytest

from grader.authoring import Bench
from grader.bootstrap import bench as shipped_bench
from grader.bootstrap import services
from grader.errors import SeedError
from grader.rubric import Rubric
from grader.settings import Settings

SEED = "backend-hiring-questions"


def test_a_rubric_is_tested_against_its_seed_and_notes(bench: Bench, scale: Rubric) -> None:
    report = bench.test(scale)
    assert [case.mutant.text for case in report.cases if case.mutant.kind == "reference"] == [
        "use more servers, use queues"
    ]
    assert [case.mutant.high for case in report.cases if case.mutant.kind == "overlap"] == [0.5]


def test_without_a_seed_the_sources_are_the_reference(bench: Bench, scale: Rubric) -> None:
    assert bench.reference(scale.model_copy(update={"id": "none/how-to-scale"})) == "use more servers, use queues"


def test_a_faulty_seed_is_an_error(bench: Bench, scale: Rubric, tmp_path: Path) -> None:
    (tmp_path / "seeds" / "toy.md").write_text("- no question\n", "utf-8")
    with pytest.raises(SeedError, match=r"toy\.md:1"):
        bench.test(scale)


def test_the_shipped_notes_name_rubrics_and_concepts_that_exist_and_their_worth() -> None:
    rubrics = services(Settings()).rubrics
    by_slug = {rubric.slug: rubric for rubric in map(rubrics.get, rubrics.ids())}
    notes = shipped_bench(Settings()).notes(SEED)
    for overlap in notes.overlaps:
        rubric, _ = by_slug[overlap.rubric], by_slug[overlap.answer]
        worth = sum(
            c.weight * {"met": 1, "partial": 0.5, "": 0}[overlap.concepts.get(c.id, "")] for c in rubric.concepts
        )
        assert set(overlap.concepts) <= {concept.id for concept in rubric.concepts}
        assert overlap.score == pytest.approx(worth / sum(c.weight for c in rubric.concepts), abs=0.0001)
    assert all({w.concept, *w.also} <= {c.id for c in by_slug[w.rubric].concepts} for w in notes.within)


def test_the_shipped_rubrics_behave_as_reported() -> None:
    rubrics, tester = services(Settings()).rubrics, shipped_bench(Settings())
    cases = [case for rubric_id in rubrics.ids() for case in tester.test(rubrics.get(rubric_id)).cases]
    assert len(cases) > 1500
    assert sum(case.behaves for case in cases) / len(cases) >= 0.98
