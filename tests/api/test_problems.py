"""Problems: one table, and a row for everything."""

import inspect
from dataclasses import astuple

import pytest
from starlette.requests import Request

from grader import errors
from grader.api.problems import BY_ERROR, BY_STATUS, INTERNAL, Problem, by_error, by_status, problem

ALL = [*BY_STATUS.values(), *BY_ERROR.values()]


def leaves(kind: type[errors.GraderError]) -> list[type[errors.GraderError]]:
    below = [leaf for child in kind.__subclasses__() for leaf in leaves(child)]
    return below or [kind]


@pytest.mark.parametrize("kind", [kind for kind in leaves(errors.GraderError) if inspect.getmodule(kind) is errors])
def test_every_error_has_a_row(kind: type[errors.GraderError]) -> None:
    assert kind in BY_ERROR
    assert by_error(kind("xyzzy")) is BY_ERROR[kind]


def test_a_slug_stands_for_one_problem() -> None:
    assert len({kind.slug for kind in ALL}) == len(set(ALL))
    assert all(all(astuple(kind)) for kind in ALL)


@pytest.mark.parametrize("status", [401, 405, 418, 429, 500, 503])
def test_a_problem_keeps_the_status_that_the_framework_chose(status: int) -> None:
    assert by_status(status).status == status


def test_an_error_without_a_row_is_ours_to_mend() -> None:
    assert by_error(KeyError("xyzzy")) is INTERNAL


def test_a_problem_says_what_to_do_and_which_request_it_was() -> None:
    request = Request({"type": "http", "state": {"request_id": "r-1"}, "headers": []})
    reply = problem(request, Problem(418, "teapot", "A teapot", "Take a cup."), near=["a"])
    assert reply.media_type == "application/problem+json"
    assert bytes(reply.body) == (
        b'{"type":"/problems/teapot","title":"A teapot","status":418,"detail":"Take a cup.",'
        b'"instance":"urn:request:r-1","request_id":"r-1","near":["a"]}'
    )
