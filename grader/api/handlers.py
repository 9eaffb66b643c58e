"""Turns every error, ours, the framework's or a bug, into a problem."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from grader.errors import DocumentRefused, GraderError
from grader.telemetry import log

from .problems import BAD_REQUEST, INTERNAL, INVALID, NOT_JSON, Problem, by_error, by_status, problem

MOST_ERRORS = 20


def add_handlers(app: FastAPI) -> None:
    """Make every error of an application a problem."""
    app.add_exception_handler(GraderError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    return problem(request, _told(error), **_more(error))


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    if isinstance(error.body, bytes):  # the framework parses a body only if its type says JSON
        return problem(request, NOT_JSON)
    found = error.errors()
    if any(fault["type"] == "json_invalid" for fault in found):
        return problem(request, BAD_REQUEST)
    return problem(request, INVALID, errors=[_fault(fault) for fault in found[:MOST_ERRORS]])


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    reply = problem(request, by_status(error.status_code))
    reply.headers.update(error.headers or {})
    return reply


async def _bug(request: Request, error: Exception) -> JSONResponse:
    log("bug", level="error", error=error, request_id=request.state.request_id)
    return problem(request, INTERNAL)


def _more(error: Exception) -> dict[str, Any]:
    """What is said beside the fixed texts: names of rubrics that are near, the line of a fault."""
    near, line = list(getattr(error, "near", ())), getattr(error, "line", None)
    more: dict[str, Any] = {"near": near} if near else {}
    return more | ({"errors": [{"line": line, "code": "unreadable"}]} if isinstance(error, DocumentRefused) else {})


def _told(error: Exception) -> Problem:
    """The problem for an error of ours; one that only an operator can mend is in the log too."""
    kind = by_error(error)
    if kind.status >= INTERNAL.status:
        log("fault", level="error", error=error)
    return kind


def _fault(fault: dict[str, Any]) -> dict[str, str]:
    """Where a fault is, and its kind. The name of a field that we do not know is input: its object is named."""
    place, *path = fault["loc"]
    if place != "body":
        return {"parameter": str(path[0]), "code": fault["type"]}
    known = path[:-1] if fault["type"] == "extra_forbidden" else path
    return {"pointer": "".join(f"/{part}" for part in known), "code": fault["type"]}
