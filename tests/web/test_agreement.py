"""How far people and machine agree: from reviews that are kept, and from labels that were sent."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.access import LOCAL
from grader.bootstrap import Serving, serving
from grader.errors import LabelError
from grader.grading import ConceptOverride, Decision, GradeRequest, Wanted, new_id
from grader.settings import Settings
from grader.web.agreement import FEWEST, of_labels, of_reviews
from grader.web.decision import undoing

CACHE = "backend-hiring-questions/when-to-use-cache"
SOURCE = "to cache expensive operations"
OTHER = Decision("A person read it again.", (ConceptOverride(concept="oauth-token", verdict="met"),))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Serving]:
    found = serving(Settings(data_dir=tmp_path))
    yield found
    found.close()


def review(services: Serving, count: int, *, changed: int = 0) -> None:
    """Keep as many grades that a person confirms, of which some with another verdict."""
    grading = services.kept.shelves.grading(LOCAL.tenant)
    for number in range(count):
        grade = grading.grade(GradeRequest(CACHE, "slow reports"), grade_id=new_id())
        services.kept.keeping.keep(LOCAL, "slow reports", grade, grading.basis(grade))
        if number < changed:
            services.kept.reviewing.override(LOCAL, grade.id, 1, OTHER)
        else:
            services.kept.reviewing.confirm(LOCAL, grade.id, 1)


def lines(count: int, **more: object) -> bytes:
    row = {"rubric": "when-to-use-cache", "answer": "slow reports", "units": {SOURCE: "met"}, "score": 0.5}
    return b"".join(json.dumps({**row, **more}).encode() + b"\n" for _ in range(count))


def test_with_few_reviews_there_is_no_figure(services: Serving) -> None:
    review(services, FEWEST - 1)
    found = of_reviews(services, LOCAL, None, current=False)
    assert (found.used, found.reviews, found.report, found.concepts) == (9, 9, None, ())


def test_figures_rest_on_all_reviews_and_on_those_of_one_rubric(services: Serving) -> None:
    review(services, 12, changed=3)
    found = of_reviews(services, LOCAL, CACHE, current=False)
    assert found.report is not None
    assert (found.used, found.people, found.outdated.reviews) == (12, 1, 0)
    same = found.report.whole.verdicts["accuracy"]
    assert (same.value, same.n) == (0.875, 24)
    assert found.report.whole.scores["mae"].value == 0.125
    assert (found.concepts[0].concept, found.concepts[0].too_low) == ("oauth-token", 3)
    assert of_reviews(services, LOCAL, "no/such", current=False).reviews == 0


def test_a_decision_that_was_undone_is_nobodys(services: Serving) -> None:
    review(services, 2, changed=1)
    (grade,) = [each.stored for each in services.kept.keeping.page(LOCAL, Wanted()).grades if each.stored.overrides]
    services.kept.reviewing.override(LOCAL, grade.id, 2, undoing(grade.machine))
    assert of_reviews(services, LOCAL, None, current=False).reviews == 1


def second(services: Serving, count: int, *, changed: int = 0) -> None:
    """Have another person look at as many grades, and change some."""
    other = replace(LOCAL, id="key_2")
    for number, each in enumerate(services.kept.keeping.page(LOCAL, Wanted(), limit=count).grades):
        if number < changed:
            services.kept.reviewing.override(other, each.stored.id, 2, OTHER)
        else:
            services.kept.reviewing.confirm(other, each.stored.id, 2)


def test_two_people_are_compared_where_both_decided(services: Serving) -> None:
    review(services, 14)
    second(services, FEWEST - 1)
    found = of_reviews(services, LOCAL, None, current=False)
    assert (found.people, found.twice, found.between) == (2, 9, None)


def test_how_far_two_people_agree_rests_on_both_and_not_on_the_machine(services: Serving) -> None:
    review(services, 14)
    second(services, 12, changed=3)
    found = of_reviews(services, LOCAL, None, current=False)
    assert found.between is not None
    same, distance = found.between.verdicts["accuracy"], found.between.scores["mae"]
    assert (found.twice, same.value, same.n, distance.value) == (12, 0.875, 24, 0.125)
    assert same.low is not None


def test_who_undid_a_decision_is_no_second_person(services: Serving) -> None:
    review(services, 1, changed=1)
    (kept,) = services.kept.keeping.page(LOCAL, Wanted()).grades
    services.kept.reviewing.override(LOCAL, kept.stored.id, 2, undoing(kept.stored.machine))
    services.kept.reviewing.confirm(replace(LOCAL, id="key_2"), kept.stored.id, 3)
    found = of_reviews(services, LOCAL, None, current=False)
    assert (found.reviews, found.twice) == (1, 0)


def test_a_new_version_of_the_rubric_makes_reviews_out_of_date(services: Serving) -> None:
    review(services, 11)
    rubric = services.kept.shelves.shelf(LOCAL.tenant).get(CACHE)
    services.kept.publishing.add_rubric(LOCAL, rubric.model_copy(update={"question": "When to cache?"}))
    review(services, 1)
    found = of_reviews(services, LOCAL, None, current=False)
    assert (found.outdated.reviews, found.outdated.by) == (11, (("rubric", 11),))
    current = of_reviews(services, LOCAL, None, current=True)
    assert (current.used, current.reviews, current.report) == (1, 12, None)


def test_labels_are_compared_with_grades_made_now_and_not_kept(services: Serving) -> None:
    found = of_labels(services, LOCAL, lines(10) + b"not json\n", "mine.jsonl", "backend-hiring-questions")
    assert found.report is not None
    assert found.report.whole.verdicts["accuracy"].value == 1.0
    assert [str(each)[:14] for each in found.failed] == ["mine.jsonl:11:"]
    assert services.kept.keeping.page(LOCAL, Wanted()).grades == ()


def test_few_labels_give_no_figure_and_say_what_failed(services: Serving) -> None:
    found = of_labels(services, LOCAL, lines(2) + lines(1, rubric="no-such"), "mine.jsonl", "")
    assert (found.used, found.report, len(found.failed)) == (2, None, 1)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "There is no labelled answer"),
        (b"\xff\n", "The first fault: mine.jsonl:1: the line is not UTF-8"),
        (lines(1, rubric="no-such"), "No line could be used"),
        (lines(5001), "over 5,000 answers"),
    ],
)
def test_a_file_that_gives_nothing_is_refused_with_what_to_do(services: Serving, data: bytes, fault: str) -> None:
    with pytest.raises(LabelError, match=fault):
        of_labels(services, LOCAL, data, "mine.jsonl", "backend-hiring-questions")
