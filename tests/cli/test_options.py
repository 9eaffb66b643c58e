"""What the options offer is what the grader knows."""

from typing import get_args

from grader import access
from grader.cli import options
from grader.cli.options import Mode, RoleName
from grader.matching import Mode as Known


def test_the_modes_offered_are_the_matchers() -> None:
    assert get_args(Mode) == get_args(Known)


def test_roles_and_the_first_tenant_are_those_of_the_access_rules() -> None:
    assert get_args(RoleName) == get_args(access.Role)
    assert options.HOME == access.HOME
