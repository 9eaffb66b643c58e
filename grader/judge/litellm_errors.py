"""Errors of litellm as kinds of ours: by the provider's own code first, then by class, then by status."""

from collections.abc import Iterator
from typing import Any

# Every exception class of litellm, by name, so that this file needs no import of it; a test walks them all.
BY_CLASS = {
    "Timeout": "timeout",
    "RateLimitError": "rate_limited",
    "PaymentRequiredError": "quota",
    "BudgetExceededError": "quota",
    "AuthenticationError": "auth",
    "PermissionDeniedError": "auth",
    "ContextWindowExceededError": "context_window",
    "ContentPolicyViolationError": "content_policy",
    "RejectedRequestError": "content_policy",
    "GuardrailRaisedException": "content_policy",
    "BlockedPiiEntityError": "content_policy",
    "ModifyResponseException": "content_policy",
    "SensitiveDataRouteException": "content_policy",
    "NotFoundError": "not_found",
    "UnprocessableEntityError": "bad_request",
    "UnsupportedParamsError": "bad_request",
    "LiteLLMUnknownProvider": "bad_request",
    "InvalidRequestError": "bad_request",
    "ImageFetchError": "bad_request",
    "VectorStoreSearchError": "bad_request",
    "ModelNotMappedError": "bad_request",
    "BadRequestError": "bad_request",
    "JSONSchemaValidationError": "invalid_output",
    "APIResponseValidationError": "invalid_output",
    "ServiceUnavailableError": "transport",
    "BadGatewayError": "transport",
    "InternalServerError": "transport",
    "MidStreamFallbackError": "transport",
    "APIConnectionError": "transport",
    "MockException": "transport",
    "APIError": "transport",
    "OpenAIError": "transport",
}
BY_CODE = {
    "insufficient_quota": "quota",
    "billing_hard_limit_reached": "quota",
    "context_length_exceeded": "context_window",
    "string_above_max_length": "context_window",
    "content_filter": "content_policy",
    "content_policy_violation": "content_policy",
    "invalid_api_key": "auth",
    "account_deactivated": "auth",
    "model_not_found": "not_found",
}
BY_STATUS = {401: "auth", 402: "quota", 403: "auth", 404: "not_found", 408: "timeout", 413: "context_window"}
DEEPEST = 10


def kind_of(error: BaseException) -> str:
    """Return the kind of a vendor's error; what nobody knows is `transport`."""
    codes = [code for cause in _chain(error) for code in _codes(cause)]
    told = next((BY_CODE[code] for code in codes if code in BY_CODE), None)
    if told:
        return told
    kind = next((BY_CLASS[base.__name__] for base in type(error).__mro__ if base.__name__ in BY_CLASS), "transport")
    return BY_STATUS.get(getattr(error, "status_code", 0), kind) if kind == "transport" else kind


def retry_after(error: BaseException) -> float | None:
    """Return the seconds that a provider asks to wait, if it says so in seconds."""
    for cause in _chain(error):
        headers = getattr(getattr(cause, "response", None), "headers", None) or {}
        try:
            return max(0.0, float(headers["retry-after"]))
        except (KeyError, TypeError, ValueError):
            continue
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    for _ in range(DEEPEST):
        if cause is None:
            return
        yield cause
        cause = cause.__cause__ or cause.__context__


def _codes(error: BaseException) -> Iterator[str]:
    body: Any = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else {}
    for found in (getattr(error, "code", None), inner.get("code") if isinstance(inner, dict) else None):
        if isinstance(found, str):
            yield found
