"""Lint runs over files: each fault is a finding, and none hides those of other files."""

from pathlib import Path

import pytest

from grader.authoring import lint as check
from grader.bootstrap import library

from .conftest import RUBRIC, Garden, Lint, codes, one


def test_a_rubric_without_a_fault_has_no_finding(garden: Garden) -> None:
    assert garden.report().findings == ()


def test_a_file_that_does_not_load_is_one_finding_and_the_others_are_still_checked(garden: Garden) -> None:
    bad = garden.write("rubrics/garden/how-to-grow-tomatoes.yaml", "id: garden/x\nconcepts: [\n")
    garden.change(garden.rubric, ("hint: How do you water?", "hint: Where does water do harm?"))
    report = garden.report(bad, garden.rubric)
    assert [(finding.path, finding.code) for finding in report.findings] == [(str(bad), "F001")]
    assert report.files == 2


def test_a_refused_file_names_the_line(garden: Garden) -> None:
    garden.change(garden.rubric, ("weight: 1", "weight: none"))
    found = one(list(garden.report().findings), "F001")
    assert (found.line, "weight" in found.message) == (8, True)


def test_a_lexicon_that_is_not_there_is_a_finding_and_the_rest_is_still_checked(lint: Lint) -> None:
    found = lint(("lexicon: garden", "lexicon: orchard"), ("avoid wet leaves", "avoid dry leaves"))
    assert {"F005", "S002"} <= set(codes(found))
    assert one(found, "F005").line == 4


def test_a_lexicon_with_a_fault_is_named_with_its_own_line(garden: Garden) -> None:
    garden.change(garden.lexicon, ("same: leaves", "sane: leaves"))
    assert f"{garden.lexicon}:6" in one(list(garden.report().findings), "F005").message


def test_a_lexicon_can_be_checked_by_itself(garden: Garden) -> None:
    garden.change(garden.lexicon, ("id: garden", "id: no such id"))
    assert codes(list(garden.report(garden.lexicon).findings)) == ["F001"]


def test_a_seed_that_is_not_there_is_a_note(garden: Garden) -> None:
    garden.seed.unlink()
    assert codes(list(garden.report().findings)) == ["S005"]


def test_a_seed_that_cannot_be_read_is_a_note(garden: Garden) -> None:
    garden.seed.write_text("- no question here\n", "utf-8")
    assert f"{garden.seed}:1" in one(list(garden.report().findings), "S005").message


def test_the_seed_is_the_one_that_the_source_names(garden: Garden) -> None:
    moved = garden.write("rubrics/own/how-to-keep-roses-healthy.yaml", RUBRIC.replace("id: garden/", "id: own/"))
    assert garden.report(moved).findings == ()


def test_a_file_given_twice_is_checked_once(garden: Garden) -> None:
    assert garden.report(garden.rubric, garden.rubric).files == 1


def test_a_file_named_from_its_own_folder_has_the_same_id(garden: Garden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(garden.rubric.parent)
    assert garden.report(Path(garden.rubric.name)).findings == ()


def test_findings_come_in_the_order_of_the_lines(garden: Garden) -> None:
    other = garden.write("rubrics/garden/a.yaml", RUBRIC.replace("garden/how-to-keep-roses-healthy", "garden/a"))
    garden.change(other, ("prune in winter", "prune in summer"))
    findings = garden.report(garden.rubric, other).findings
    assert [f.line for f in findings] == sorted(f.line for f in findings)


def test_the_shipped_rubrics_have_no_error_and_no_warning_that_nobody_accepted() -> None:
    shelves = library()
    report = check(map(shelves.rubrics.path, shelves.rubrics.ids()), shelves)
    left = [f for f in report.findings if f.severity != "note"]
    assert report.files == 27
    assert left == []


def test_the_seeds_empty_advice_is_found_and_waived() -> None:
    shelves = library()
    report = check([shelves.rubrics.path("backend-hiring-questions/how-to-deal-with-security")], shelves)
    assert [(f.code, f.text) for f in report.waived] == [("C001", "use security")]
