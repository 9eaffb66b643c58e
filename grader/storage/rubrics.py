"""The versions of rubrics in the database."""

from typing import Any

from sqlalchemy import Connection, Row, select

from grader.errors import StaleGrade
from grader.grading import RubricVersion

from .engine import insert_if_new
from .instants import to_instant, to_text
from .tables import rubrics


class SqlRubricVersions:
    """The versions of rubrics by tenant and id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tenant: str, version: RubricVersion) -> None:
        """Keep a version, whose number must be the next one. Raises StaleGrade."""
        row = {**version.model_dump(), "tenant": tenant, "made": to_text(version.made)}
        next_one = len(self.versions(tenant, version.rubric)) + 1
        if version.number != next_one or not insert_if_new(self._connection, rubrics, row):
            raise StaleGrade

    def in_force(self, tenant: str) -> tuple[RubricVersion, ...]:
        """Return the highest version of each rubric, by id."""
        asked = select(rubrics).where(rubrics.c.tenant == tenant).order_by(rubrics.c.number)
        highest = {row.rubric: row for row in self._connection.execute(asked)}
        return tuple(_version(highest[rubric_id]) for rubric_id in sorted(highest))

    def versions(self, tenant: str, rubric_id: str) -> tuple[RubricVersion, ...]:
        """Return all versions of a rubric, the first one first; none of an unknown rubric."""
        asked = select(rubrics).where(rubrics.c.tenant == tenant, rubrics.c.rubric == rubric_id)
        return tuple(map(_version, self._connection.execute(asked.order_by(rubrics.c.number))))


def _version(row: Row[Any]) -> RubricVersion:
    values = {name: getattr(row, name) for name in RubricVersion.model_fields}
    return RubricVersion(**values | {"made": to_instant(row.made)})
