"""ETag and If-Match."""

import asyncio

import pytest

from grader.api.versions import _expected, etag
from grader.errors import StaleGrade, VersionMissing


def test_the_etag_of_a_version_leads_back_to_it() -> None:
    assert asyncio.run(_expected(etag(7))) == 7


@pytest.mark.parametrize("sent", ["", "*", "7", '"0"', '"-1"', '"7", "8"', 'W/"7"', '"' + "9" * 400 + '"'])
def test_what_is_no_version_of_ours_is_stale(sent: str) -> None:
    with pytest.raises(StaleGrade):
        asyncio.run(_expected(sent))


def test_a_change_must_say_its_version() -> None:
    with pytest.raises(VersionMissing):
        asyncio.run(_expected(None))
