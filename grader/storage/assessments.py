"""The versions of assessments in the database."""

from sqlalchemy import Connection, func, select

from grader.errors import StaleGrade, UnknownAssessment
from grader.grading import AssessmentVersion
from grader.rubric import Assessment

from .engine import insert_if_new
from .instants import to_instant, to_text
from .tables import assessments


class SqlAssessmentVersions:
    """The versions of assessments by tenant and id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tenant: str, version: AssessmentVersion) -> None:
        """Keep a version, whose number must be the next one. Raises StaleGrade."""
        row = {
            "tenant": tenant,
            "assessment": version.assessment.id,
            "number": version.number,
            "document": version.assessment.model_dump_json(),
            "made": to_text(version.made),
            "made_by": version.made_by,
        }
        highest = select(func.max(assessments.c.number)).where(
            assessments.c.tenant == tenant, assessments.c.assessment == version.assessment.id
        )
        next_one = (self._connection.execute(highest).scalar() or 0) + 1
        if version.number != next_one or not insert_if_new(self._connection, assessments, row):
            raise StaleGrade

    def ids(self, tenant: str) -> tuple[str, ...]:
        """Return the ids of the assessments there are, sorted."""
        asked = select(assessments.c.assessment).where(assessments.c.tenant == tenant).distinct()
        return tuple(sorted(self._connection.execute(asked).scalars()))

    def latest(self, tenant: str, assessment_id: str) -> AssessmentVersion:
        """Return the version in force. Raises UnknownAssessment."""
        asked = select(assessments).where(assessments.c.tenant == tenant, assessments.c.assessment == assessment_id)
        row = self._connection.execute(asked.order_by(assessments.c.number.desc()).limit(1)).first()
        if row is None:
            raise UnknownAssessment
        assessment = Assessment.model_validate_json(row.document)
        return AssessmentVersion(
            assessment=assessment, number=row.number, made=to_instant(row.made), made_by=row.made_by
        )
