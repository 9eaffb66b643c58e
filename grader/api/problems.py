"""Errors as RFC 9457 problems: one shape, no input echoed, no exception text of bugs. The only error status codes."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from grader import errors

MOST_ERRORS, LONGEST_POINTER = 20, 200
STATUS: dict[type[errors.GraderError], int] = {
    errors.SeedError: 500,
    errors.RubricError: 500,
    errors.LexiconError: 500,
    errors.UnknownRubric: 404,
    errors.AmbiguousRubric: 409,
    errors.UnknownConcept: 404,
    errors.AnswerRefused: 422,
    errors.SettingsError: 500,
}
TITLES = {
    400: ("bad-request", "The body is not JSON", "Send JSON in UTF-8."),
    404: ("not-found", "Not found", "There is nothing at this address."),
    405: ("method-not-allowed", "Method not allowed", "Use a method that the Allow header names."),
    409: ("ambiguous-rubric", "Several rubrics have this name", "Give more of the rubric's id."),
    413: ("too-large", "The body is too large", "Send at most 256 KiB."),
    415: ("unsupported-media-type", "Not JSON", "Send `Content-Type: application/json`."),
    422: ("invalid", "The request is not valid", "Mend what `errors` names and send it again."),
    500: ("internal", "The grader failed", "Nothing was graded. Try again, and report the request id if it goes on."),
}


def problem(status: int, **more: Any) -> JSONResponse:
    """Return a problem as a response."""
    slug, title, detail = TITLES.get(status, TITLES[400] if status < 500 else TITLES[500])
    body = {"type": f"/problems/{slug}", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, media_type="application/problem+json")


def add_problems(app: FastAPI) -> None:
    """Make every error of an application a problem."""
    app.add_exception_handler(errors.GraderError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)


async def _known(_: Request, error: Exception) -> JSONResponse:
    near = list(getattr(error, "near", ()))
    extra: dict[str, Any] = {"near": near} if near else {}
    if isinstance(error, errors.UnknownRubric):
        extra |= {"type": "/problems/unknown-rubric", "title": "No rubric has this name"}
        extra["detail"] = "Ask GET /v1/rubrics for those there are."
    return problem(_status(error), **extra)


def _status(error: Exception) -> int:
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    found: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    if any(fault["type"] == "json_invalid" for fault in found):
        return problem(400)
    faults = [{"pointer": _pointer(fault["loc"]), "code": fault["type"]} for fault in found[:MOST_ERRORS]]
    return problem(422, errors=faults)


async def _http(_: Request, error: Exception) -> JSONResponse:
    response = problem(getattr(error, "status_code", 500))
    response.headers.update(getattr(error, "headers", None) or {})
    return response


async def _bug(_: Request, __: Exception) -> JSONResponse:
    return problem(500)


def _pointer(location: Sequence[int | str]) -> str:
    """A JSON pointer to a fault, in ASCII: keys are the client's and may hold anything."""
    path = "".join(f"/{part}" for part in location if part != "body")
    return path.encode("ascii", "backslashreplace").decode("ascii")[:LONGEST_POINTER]
