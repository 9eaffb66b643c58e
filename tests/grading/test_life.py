"""A grade's life: graded, overridden, confirmed, released, regraded, erased, in any order, against a plain model."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test

from grader.access import ROLES, Principal
from grader.bootstrap import Kept
from grader.errors import GraderError, StaleGrade, UnknownGrade
from grader.grading import Grading, Labels, Wanted, grade, kept_in, prepare
from grader.rubric import FileAssessments, FileRubrics
from tests.grading.acts import SCALE, create, decide, other_rubric
from tests.grading.faulty import FAULTS, FaultyStore

ANSWERS = ("", "more servers", "a queue and more servers", "autoscaling", "never more servers")
CREDIT = {"met": 1.0, "partial": 0.5, "missed": 0.0, "contradicted": 0.0}
CONCEPTS = ("scale-out", "queues")


@dataclass
class Model:
    """What should be kept of a grade."""

    answer: str
    candidate: str
    credits: dict[str, float]
    version: int = 1
    revision: int = 1
    rubric: str = ""
    decided: dict[str, float] = field(default_factory=dict)
    given: float | None = None
    shown: float | None = None
    audit: list[str] = field(default_factory=lambda: ["grade.create"])

    @property
    def score(self) -> float:
        """The score in force: a person's, or the mean of the credits, a person's before the machine's."""
        if self.given is not None:
            return self.given
        return sum((self.credits | self.decided)[name] for name in CONCEPTS) / 2


class Life(RuleBasedStateMachine):
    """Acts on grades of one tenant, and looks after each."""

    kept: Kept
    grades = Bundle("grades")

    def __init__(self) -> None:
        super().__init__()
        self.who = Principal(f"t-{token_hex(8)}", "key_1", ROLES["admin"])
        self.rubrics = {"file": self.kept.shelves.grading(self.who.tenant).exact(SCALE)}
        self.rubrics["sent"] = other_rubric(self.kept, self.who)
        self.in_force, self.models, self.gone = "file", dict[str, Model](), list[str]()

    def credits(self, answer: str) -> dict[str, float]:
        found = grade(prepare(self.rubrics[self.in_force]), answer, Labels("x"))
        return {concept.id: concept.credit for concept in found.concepts}

    @rule(target=grades, answer=st.sampled_from(ANSWERS), candidate=st.sampled_from("ab"))
    def keep(self, answer: str, candidate: str) -> str:
        made = create(self.kept, self.who, answer, candidate=candidate).grade.id
        self.models[made] = Model(answer, candidate, self.credits(answer), rubric=self.in_force)
        return made

    @rule(grade=grades, concept=st.sampled_from(CONCEPTS), verdict=st.sampled_from(sorted(CREDIT)))
    def override(self, grade: str, concept: str, verdict: str) -> None:
        if model := self.next(grade, "grade.override"):
            verdicts: dict[str, Any] = {concept.replace("-", "_"): verdict}
            decision = decide(**verdicts)
            self.kept.reviewing.override(self.who, grade, model.version - 1, decision)
            model.decided[concept], model.given = CREDIT[verdict], None

    @rule(grade=grades, score=st.sampled_from((0.0, 0.3, 1.0)))
    def give_a_score(self, grade: str, score: float) -> None:
        if model := self.next(grade, "grade.override"):
            self.kept.reviewing.override(self.who, grade, model.version - 1, decide(score))
            model.given = score

    @rule(grade=grades)
    def confirm(self, grade: str) -> None:
        if model := self.next(grade, "grade.confirm"):
            self.kept.reviewing.confirm(self.who, grade, model.version - 1)

    @rule(grade=grades)
    def release(self, grade: str) -> None:
        if model := self.next(grade, "grade.release"):
            self.kept.reviewing.release(self.who, grade, model.version - 1)
            model.shown = model.score

    @rule(grade=grades, off=st.sampled_from((-1, 1)))
    def act_on_another_version(self, grade: str, off: int) -> None:
        if model := self.models.get(grade):
            with pytest.raises(StaleGrade):
                self.kept.reviewing.override(self.who, grade, model.version + off, decide(1))

    @rule(name=st.sampled_from(("file", "sent")))
    def publish(self, name: str) -> None:
        self.kept.publishing.add_rubric(self.who, self.rubrics[name])
        self.in_force = name

    @rule(grade=grades)
    def regrade(self, grade: str) -> None:
        model = self.models.get(grade)
        if model is None:
            return
        asyncio.run(self.kept.regrading.regrade(self.who, grade, model.version))
        if model.rubric != self.in_force:
            self.next(grade, "grade.regrade")
            model.credits, model.rubric = self.credits(model.answer), self.in_force
            model.revision += 1

    @rule(grade=consumes(grades))
    def erase(self, grade: str) -> None:
        if self.models.pop(grade, None):
            self.kept.erasing.erase_grade(self.who, grade)
            self.gone.append(grade)

    @rule(candidate=st.sampled_from("ab"))
    def erase_candidate(self, candidate: str) -> None:
        gone = [name for name, model in self.models.items() if model.candidate == candidate]
        assert self.kept.erasing.erase_candidate(self.who, candidate) == len(gone)
        self.gone += gone
        self.models = {name: model for name, model in self.models.items() if name not in gone}

    def next(self, grade: str, action: str) -> Model | None:
        """Return the model of a grade with its next version, if it is not erased."""
        if model := self.models.get(grade):
            model.version += 1
            model.audit.append(action)
        return self.models.get(grade)

    @invariant()
    def every_grade_is_as_the_model_says(self) -> None:
        found = {each.grade.id: each for each in self.kept.keeping.all(self.who, Wanted())}
        assert found.keys() == self.models.keys()
        for name, model in self.models.items():
            stored = found[name].stored
            assert (stored.version, stored.latest.revision, stored.answer) == (
                model.version,
                model.revision,
                model.answer,
            )
            assert found[name].grade.score == model.score
            assert stored.machine.score == sum(model.credits.values()) / 2

    @invariant()
    def a_candidate_sees_what_was_released_and_nothing_else(self) -> None:
        for name in (*self.models, *self.gone):
            shown = self.models[name].shown if name in self.models else None
            try:
                assert self.kept.reviewing.shown(self.who, name).score == shown is not None
            except UnknownGrade:
                assert shown is None

    @invariant()
    def every_revision_can_be_replayed(self) -> None:
        for name in self.models:
            assert self.kept.replaying.replay(self.who, name).identical

    def teardown(self) -> None:
        """The audit tells the whole story, holds, and nobody else saw any of it."""
        rows = self.kept.store.read(lambda unit: unit.audit.page(self.who.tenant, 0, 10_000))
        for name, model in self.models.items():
            assert [row.action for row in rows if row.subject == name] == model.audit
        assert {row.subject for row in rows if row.action.endswith(".erase")} == set(self.gone)
        faults = self.kept.store.read(lambda unit: [f for f in unit.audit.check() if f.tenant == self.who.tenant])
        assert faults == []
        assert self.kept.keeping.page(replace(self.who, tenant=self.who.tenant + "x"), Wanted()).grades == ()


def check(life: Kept, examples: int, steps: int, **more: Any) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        **more,
    )
    run_state_machine_as_test(type("Living", (Life,), {"kept": life}), settings=chosen)


def test_whatever_happens_to_grades_the_model_knows(life: Kept) -> None:
    check(life, examples=5, steps=15)


@pytest.mark.long
def test_whatever_happens_to_grades_the_model_knows_in_many_lives(life: Kept) -> None:
    check(life, examples=40, steps=25)


@pytest.mark.long
@pytest.mark.parametrize("fault", FAULTS)
def test_a_store_with_a_fault_is_found_out(
    life: Kept, grading: Grading, tmp_path: Path, clock: Callable[[], datetime], fault: str
) -> None:
    """What the model knows is worth something only if it notices what is wrong."""
    files = FileRubrics((tmp_path,)), grading, FileAssessments((tmp_path,))
    faulty = kept_in(FaultyStore(life.store, FAULTS[fault]), *files, clock)
    with pytest.raises((AssertionError, GraderError, ValueError, LookupError)):
        check(faulty, examples=300, steps=25, phases=(Phase.generate,), derandomize=True, database=None)
