"""Errors as RFC 9457 problems: one shape, fixed texts, no input. The only error status codes."""

from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from grader import errors

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem: `slug` is what clients compare, so it never changes."""

    status: int
    slug: str
    title: str
    detail: str


BAD_REQUEST = Problem(400, "bad-request", "The request cannot be read", "Send one JSON value in UTF-8.")
NO_KEY = Problem(401, "no-key", "No valid key", "Send `Authorization: Bearer` with a key that is valid.")
FORBIDDEN = Problem(403, "not-permitted", "Your key does not allow this", "Ask your administrator for another role.")
NOT_FOUND = Problem(404, "not-found", "Not found", "There is nothing at this address.")
WRONG_METHOD = Problem(405, "method-not-allowed", "Method not allowed", "Use a method that the Allow header names.")
SLOW = Problem(408, "slow", "The request came too slowly", "Send the head within 10 seconds, the body at 1 KiB/s.")
TOO_LARGE = Problem(413, "too-large", "The body is too large", "Send at most 256 KiB; a batch at most 1 GiB.")
NOT_JSON = Problem(415, "unsupported-media-type", "The body is not JSON", "Send `Content-Type: application/json`.")
INVALID = Problem(422, "invalid", "The request is not valid", "Mend what `errors` names and send it again.")
TOO_MANY = Problem(429, "too-many-requests", "Too many requests", "Wait as long as Retry-After says.")
NOT_READY = Problem(503, "not-ready", "The service is not ready", "Its operator finds the reason in the log.")
INTERNAL = Problem(
    500, "internal", "The grader failed", "Nothing was graded. Try again; if it goes on, report the request id."
)
HEADERS: dict[int | str, dict[str, str]] = {
    401: {"WWW-Authenticate": "Bearer"},
    503: {"Retry-After": "2"},
    "idempotency-key-in-use": {"Retry-After": "1"},
}
"""What replies of a status or slug carry: how to be let in, and after how many seconds it is worth to try again."""
_CLIENTS = (BAD_REQUEST, NO_KEY, FORBIDDEN, NOT_FOUND, WRONG_METHOD, TOO_LARGE, NOT_JSON, INVALID, TOO_MANY)
BY_STATUS = {known.status: known for known in (*_CLIENTS, INTERNAL)}
BY_ERROR: dict[type[errors.GraderError], Problem] = {
    errors.SeedError: Problem(500, "seed-fault", "A seed has a fault", "Its keeper must mend it."),
    errors.RubricError: Problem(500, "rubric-fault", "A rubric has a fault", "Its keeper must mend it."),
    errors.LexiconError: Problem(500, "lexicon-fault", "A lexicon has a fault", "Its keeper must mend it."),
    errors.AssessmentError: Problem(500, "assessment-fault", "An assessment has a fault", "Its keeper must mend it."),
    errors.LabelError: Problem(500, "label-fault", "Labelled answers have a fault", "Their keeper must mend them."),
    errors.AnswersError: Problem(400, "answers-unread", "Answers cannot be read", "Mend the file and send it again."),
    errors.MappingUnsure: Problem(400, "columns-unsure", "The columns are unclear", "Say what the columns are for."),
    errors.UnknownRubric: Problem(
        404, "unknown-rubric", "No rubric has this name", "Ask GET /v1/rubrics for those there are."
    ),
    errors.AmbiguousRubric: Problem(
        409, "ambiguous-rubric", "Several rubrics have this name", "Give more of the rubric's id."
    ),
    errors.UnknownAssessment: Problem(
        404, "unknown-assessment", "No assessment has this id", "Compare it with the files of the assessments."
    ),
    errors.UnknownConcept: Problem(
        404, "unknown-concept", "The rubric has no such concept", "Ask for the rubric to see those it has."
    ),
    errors.AnswerRefused: Problem(
        422, "answer-refused", "The answer cannot be graded", "Send 20,000 characters at most, without NUL."
    ),
    errors.ReferenceRefused: Problem(
        422,
        "reference-refused",
        "No rubric can be built from the reference",
        "Send a question, and a reference of at most 50 sentences.",
    ),
    errors.JudgeError: Problem(
        503, "judge-unavailable", "The judge gave no judgement", "Grade without it, or try again later."
    ),
    errors.DocumentRefused: Problem(
        422, "rubric-refused", "The rubric cannot be read", "Send it with `validate_only=true` to see why."
    ),
    errors.NotYaml: Problem(
        415, "neither-yaml-nor-json", "The body is no YAML", "Send `Content-Type: application/yaml` or JSON."
    ),
    errors.KeyMalformed: Problem(
        400, "idempotency-key-malformed", "The key cannot be read", "Send 1 to 255 visible ASCII characters."
    ),
    errors.CursorRefused: Problem(400, "cursor-refused", "The cursor cannot be used", "Begin without a cursor."),
    errors.VersionMissing: Problem(
        428, "version-missing", "Which version is not said", "Send If-Match with the ETag of what you read."
    ),
    errors.UnknownKey: Problem(404, "unknown-key", "No key has this id", "Ask GET /v1/keys for those there are."),
    errors.KeyRefused: NO_KEY,
    errors.NotPermitted: FORBIDDEN,
    errors.NoSuchPlace: NOT_FOUND,
    errors.AccessRefused: FORBIDDEN,
    errors.UnknownGrade: Problem(
        404, "unknown-grade", "No grade has this id", "Ask GET /v1/grades for those there are."
    ),
    errors.UnknownScorecard: Problem(
        404, "unknown-scorecard", "No scorecard has this id", "Ask GET /v1/scorecards for those there are."
    ),
    errors.StaleGrade: Problem(412, "stale", "It has changed since you read it", "Read it again, then decide anew."),
    errors.OverrideRefused: Problem(
        422, "override-refused", "The override does not fit the grade", "Name concepts of the grade; a score is 0 to 1."
    ),
    errors.KeyInUse: Problem(
        409, "idempotency-key-in-use", "A request with this key is running", "Wait a second and send it again."
    ),
    errors.KeyReused: Problem(
        422, "idempotency-key-reused", "Another request had this key", "Use a new key for a new request."
    ),
    errors.StorageBusy: Problem(
        503, "storage-busy", "The storage cannot be reached now", "Nothing was changed. Try again in a few seconds."
    ),
    errors.StorageFull: Problem(
        507, "storage-full", "The disk is full", "Nothing was changed. The operator must free some space."
    ),
    errors.StorageOutdated: Problem(
        503, "storage-outdated", "The storage is of another version", "Its operator must upgrade it."
    ),
    errors.StorageFault: Problem(500, "storage-fault", "The storage failed", "Try again, or report the request id."),
    errors.BackupFailed: Problem(500, "backup-failed", "The backup failed", "The operator must look why."),
    errors.UnknownBatch: Problem(
        404, "unknown-batch", "No batch has this id", "Ask GET /v1/batches for those there are."
    ),
    errors.BatchRefused: Problem(
        422, "batch-refused", "The batch cannot be taken", "Send JSONL or CSV: a row has an answer, and a rubric."
    ),
    errors.RowRefused: Problem(422, "row-refused", "A row cannot be graded", "A row has an answer, and a rubric."),
    errors.BatchStopped: Problem(409, "batch-stopped", "The batch was stopped", "Send its rows in a new batch."),
    errors.WorkerLost: Problem(503, "worker-lost", "The work was taken over", "Try again in a few seconds."),
    errors.WebhookRefused: Problem(
        422,
        "webhook-refused",
        "The address cannot be used",
        "Name an https address of a public host, port 443 or 8443.",
    ),
    errors.UnknownWebhook: Problem(
        404, "unknown-webhook", "No webhook has this id", "Ask GET /v1/webhooks for those there are."
    ),
    errors.SettingsError: Problem(
        500, "settings-fault", "A setting of the service cannot be used", "Its operator must mend it."
    ),
}


def by_status(status: int) -> Problem:
    """Return the problem for a status that the framework chose."""
    nearest = BAD_REQUEST if status < INTERNAL.status else INTERNAL
    return BY_STATUS.get(status) or replace(nearest, status=status)


def by_error(error: Exception) -> Problem:
    """Return the problem for an error that was raised on purpose."""
    return next((found for kind, found in BY_ERROR.items() if isinstance(error, kind)), INTERNAL)


def problem(request: Request, kind: Problem, **more: Any) -> JSONResponse:
    """Return a problem as a reply; `more` are its extension members."""
    headers = HEADERS.get(kind.slug) or HEADERS.get(kind.status)
    body = document(kind, request.state.request_id, **more)
    return JSONResponse(body, kind.status, headers, media_type=MEDIA_TYPE)


def document(kind: Problem, request_id: str, **more: Any) -> dict[str, Any]:
    """Return a problem's body."""
    return {
        "type": f"/problems/{kind.slug}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.detail,
        "instance": f"urn:request:{request_id}",
        "request_id": request_id,
        **more,
    }
