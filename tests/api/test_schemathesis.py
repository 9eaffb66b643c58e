"""Every operation under generated requests, for each role, on both databases: no fault, nothing undocumented."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import negative_data_rejection

from grader.access import Role

from .both import postgresql as postgresql
from .both import town as town
from .tenants import World

# Of requests that fit the document, and again of those that do not, each sent four times. What the databases tell
# apart lies behind the repositories, whose own tests run on both: fewer on PostgreSQL.
EXAMPLES = {"sqlite": 40, "postgresql": 10}
REFUSALS = ["2xx", "400", "401", "403", "404", "409", "412", "415", "422", "428", "503"]
CHECKS = {
    # what fits the document may still be refused: an unknown rubric, a version that is old, a key that was used
    "positive_data_acceptance": {"expected-statuses": REFUSALS},
    # what another role may not do is refused before it is read
    "negative_data_rejection": {"expected-statuses": [status for status in REFUSALS if status != "2xx"]},
}
# The key is of the role that sends, not generated.
CONFIG = SchemathesisConfig.from_dict({"checks": CHECKS, "generation": {"with-security-parameters": False}})
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
ROLES: tuple[Role, ...] = ("admin", "interviewer", "candidate")
pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


def test_no_request_of_any_role_finds_a_fault(town: World) -> None:
    """Each request that is generated is sent by every role."""
    keys = [town.key(role, candidate="c-1" if role == "candidate" else None) for role in ROLES]
    everyone = [{}, *({"Authorization": f"Bearer {key}"} for key in keys)]
    schema: Any = schemathesis.openapi.from_asgi("/openapi.json", town.app, config=CONFIG)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 40
    examples = EXAMPLES["sqlite" if town.services.database.embedded else "postgresql"]
    for operation in operations:
        for mode in schemathesis.GenerationMode:
            check(operation, mode, everyone, examples)


def check(operation: Any, mode: schemathesis.GenerationMode, everyone: list[dict[str, str]], examples: int) -> None:
    """Send requests that fit the document, or that do not, to one operation; some take nothing that could be wrong."""

    @settings(max_examples=examples, deadline=None, suppress_health_check=QUIET, database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        left_out = [negative_data_rejection] if any_body_will_do(case) else []
        for headers in everyone:
            case.call_and_validate(headers=headers, excluded_checks=left_out)

    try:
        run()
    except Unsatisfiable:
        assert mode == schemathesis.GenerationMode.NEGATIVE


def any_body_will_do(case: Any) -> bool:
    """Whether nothing is wrong but the body, where that is no reason to refuse it.

    `validate_only` says what is wrong with any document at all: a 200. A batch's lines are read after it was taken:
    a row that cannot be read is a row of its result, and any text at all is a CSV. A list of at most one text in its
    query is wrong by the document alone: in an address it is that text, or nothing.
    """
    wrong = {place.value for place, part in case.meta.components.items() if part.mode.is_negative}
    checked = str(case.query.get("validate_only")).lower() in ("true", "1", "on", "yes", "y", "t")
    if case.path == "/v1/batches" and any(isinstance(sent, list) and len(sent) < 2 for sent in case.query.values()):
        wrong.discard("query")
    return wrong == {"body"} and (case.path == "/v1/batches" or (case.path == "/v1/rubrics" and checked))
