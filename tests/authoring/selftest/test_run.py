"""Run the self-test and report what does not behave."""

from grader.authoring import kinds
from grader.authoring.selftest import Notes, SelfTestReport, Subject, selftest
from grader.grading import prepare
from grader.rubric import EMPTY, Rubric
from tests.authoring.conftest import rubric_of

TEA = rubric_of("drink", "Drink?", {"id": "tea", "source": "drink tea", "expect": "coffee", "paraphrases": ["Tea!"]})


def report_of(rubric: Rubric, *accepted: str) -> SelfTestReport:
    notes = [{"rubric": rubric.slug, "mutant": text, "reason": "so be it"} for text in accepted]
    subject = Subject(prepare(rubric, EMPTY), "drink tea")
    return selftest(subject, {}, Notes.model_validate({"accepted": notes}))


def test_what_does_not_behave_is_reported_with_its_text() -> None:
    failure = next(case for case in report_of(TEA).failures if case.mutant.kind == "paraphrase")
    assert (failure.mutant.text, failure.mutant.expected, failure.got) == ("Tea!", "tea met", ("tea missed",))


def test_what_a_person_accepts_is_no_failure_and_still_does_not_behave() -> None:
    report = report_of(TEA, "Tea!")
    assert [case.accepted for case in report.accepted] == ["so be it"]
    assert "Tea!" not in [case.mutant.text for case in report.failures]
    assert kinds([report])["paraphrase"] == (0, 1)


def test_what_need_not_be_accepted_is_named() -> None:
    assert report_of(TEA, "gone").needless == ("gone",)


def test_kinds_are_counted_over_rubrics() -> None:
    assert kinds([report_of(TEA), report_of(TEA)])["blank"] == (2, 2)
