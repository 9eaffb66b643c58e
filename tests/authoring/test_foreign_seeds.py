"""Ten seeds of other fields and shapes: built, linted and self-tested, before anyone has looked at the rubrics."""

import shutil
from pathlib import Path

import pytest

from grader.authoring import Bench, Library, build_rubric, lint
from grader.rubric import read_seed, rubric_text, save_text

SEEDS = Path(__file__).parent.parent / "seeds"
# A seed's advice that repeats its question, and words that only a person can call a slip or a term of the field.
FOR_A_PERSON = {"C001", "P002"}
BEHAVE = 0.9


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The seeds and what is built of them, in folders of their own."""
    home = tmp_path_factory.mktemp("foreign")
    shutil.copytree(SEEDS, home / "seeds", ignore=shutil.ignore_patterns("faulty"))
    for path in sorted((home / "seeds").iterdir()):
        seed = read_seed(path)
        for question in seed.questions:
            rubric = build_rubric(question, seed_id=seed.id)
            save_text(home / "rubrics" / f"{rubric.id}.yaml", rubric_text(rubric))
    return Library((home / "rubrics",), (home / "seeds",))


def test_every_seed_is_built(shelves: Library) -> None:
    assert len({name.partition("/")[0] for name in shelves.rubrics.ids()}) == 10
    assert len(shelves.rubrics.ids()) == 76


def test_what_is_built_has_no_error_and_only_warnings_for_a_person(shelves: Library) -> None:
    report = lint(map(shelves.rubrics.path, shelves.rubrics.ids()), shelves)
    found = {finding.code for finding in report.findings if finding.severity != "note"}
    assert report.count("error") == 0
    assert found <= FOR_A_PERSON


def test_what_is_built_behaves_in_its_self_test(shelves: Library) -> None:
    rubrics = shelves.rubrics
    home = rubrics.path(rubrics.ids()[0]).parent.parent.parent
    bench = Bench(rubrics, (home / "rubrics",), (home / "seeds",))
    cases = [case for name in rubrics.ids() for case in bench.test(rubrics.get(name)).cases]
    assert len(cases) > 2000
    assert sum(case.behaves for case in cases) / len(cases) >= BEHAVE
