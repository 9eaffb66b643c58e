"""Errors of litellm as kinds of ours."""

import inspect

import pytest

from grader.errors import JudgeError
from grader.judge.litellm import Litellm
from grader.judge.litellm_errors import BY_CLASS, BY_CODE, BY_STATUS, kind_of, retry_after


def test_every_exception_class_of_the_vendor_has_a_kind() -> None:
    classes = [found for _, found in inspect.getmembers(Litellm().module.exceptions, inspect.isclass)]
    own = {found.__name__ for found in classes if issubclass(found, Exception) and "litellm" in found.__module__}
    assert own - BY_CLASS.keys() == set()


def test_every_kind_is_one_that_there_is() -> None:
    assert {*BY_CLASS.values(), *BY_CODE.values(), *BY_STATUS.values()} <= set(JudgeError.KINDS)


class RateLimitError(Exception):
    def __init__(self, code: str | None = None) -> None:
        self.code = code
        super().__init__("made up")


class APIError(Exception):
    status_code = 403


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RateLimitError(), "rate_limited"),
        (RateLimitError("insufficient_quota"), "quota"),
        (APIError(), "auth"),
        (RateLimitError("model_not_found"), "not_found"),
        (ValueError("whatever"), "transport"),
    ],
)
def test_the_providers_code_goes_before_the_class_and_the_class_before_the_status(error: Exception, kind: str) -> None:
    assert kind_of(error) == kind


def test_the_code_of_a_cause_counts_too() -> None:
    outer = ValueError("outer")
    outer.__context__ = RateLimitError("context_length_exceeded")
    assert kind_of(outer) == "context_window"


def test_without_a_header_no_wait_is_known() -> None:
    assert retry_after(ValueError("x")) is None
