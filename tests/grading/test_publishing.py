"""Versions of rubrics and assessments that are sent to the service."""

from dataclasses import replace

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import LexiconError, UnknownAssessment, UnknownRubric
from grader.rubric import Assessment
from tests.grading.acts import SCALE, create, other_rubric

SENT = Assessment.model_validate({"id": "take-home", "title": "Mine", "questions": [{"rubric": SCALE}]})


def test_a_sent_version_is_in_force_at_once_for_its_tenant_alone(life: Kept, who: Principal) -> None:
    version = life.publishing.add_rubric(who, other_rubric(life, who))
    assert (version.number, version.made_by) == (1, who.id)
    assert create(life, who, "autoscaling").grade.rubric_hash == version.hash
    assert create(life, replace(who, tenant=who.tenant + "x"), "autoscaling").grade.rubric_hash != version.hash


def test_versions_are_numbered_and_each_can_be_read(life: Kept, who: Principal) -> None:
    first, second = other_rubric(life, who), other_rubric(life, who, question="How?")
    for rubric in (first, second):
        life.publishing.add_rubric(who, rubric)
    assert [version.number for version in life.publishing.versions(who, SCALE)] == [1, 2]
    assert life.publishing.version(who, SCALE, 1) == first
    assert life.shelves.grading(who.tenant).exact(SCALE) == second


def test_sending_the_version_in_force_again_makes_no_new_one(life: Kept, who: Principal) -> None:
    rubric = other_rubric(life, who)
    assert life.publishing.add_rubric(who, rubric) == life.publishing.add_rubric(who, rubric)


def test_an_earlier_version_can_be_put_in_force_again(life: Kept, who: Principal) -> None:
    first, second = other_rubric(life, who), other_rubric(life, who, question="How?")
    numbers = [life.publishing.add_rubric(who, rubric).number for rubric in (first, second, first)]
    assert numbers == [1, 2, 3]
    assert life.shelves.grading(who.tenant).exact(SCALE) == first


def test_a_rubric_in_a_file_has_no_versions_and_an_unknown_one_is_an_error(life: Kept, who: Principal) -> None:
    assert life.publishing.versions(who, SCALE) == ()
    with pytest.raises(UnknownRubric):
        life.publishing.versions(who, "toy/nowhere")
    with pytest.raises(UnknownRubric):
        life.publishing.version(who, SCALE, 1)


def test_a_rubric_whose_lexicon_is_not_there_is_refused(life: Kept, who: Principal) -> None:
    with pytest.raises(LexiconError):
        life.publishing.add_rubric(who, other_rubric(life, who, lexicon="nowhere"))


def test_a_sent_assessment_wins_over_a_file(life: Kept, who: Principal) -> None:
    assert life.publishing.assessment(who, "take-home").title == "A take-home"
    life.publishing.add_assessment(who, SENT)
    assert life.publishing.add_assessment(who, SENT).number == 2
    assert life.publishing.assessment(who, "take-home").title == "Mine"
    assert life.publishing.assessments(who) == ("take-home",)


def test_an_assessment_of_unknown_questions_is_refused(life: Kept, who: Principal) -> None:
    unknown = Assessment.model_validate({"id": "a", "title": "A", "questions": [{"rubric": "toy/nowhere"}]})
    with pytest.raises(UnknownRubric):
        life.publishing.add_assessment(who, unknown)
    with pytest.raises(UnknownAssessment):
        life.publishing.assessment(who, "a")
