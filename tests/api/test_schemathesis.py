"""Every operation under generated requests, for each role, on both databases: no fault, nothing undocumented."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import negative_data_rejection

from grader.storage import Database, upgrade
from tests.api.tenants import World, world
from tests.storage.conftest import postgresql as postgresql

EXAMPLES = 10
REFUSALS = ["2xx", "400", "401", "403", "404", "409", "412", "415", "422", "428", "503"]
CHECKS = {
    # what fits the document may still be refused: an unknown rubric, a version that is old, a key that was used
    "positive_data_acceptance": {"expected-statuses": REFUSALS},
    # what another role may not do is refused before it is read
    "negative_data_rejection": {"expected-statuses": [status for status in REFUSALS if status != "2xx"]},
}
CONFIG = SchemathesisConfig.from_dict({"checks": CHECKS})
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
ROLES = ["admin", "interviewer", "candidate", None]
pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
        opened = Database(url)
        upgrade(opened)
        opened.close()
    with world(Path(tmp_path_factory.mktemp("generated")), url) as found:
        yield found


@pytest.mark.parametrize("role", ROLES)
def test_no_request_of_any_role_finds_a_fault(town: World, role: Any) -> None:
    key = town.key(role, candidate="c-1" if role == "candidate" else None) if role else None
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    schema: Any = schemathesis.openapi.from_asgi("/openapi.json", town.app, config=CONFIG)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        for mode in schemathesis.GenerationMode:
            check(operation, mode, headers)


def check(operation: Any, mode: schemathesis.GenerationMode, headers: dict[str, str]) -> None:
    """Send requests that fit the document, or that do not, to one operation; some take nothing that could be wrong."""
    # `validate_only` says what is wrong with any document at all: that is a 200; any text at all can be a CSV
    left_out = [negative_data_rejection] if operation.path in ("/v1/rubrics", "/v1/batches") else []

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=QUIET, database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        case.call_and_validate(headers=headers, excluded_checks=left_out)

    try:
        run()
    except Unsatisfiable:
        assert mode == schemathesis.GenerationMode.NEGATIVE
