"""Use cases of who keeps rubrics: send a version of a rubric or an assessment, list versions, read an old one."""

from collections.abc import Callable
from datetime import datetime

from grader.access import Principal
from grader.errors import UnknownAssessment, UnknownRubric
from grader.rubric import Assessment, Assessments, Rubric, content_hash

from .idempotency import Claim, Done
from .keeping import settle, utc_now
from .repository import Store, Unit
from .shelf import Shelves
from .versioned import AssessmentVersion, RubricVersion


class Publishing:
    """Keeps versions of rubrics and assessments, over those in files."""

    def __init__(
        self, store: Store, shelves: Shelves, files: Assessments, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._store, self._shelves, self._files, self._now = store, shelves, files, now

    def add_rubric(self, who: Principal, rubric: Rubric, *, claim: Claim | None = None) -> RubricVersion:
        """Put a rubric in force as its next version; one that says the same as the version in force is that version.

        Raises LexiconError if its lexicon is not there.
        """
        self._shelves.shelf(who.tenant).lexicon(rubric.lexicon)

        def work(unit: Unit) -> RubricVersion:
            versions = unit.rubrics.versions(who.tenant, rubric.id)
            if versions and versions[-1].hash == content_hash(rubric):
                return versions[-1]
            name = unit.contents.keep(who.tenant, rubric)
            version = RubricVersion(
                rubric=rubric.id, number=len(versions) + 1, hash=name, made=self._now(), made_by=who.id
            )
            unit.rubrics.add(who.tenant, version)
            done = Done(201, f"{rubric.id}/{version.number}")
            settle(unit, who, "rubric.add", rubric.id, version.made, {"number": version.number}, claim, done)
            return version

        added = self._store.write(work)
        self._shelves.shelf(who.tenant).forget()
        return added

    def versions(self, who: Principal, rubric_id: str) -> tuple[RubricVersion, ...]:
        """Return the versions that were sent of a rubric, the first one first; none of a rubric in a file only.

        Raises UnknownRubric if there is no rubric of this id.
        """
        found = self._store.read(lambda unit: unit.rubrics.versions(who.tenant, rubric_id))
        if not found:
            self._shelves.shelf(who.tenant).get(rubric_id)
        return found

    def version(self, who: Principal, rubric_id: str, number: int) -> Rubric:
        """Return a version of a rubric. Raises UnknownRubric."""

        def work(unit: Unit) -> Rubric:
            for version in unit.rubrics.versions(who.tenant, rubric_id):
                if version.number == number:
                    return unit.contents.rubric(who.tenant, version.hash)
            raise UnknownRubric

        return self._store.read(work)

    def add_assessment(
        self, who: Principal, assessment: Assessment, *, claim: Claim | None = None
    ) -> AssessmentVersion:
        """Put an assessment in force as its next version. Raises UnknownRubric for a question that is not there."""
        for question in assessment.questions:
            self._shelves.shelf(who.tenant).get(question.rubric)

        def work(unit: Unit) -> AssessmentVersion:
            number = _latest_number(unit, who.tenant, assessment.id) + 1
            version = AssessmentVersion(assessment=assessment, number=number, made=self._now(), made_by=who.id)
            unit.assessments.add(who.tenant, version)
            done = Done(201, assessment.id)
            settle(unit, who, "assessment.add", assessment.id, version.made, {"number": number}, claim, done)
            return version

        return self._store.write(work)

    def assessment(self, who: Principal, assessment_id: str) -> Assessment:
        """Return the assessment in force: what was sent wins over a file. Raises UnknownAssessment."""
        try:
            return self._store.read(lambda unit: unit.assessments.latest(who.tenant, assessment_id)).assessment
        except UnknownAssessment:
            return self._files.get(assessment_id)

    def assessments(self, who: Principal) -> tuple[str, ...]:
        """Return the ids of all assessments, sorted."""
        own = self._store.read(lambda unit: unit.assessments.ids(who.tenant))
        return tuple(sorted({*own, *self._files.ids()}))


def _latest_number(unit: Unit, tenant: str, assessment_id: str) -> int:
    try:
        return unit.assessments.latest(tenant, assessment_id).number
    except UnknownAssessment:
        return 0
